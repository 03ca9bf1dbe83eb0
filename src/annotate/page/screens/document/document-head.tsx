import { layers, states } from '../../../../model/index.ts'
import { grouped } from '../../parts/words.ts'
import { layerWords, stateWords } from '../../parts/words-of-layer.ts'
import { toggledIn } from './order.ts'
import type { Reading } from './reading.ts'

/** Title and source of the report, how far it is reviewed, and what of it is shown. */
export function DocumentHead({ reading }: { reading: Reading }) {
  const { metadata, path } = reading.document
  const counts = reading.counts.value
  const shown = reading.shown.value
  const all = layers.flatMap((layer) => states.map((state) => counts[layer][state])).reduce((sum, one) => sum + one, 0)
  const pending = layers.reduce((sum, layer) => sum + counts[layer].pending, 0)
  const source = [metadata.publisher, metadata.published].filter((part) => part !== null).join(', ')
  return (
    <header class="document-head">
      <div>
        <h1>{metadata.title ?? path}</h1>
        <p class="quiet">
          {source !== '' && <span>{source}</span>}
          {metadata.url !== null && (
            <a href={metadata.url} target="_blank" rel="noreferrer">
              Source
            </a>
          )}
          <span>
            {grouped(all - pending)} of {grouped(all)} decided
          </span>
        </p>
        <progress value={all - pending} max={Math.max(1, all)} aria-label="Decided" />
      </div>
      <div class="document-filter chips">
        <fieldset>
          <legend class="visually-hidden">Layers shown</legend>
          {layers.map((layer) => (
            <label key={layer} class="chip" data-layer={layer}>
              <input
                type="checkbox"
                checked={shown.layers.has(layer)}
                onChange={() => {
                  reading.shown.value = { ...shown, layers: toggledIn(shown.layers, layer) }
                }}
              />
              <span>{layerWords[layer]}</span>
              <span class="count">{grouped(counts[layer].pending)}</span>
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend class="visually-hidden">States shown</legend>
          {states.map((state) => (
            <label key={state} class="chip">
              <input
                type="checkbox"
                checked={shown.states.has(state)}
                onChange={() => {
                  reading.shown.value = { ...shown, states: toggledIn(shown.states, state) }
                }}
              />
              <span>{stateWords[state]}</span>
            </label>
          ))}
        </fieldset>
      </div>
    </header>
  )
}
