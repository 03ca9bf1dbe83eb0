import type { SSEStreamingApi } from 'hono/streaming'
import { type Review, type Store, StoreError } from '../../store/index.ts'
import { type ApiEvent, eventSchema } from './schemas.ts'

/** How often the database is asked whether another program wrote to it, in milliseconds. */
const pollEvery = 500

/** How often an idle stream says that it is alive, in milliseconds. */
const heartbeatEvery = 15_000

/** How many links of the chain one event tells of. */
const batch = 500

/** Where a stream stands: what is the id of its events. */
export interface StreamPlace {
  readonly version: number
  readonly run: number
}

/** Tells open pages what was decided and extracted, by whatever page or program. Each stream keeps its own place. */
export class Feed {
  readonly #store: Store
  readonly #timer: NodeJS.Timeout
  #turn = 0
  #isClosed = false
  #waiting: (() => void)[] = []
  #standing: string

  constructor(store: Store) {
    this.#store = store
    this.#standing = JSON.stringify(store.standing())
    this.#timer = setInterval(() => this.#poll(), pollEvery)
    this.#timer.unref()
  }

  /** Says that something was written: every stream looks for what is new to it. */
  wake(): void {
    this.#turn++
    const waiting = this.#waiting
    this.#waiting = []
    for (const resume of waiting) resume()
  }

  /** Ends all streams. */
  close(): void {
    clearInterval(this.#timer)
    this.#isClosed = true
    this.wake()
  }

  /** The newest place. */
  place(): StreamPlace {
    return this.#store.standing()
  }

  /** Sends what is new since a place, and what comes, until the page goes or the server stops. */
  async stream(stream: SSEStreamingApi, review: Review, from: StreamPlace): Promise<void> {
    let place = from
    stream.onAbort(() => this.wake())
    await stream.write('retry: 1000\n\n')
    while (!stream.aborted && !this.#isClosed) {
      const turn = this.#turn
      const { events, next } = this.#newsSince(review, place)
      for (const event of events) {
        const id = `${event.version}.${next.run}`
        await stream.writeSSE({ event: event.kind, id, data: JSON.stringify(eventSchema.parse(event)) })
      }
      const isMore = next.version !== place.version
      place = next
      if (!isMore && turn === this.#turn && !(await this.#nextTurn())) await stream.write(': alive\n\n')
    }
  }

  #newsSince(review: Review, place: StreamPlace): { events: ApiEvent[]; next: StreamPlace } {
    const { run } = this.#store.standing()
    const news = review.newsSince(place.version, batch)
    const documents = run > place.run ? this.#store.documentsSince(place.run) : []
    const { version } = news
    const events: ApiEvent[] = []
    if (documents.length > 0) events.push({ kind: 'documents', version: place.version, documents })
    if (news.annotations.length > 0) {
      const annotations = review.annotations(news.annotations)
      const here = new Set(annotations.map(({ id }) => id))
      events.push({ kind: 'decisions', version, annotations, gone: news.annotations.filter((id) => !here.has(id)) })
    }
    if (news.actors.length > 0) events.push({ kind: 'actors', version, actors: [...news.actors] })
    return { events, next: { version, run } }
  }

  /** Waits for the next turn; `false` where none came for a while. */
  #nextTurn(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), heartbeatEvery)
      this.#waiting.push(() => {
        clearTimeout(timer)
        resolve(true)
      })
    })
  }

  #poll(): void {
    try {
      const standing = JSON.stringify(this.#store.standing())
      if (standing === this.#standing) return
      this.#standing = standing
      this.wake()
    } catch (error) {
      // A database that another program holds for the moment is asked again; what a reviewer asks will tell of the rest.
      if (!(error instanceof StoreError)) throw error
    }
  }
}
