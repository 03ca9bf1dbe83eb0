import type { ApiAnnotation } from '../../../server/schemas.ts'
import { summaryOf } from '../../parts/fields.ts'
import { LayerTag } from '../../parts/tags.tsx'
import { annotationOf } from '../../state/annotations.ts'
import type { Reading } from './reading.ts'

/** Other annotations of the same words, to go to. */
export function Overlapping({ annotation, reading }: { annotation: ApiAnnotation; reading: Reading }) {
  const others = annotation.places
    .flatMap((place) => reading.idsIn(place.paragraph).value)
    .map((id) => annotationOf(id).value)
    .filter((other) => other !== null)
    .filter(({ id, start, end }) => id !== annotation.id && start < annotation.end && end > annotation.start)
  if (others.length === 0) return null
  return (
    <section class="overlapping">
      <h2>In the same words</h2>
      <ul>
        {[...new Set(others)].map((other) => (
          <li key={other.id}>
            <button type="button" class="plain" onClick={() => reading.goTo(other.id)}>
              <LayerTag layer={other.layer} /> {summaryOf(other)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
