import type { ApiEvent } from '../../server/schemas.ts'
import { ApiFailure, api } from '../api/client.ts'
import { listen } from '../api/events.ts'
import { forget, receive } from './annotations.ts'
import { onArrival, openOutbox, sendNow } from './sender.ts'
import { store } from './store.ts'

/** How often a server that is away is asked whether it is back, in milliseconds. */
const askAgainAfter = 2000

/** How long nothing must have been decided until counts are fetched again, in milliseconds. */
const quiet = 400

type Listener = (event: ApiEvent) => void
const listeners = new Set<Listener>()

/** Tells of what is decided and extracted, by whatever page or program. */
export function onEvent(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Signs the page in and keeps it in step with the server. */
export async function start(): Promise<void> {
  try {
    const session = await api.session()
    store.session.value = session
    store.connection.value = 'online'
    openOutbox(session.reviewer)
    follow(session.version)
  } catch (error) {
    store.connection.value = isSignedOut(error) ? 'signed-out' : 'offline'
    setTimeout(start, askAgainAfter)
  }
}

function follow(since: number): void {
  let version = since
  const end = listen(since, {
    event: (event) => {
      version = Math.max(version, event.version)
      take(event)
    },
    opened: () => {
      store.connection.value = 'online'
      sendNow()
    },
    broken: (isOver) => {
      if (store.connection.peek() === 'online') store.connection.value = 'offline'
      if (!isOver) return
      end()
      setTimeout(() => resume(version), askAgainAfter)
    },
  })
}

/** The stream is over for the browser: signed out, or the server could not answer. */
async function resume(version: number): Promise<void> {
  try {
    await api.session()
    follow(version)
  } catch (error) {
    store.connection.value = isSignedOut(error) ? 'signed-out' : 'offline'
    setTimeout(() => resume(version), askAgainAfter)
  }
}

function take(event: ApiEvent): void {
  if (event.kind === 'decisions') {
    receive(event.annotations)
    forget(event.gone)
  }
  if (event.kind === 'actors' && store.actors.now.peek().value !== undefined) void store.actors.load()
  for (const listener of listeners) listener(event)
  countAgain()
}

let counting: ReturnType<typeof setTimeout> | undefined

/** Fetches what is counted once more, when the reviewer pauses. */
function countAgain(): void {
  clearTimeout(counting)
  counting = setTimeout(async () => {
    for (const counted of [store.overview, store.documents]) {
      if (counted.now.peek().value !== undefined) void counted.load()
    }
    try {
      store.session.value = await api.session()
    } catch {
      // The stream says that the server is away.
    }
  }, quiet)
}

onArrival(countAgain)

function isSignedOut(error: unknown): boolean {
  return error instanceof ApiFailure && error.status === 401
}
