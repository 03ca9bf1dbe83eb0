import { useEffect, useMemo } from 'preact/hooks'
import type { State } from '../../../../model/index.ts'
import { addressOf } from '../../addresses.ts'
import { api } from '../../api/client.ts'
import { Examples } from '../../parts/examples.tsx'
import { FetchedPart } from '../../parts/fetched.tsx'
import { counted } from '../../parts/words.ts'
import { resource } from '../../state/resource.ts'

const most = 3

const titles: Readonly<Record<State, string>> = {
  pending: 'Undecided',
  accepted: 'Confirmed',
  corrected: 'Corrected',
  rejected: 'Rejected',
}

interface RuleExamplesProps {
  readonly rule: string
  readonly state: State
  readonly count: number
}

/** A few annotations of a rule in one state, with the way to all of them. */
export function RuleExamples({ rule, state, count }: RuleExamplesProps) {
  const found = useMemo(
    () => resource(() => api.queue({ rule, state, order: 'reading', limit: String(most) })),
    [rule, state],
  )
  useEffect(() => void found.load(), [found, count])
  const query = new URLSearchParams({ rule, state }).toString()
  return (
    <section>
      <h3>{titles[state]}</h3>
      <FetchedPart of={found} words="examples">
        {({ annotations, contexts }) => <Examples annotations={annotations} contexts={contexts} />}
      </FetchedPart>
      {count > most && (
        <p>
          <a href={addressOf({ screen: 'queue', query })}>All {counted(count, 'annotation')} in the queue</a>
        </p>
      )}
    </section>
  )
}
