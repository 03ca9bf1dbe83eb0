import { layers } from '../../../../model/index.ts'
import { CommandButton } from '../../parts/command-button.tsx'
import { layerWords } from '../../parts/words-of-layer.ts'
import type { Draft } from './draft.ts'
import type { Reading } from './reading.ts'

const commandOf = {
  date: 'layerDate',
  actor: 'layerActor',
  casualty: 'layerCasualty',
  warning: 'layerWarning',
} as const

/** Moves the ends of the span by words, and changes the layer. */
export function SpanControls({ draft, reading }: { draft: Draft; reading: Reading }) {
  const words = draft.places
    .map(({ paragraph, start, end }) => reading.paragraphs[paragraph]?.text.slice(start, end))
    .join(' ')
  return (
    <section class="span-controls" aria-label="Span and layer">
      <q class="exact">{words}</q>
      <details>
        <summary>Span, layer, many at once</summary>
        <div class="button-row">
          <span class="row-name">Start</span>
          <CommandButton command="startEarlier">Earlier</CommandButton>
          <CommandButton command="startLater">Later</CommandButton>
        </div>
        <div class="button-row">
          <span class="row-name">End</span>
          <CommandButton command="endEarlier">Earlier</CommandButton>
          <CommandButton command="endLater">Later</CommandButton>
        </div>
        <div class="button-row">
          <span class="row-name">By letter</span>
          <CommandButton command="startEarlierByCharacter">Start −</CommandButton>
          <CommandButton command="startLaterByCharacter">Start +</CommandButton>
          <CommandButton command="endEarlierByCharacter">End −</CommandButton>
          <CommandButton command="endLaterByCharacter">End +</CommandButton>
        </div>
        <div class="button-row">
          <span class="row-name">Layer</span>
          {layers.map((layer) => (
            <CommandButton key={layer} command={commandOf[layer]} disabled={layer === draft.layer}>
              {layerWords[layer]}
            </CommandButton>
          ))}
        </div>
        <div class="button-row">
          <CommandButton command="acceptParagraph">Accept the rest of the paragraph</CommandButton>
          <CommandButton command="acceptSame">Accept all the same</CommandButton>
          <CommandButton command="rejectSame">Reject all the same</CommandButton>
        </div>
        <div class="button-row">
          <CommandButton command="undo">Undo</CommandButton>
          <CommandButton command="redo">Redo</CommandButton>
          <CommandButton command="takeBack">Take back</CommandButton>
        </div>
      </details>
    </section>
  )
}
