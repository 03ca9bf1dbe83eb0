import type { z } from 'zod'
import type { overviewSchema } from '../../../server/schemas.ts'
import { addressOf } from '../../addresses.ts'
import { StateBar } from '../../parts/state-bar.tsx'
import { grouped } from '../../parts/words.ts'
import { store } from '../../state/store.ts'

type Counted = z.infer<typeof overviewSchema>['byDocument'][number]

/** Documents with how much of what was found in them is decided. */
export function DocumentList({ documents }: { documents: readonly Counted[] }) {
  const known = new Map((store.documents.now.value.value?.documents ?? []).map((one) => [one.id, one]))
  return (
    <ol class="rows">
      {documents.map(({ document, title, counts }) => {
        const decided = counts.accepted + counts.corrected + counts.rejected
        const about = known.get(document)
        const origin = [about?.metadata.publisher, about?.metadata.published].filter((part) => part != null)
        return (
          <li key={document}>
            <a class="row" href={addressOf({ screen: 'document', document, annotation: null })}>
              <span class="row-name">{title ?? about?.path ?? document.slice(0, 12)}</span>
              <span class="row-count">
                {grouped(decided)} of {grouped(decided + counts.pending)}
                <span class="visually-hidden"> decided</span>
              </span>
              <StateBar counts={counts} />
              {origin.length > 0 && <span class="row-more quiet">{origin.join(', ')}</span>}
            </a>
          </li>
        )
      })}
    </ol>
  )
}
