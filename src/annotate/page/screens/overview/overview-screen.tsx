import { useEffect, useMemo, useState } from 'preact/hooks'
import { layers } from '../../../../model/index.ts'
import { api } from '../../api/client.ts'
import { Empty, FetchedPart } from '../../parts/fetched.tsx'
import { StateBar } from '../../parts/state-bar.tsx'
import { LayerTag } from '../../parts/tags.tsx'
import { grouped } from '../../parts/words.ts'
import { onEvent } from '../../state/live.ts'
import { resource } from '../../state/resource.ts'
import { store } from '../../state/store.ts'
import { DocumentList } from './document-list.tsx'
import { TimelinePart } from './timeline-part.tsx'

/** How far the review is, and what the reports tell over time. */
export function OverviewScreen() {
  const timeline = useMemo(() => resource(api.timeline), [])
  const [document, setDocument] = useState('')
  useEffect(() => {
    for (const needed of [store.overview, store.documents]) void needed.load()
    return onEvent(() => void timeline.load())
  }, [timeline])
  return (
    <div class="overview">
      <h1>Overview</h1>
      <FetchedPart of={store.overview} words="the overview">
        {(overview) =>
          overview.documents === 0 ? (
            <Empty title="There are no reports yet">
              <p>
                Run <code>tocsin extract</code> on some.
              </p>
            </Empty>
          ) : (
            <>
              <dl class="figures">
                {layers.map((layer) => {
                  const { pending, accepted, corrected, rejected } = overview.layers[layer]
                  const decided = accepted + corrected + rejected
                  return (
                    <div key={layer}>
                      <dt>
                        <LayerTag layer={layer} />
                      </dt>
                      <dd>
                        {grouped(decided)} <span class="quiet">of {grouped(decided + pending)} decided</span>
                        <StateBar counts={overview.layers[layer]} />
                      </dd>
                    </div>
                  )
                })}
              </dl>
              <section>
                <header class="section-head">
                  <h2>Warnings and harm</h2>
                  <select
                    aria-label="Document"
                    value={document}
                    onChange={(event) => setDocument(event.currentTarget.value)}
                  >
                    <option value="">all reports</option>
                    {overview.byDocument.map(({ document, title }) => (
                      <option key={document} value={document}>
                        {title ?? document.slice(0, 12)}
                      </option>
                    ))}
                  </select>
                </header>
                <FetchedPart of={timeline} words="the timeline">
                  {({ claims, warnings }) => (
                    <TimelinePart
                      claims={document === '' ? claims : claims.filter((claim) => claim.document === document)}
                      warnings={document === '' ? warnings : warnings.filter((one) => one.document === document)}
                    />
                  )}
                </FetchedPart>
              </section>
              <section>
                <h2>Reports</h2>
                <DocumentList documents={overview.byDocument} />
              </section>
            </>
          )
        }
      </FetchedPart>
    </div>
  )
}
