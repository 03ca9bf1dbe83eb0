import { countOf } from '../state/outbox.ts'
import { type Connection, store } from '../state/store.ts'
import { paceWords, waitingWords } from './words.ts'

/** What was done last, whether it is saved, and how fast the reviewer is. */
export function StatusLine() {
  const waiting = countOf(store.outbox.value)
  const connection = store.connection.value
  const session = store.session.value
  const standing = standingOf(connection, waiting)
  return (
    <footer class="status-line" data-standing={standing}>
      <p class="said" role="status">
        {store.said.value}
      </p>
      {session !== null && <p class="pace quiet">{paceWords(session.decisions, session.medianMilliseconds)}</p>}
      <p class="saved" role="status" data-standing={standing}>
        <span class="dot" aria-hidden="true" />
        {waitingWords(connection, waiting)}
      </p>
      {store.trouble.value !== null && (
        <p class="trouble" role="alert">
          {store.trouble.value}
        </p>
      )}
    </footer>
  )
}

function standingOf(connection: Connection, waiting: number): 'saved' | 'saving' | 'offline' {
  if (connection === 'offline' || connection === 'signed-out') return 'offline'
  return waiting > 0 ? 'saving' : 'saved'
}
