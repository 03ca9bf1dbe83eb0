import { dayAndTime } from '../../parts/words.ts'
import { type ActorDetail, changeWords, withdrawalOf } from './changes.ts'
import { change } from './register.ts'

/** What reviewers changed of an actor, the newest first; each can be taken back. */
export function ActorHistory({ detail: { history } }: { detail: ActorDetail }) {
  return (
    <section class="history">
      <h3>History</h3>
      {history.length === 0 && <p class="quiet">Nobody has changed anything of it.</p>}
      <ol>
        {history.toReversed().map((past) => (
          <li key={past.version} data-stands={past.stands || undefined}>
            {past.reviewer}: {changeWords(past)}{' '}
            <span class="quiet">
              <time dateTime={past.decidedAt}>{dayAndTime(past.decidedAt)}</time>
              {!past.stands && past.change !== 'withdraw' && ', taken back since'}
            </span>
            {past.stands && past.change !== 'withdraw' && (
              <button type="button" class="plain" onClick={() => void change(withdrawalOf(history, past))}>
                Take back
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
