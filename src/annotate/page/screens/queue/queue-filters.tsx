import type { Ref } from 'preact'
import { useEffect } from 'preact/hooks'
import { type Layer, layers, type State, states } from '../../../../model/index.ts'
import { grouped } from '../../parts/words.ts'
import { layerWords, stateWords } from '../../parts/words-of-layer.ts'
import { store } from '../../state/store.ts'
import { type QueueFilter, toggled } from './filter.ts'

interface QueueFiltersProps {
  readonly filter: QueueFilter
  readonly setFilter: (filter: QueueFilter) => void
  readonly details: Ref<HTMLDetailsElement>
}

/** Chooses what the queue shows. */
export function QueueFilters({ filter, setFilter, details }: QueueFiltersProps) {
  useEffect(() => {
    for (const needed of [store.overview, store.documents, store.actors]) {
      if (needed.now.peek().value === undefined) void needed.load()
    }
  }, [])
  const overview = store.overview.now.value.value
  const countOfLayer = (layer: Layer) =>
    overview && filter.states.reduce((sum, state) => sum + overview.layers[layer][state], 0)
  const countOfState = (state: State) =>
    overview && filter.layers.reduce((sum, layer) => sum + overview.layers[layer][state], 0)
  const set = (changed: Partial<QueueFilter>) => setFilter({ ...filter, ...changed })
  return (
    <>
      <div class="chips">
        <fieldset>
          <legend>Layers</legend>
          {layers.map((layer) => (
            <Chip
              key={layer}
              layer={layer}
              words={layerWords[layer]}
              count={countOfLayer(layer)}
              isOn={filter.layers.includes(layer)}
              toggle={() => set({ layers: toggled(filter.layers, layer, layers) })}
            />
          ))}
        </fieldset>
        <fieldset>
          <legend>State</legend>
          {states.map((state) => (
            <Chip
              key={state}
              words={stateWords[state]}
              count={countOfState(state)}
              isOn={filter.states.includes(state)}
              toggle={() => set({ states: toggled(filter.states, state, states) })}
            />
          ))}
        </fieldset>
      </div>
      <details class="more-filters" ref={details} open={hasMore(filter) || undefined}>
        <summary>More filters</summary>
        <div class="filter-fields">
          <Choice
            words="Document"
            value={filter.document}
            options={(store.documents.now.value.value?.documents ?? []).map(({ id, metadata, path }) => [
              id,
              metadata.title ?? path,
            ])}
            choose={(document) => set({ document })}
          />
          <Choice
            words="Rule"
            value={filter.rule}
            options={(overview?.byRule ?? []).map(({ rule }) => [rule, rule])}
            choose={(rule) => set({ rule })}
          />
          <label>
            Actor
            <input
              type="text"
              list="queue-actors"
              value={filter.actor}
              onChange={(event) => set({ actor: event.currentTarget.value.trim() })}
            />
            <datalist id="queue-actors">
              {(store.actors.now.value.value?.actors ?? []).map(({ id, name }) => (
                <option key={id} value={name} />
              ))}
            </datalist>
          </label>
          <label>
            Holds the words
            <input type="search" value={filter.q} onChange={(event) => set({ q: event.currentTarget.value.trim() })} />
          </label>
          <Percent words="At least % sure" value={filter.atLeast} choose={(atLeast) => set({ atLeast })} />
          <Percent words="At most % sure" value={filter.atMost} choose={(atMost) => set({ atMost })} />
          <Choice
            words="Order"
            value={filter.order}
            options={[['reading', 'as they are read']]}
            usual={['uncertain', 'the least certain first']}
            choose={(order) => set({ order: order === 'reading' ? 'reading' : 'uncertain' })}
          />
        </div>
      </details>
    </>
  )
}

/** Whether anything beyond layers and states is chosen. */
function hasMore({ document, rule, actor, atLeast, atMost, order }: QueueFilter): boolean {
  return document !== '' || rule !== '' || actor !== '' || atLeast > 0 || atMost < 100 || order !== 'uncertain'
}

interface ChipProps {
  readonly words: string
  readonly layer?: Layer
  readonly count: number | undefined
  readonly isOn: boolean
  readonly toggle: () => void
}

function Chip({ words, layer, count, isOn, toggle }: ChipProps) {
  return (
    <label class="chip" data-layer={layer}>
      <input type="checkbox" checked={isOn} onChange={toggle} />
      <span>{words}</span>
      {count !== undefined && <span class="count">{grouped(count)}</span>}
    </label>
  )
}

interface ChoiceProps {
  readonly words: string
  readonly value: string
  readonly options: readonly (readonly [string, string])[]
  readonly usual?: readonly [string, string]
  readonly choose: (value: string) => void
}

function Choice({ words, value, options, usual = ['', 'all'], choose }: ChoiceProps) {
  return (
    <label>
      {words}
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {[usual, ...options].map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

function Percent({ words, value, choose }: { words: string; value: number; choose: (value: number) => void }) {
  return (
    <label>
      {words}
      <input
        type="number"
        min={0}
        max={100}
        step={5}
        value={value}
        onChange={(event) => choose(Math.min(100, Math.max(0, event.currentTarget.valueAsNumber || 0)))}
      />
    </label>
  )
}
