import type { ApiAnnotation } from '../../../server/schemas.ts'
import { addressOf } from '../../addresses.ts'

interface WhyPartProps {
  readonly annotation: ApiAnnotation
  /** What the rule does, in plain words. */
  readonly explanation: string | null
  /** What the lexicon knows of the words. */
  readonly lexicon: string | null
}

/** Why an annotation was made. */
export function WhyPart({ annotation, explanation, lexicon }: WhyPartProps) {
  const { origin, rule, confidence, found } = annotation
  return (
    <section class="why">
      <h2>Why it is here</h2>
      {explanation !== null && <p>{explanation}</p>}
      {lexicon !== null && <p>{lexicon}</p>}
      <p class="quiet">
        {origin === 'reviewer' && 'A reviewer added it.'}
        {origin === 'import' && 'It was imported.'}
        {rule !== null && (
          <>
            Rule <a href={addressOf({ screen: 'rules', rule })}>{rule}</a>
            {confidence !== null && `, confirmed ${Math.round(confidence * 100)} times in 100`}.
          </>
        )}
        {origin === 'rule' && !found && ' The newest rules do not find it any more.'}
      </p>
    </section>
  )
}
