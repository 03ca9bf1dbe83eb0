import type { z } from 'zod'
import type { ApiAnnotation, annotationDetailSchema } from '../../../server/schemas.ts'
import { addressOf } from '../../addresses.ts'
import { CopyLink } from '../../parts/copy-link.tsx'
import { dayAndTime, durationWords } from '../../parts/words.ts'

type Past = z.infer<typeof annotationDetailSchema>['history'][number]

const words = {
  accept: 'accepted it',
  correct: 'corrected it',
  reject: 'rejected it',
  withdraw: 'took a decision back',
} as const

interface HistoryPartProps {
  readonly history: readonly Past[]
  readonly annotation: ApiAnnotation
}

/** What was decided on an annotation, the newest first, and a link to it. */
export function HistoryPart({ history, annotation }: HistoryPartProps) {
  return (
    <section class="history">
      <h2>History</h2>
      {history.length === 0 ? (
        <p class="quiet">Nobody has decided on it yet.</p>
      ) : (
        <ol>
          {history.toReversed().map((past) => (
            <li key={past.version} data-stands={past.stands || undefined}>
              {past.reviewer} {words[past.verdict]}
              <span class="quiet">
                {' '}
                <time dateTime={past.decidedAt}>{dayAndTime(past.decidedAt)}</time>
                {past.milliseconds !== null && `, after ${durationWords(past.milliseconds)}`}
                {!past.stands && past.verdict !== 'withdraw' && ', taken back since'}
              </span>
              {past.note !== null && <q>{past.note}</q>}
            </li>
          ))}
        </ol>
      )}
      <CopyLink address={addressOf({ screen: 'annotation', annotation: annotation.id })} />
    </section>
  )
}
