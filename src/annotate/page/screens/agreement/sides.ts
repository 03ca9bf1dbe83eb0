import type { z } from 'zod'
import type { ApiAnnotation, disagreementsSchema } from '../../../server/schemas.ts'
import { differing, type FieldValues, fieldsOf, valueWords } from '../../parts/fields.ts'
import type { Choice } from '../../state/judgement.ts'

export type Disagreement = z.infer<typeof disagreementsSchema>['disagreements'][number]
type Side = Disagreement['decisions'][number]

const verdictWords: Readonly<Record<Side['verdict'], string>> = {
  accept: 'accepted',
  correct: 'corrected',
  reject: 'rejected',
  withdraw: 'taken back',
}

/** Something about which reviewers differ: what the machine found, then what each of them says. */
export interface Difference {
  readonly words: string
  readonly found: string
  readonly said: readonly string[]
}

/** What the reviewers of a disagreement differ about, the verdict first. */
export function differencesIn({ annotation, decisions }: Disagreement): Difference[] {
  // What was found, whatever a reviewer made of it.
  const found = annotation.machine ?? annotation
  const row = (words: string, found: string, of: (made: NonNullable<Side['made']>) => string): Difference => ({
    words,
    found,
    said: decisions.map(({ made }) => (made === null ? '–' : of(made))),
  })
  const made = decisions.flatMap(({ made }) => (made === null ? [] : [made]))
  const isMoved = made.some(({ start, end }) => start !== found.start || end !== found.end)
  const names = new Set(made.flatMap(({ fields }) => differing(found.fields, fields)))
  return [
    { words: 'Verdict', found: 'found', said: decisions.map(({ verdict }) => verdictWords[verdict]) },
    ...(isMoved ? [row('Text', found.exact, ({ exact }) => exact)] : []),
    ...fieldsOf[annotation.layer]
      .filter(({ name }) => names.has(name))
      .map(({ name, words }) =>
        row(words, valueWords((found.fields as FieldValues)[name]), ({ fields }) => valueWords(fields[name])),
      ),
  ]
}

/** The decision that settles a disagreement as one of the reviewers would have it. */
export function choiceOf(annotation: ApiAnnotation, { made, verdict, note }: Side): Choice {
  if (made === null) return { annotation, verdict: 'reject', note }
  if (verdict !== 'correct') return { annotation, verdict: 'accept', note }
  const { start, end, exact, fields, places } = made
  const corrected = { ...annotation, start, end, exact, fields, places } as ApiAnnotation
  return { annotation, verdict: 'correct', corrected, note }
}
