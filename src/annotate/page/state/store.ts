import { signal } from '@preact/signals'
import type { z } from 'zod'
import type { sessionSchema } from '../../server/schemas.ts'
import { api } from '../api/client.ts'
import type { Conflict, Outbox, Refused } from './outbox.ts'
import { resource } from './resource.ts'

export type Session = z.infer<typeof sessionSchema>

/** `offline`: the server does not answer, what is decided waits. `signed-out`: it does not know this page. */
export type Connection = 'connecting' | 'online' | 'offline' | 'signed-out'

/** The one store of the page: what every screen may look at. Annotations stand in `annotations.ts`. */
export const store = {
  session: signal<Session | null>(null),
  connection: signal<Connection>('connecting'),
  /** Decisions that the server has not answered yet. */
  outbox: signal<Outbox>([]),
  /** Decisions that met another's, to be settled by the reviewer. */
  conflicts: signal<readonly Conflict[]>([]),
  /** Decisions that the server would not take. */
  refused: signal<readonly Refused[]>([]),
  /** Why the server cannot take what waits, in its words. */
  trouble: signal<string | null>(null),
  /** What just happened, for the status line and screen readers. */
  said: signal(''),
  documents: resource(api.documents),
  overview: resource(api.overview),
  actors: resource(api.actors),
}

/** Says something in the status line. */
export function say(words: string): void {
  // A screen reader speaks only what changed.
  store.said.value = store.said.value === words ? `${words} ` : words
}
