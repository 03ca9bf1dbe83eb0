import { type State, states } from '../../../model/index.ts'

/** Shares of the states as a bar, each with its own pattern; for the eye only, since the numbers stand beside it. */
export function StateBar({ counts }: { counts: Readonly<Record<State, number>> }) {
  const total = states.reduce((sum, state) => sum + counts[state], 0)
  if (total === 0) return null
  let start = 0
  return (
    <svg class="state-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      {inOrder.map((state) => {
        const width = (100 * counts[state]) / total
        const x = start
        start += width
        return width === 0 ? null : <rect key={state} data-state={state} x={x} width={width} height={4} />
      })}
    </svg>
  )
}

const inOrder: readonly State[] = ['accepted', 'corrected', 'rejected', 'pending']
