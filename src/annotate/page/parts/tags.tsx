import type { Layer, State } from '../../../model/index.ts'
import { layerWords, stateWords } from './words-of-layer.ts'

/** The layer of an annotation, with the line under which it stands in the text. */
export function LayerTag({ layer }: { layer: Layer }) {
  return (
    <span class="layer-tag" data-layer={layer}>
      {layerWords[layer]}
    </span>
  )
}

/** What holds of an annotation, with a sign as well as a word. */
export function StateTag({ state, isWaiting = false }: { state: State; isWaiting?: boolean }) {
  return (
    <span class="state-tag" data-state={state} data-waiting={isWaiting || undefined}>
      {stateWords[state]}
      {isWaiting && <span class="quiet"> · waiting</span>}
    </span>
  )
}
