import { type ApiEvent, eventSchema } from '../../server/schemas.ts'

/** What is told of the stream of events. */
export interface Listener {
  readonly event: (event: ApiEvent) => void
  readonly opened: () => void
  /** The stream broke. The browser opens it again by itself, from where it was, unless it is over. */
  readonly broken: (isOver: boolean) => void
}

/**
 * Listens to what is decided and extracted from a version on, by whatever page or program.
 *
 * @param since `version` of what the page fetched
 * @returns what ends it
 */
export function listen(since: number, listener: Listener): () => void {
  const source = new EventSource(`/api/events?since=${since}`)
  for (const kind of ['decisions', 'actors', 'documents'] as const) {
    source.addEventListener(kind, (message) => {
      const event = eventSchema.safeParse(JSON.parse(message.data))
      if (event.success) listener.event(event.data)
    })
  }
  source.addEventListener('open', listener.opened)
  source.addEventListener('error', () => listener.broken(source.readyState === EventSource.CLOSED))
  return () => source.close()
}
