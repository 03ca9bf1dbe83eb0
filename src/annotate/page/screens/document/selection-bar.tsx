import { useEffect, useRef } from 'preact/hooks'
import { layers } from '../../../../model/index.ts'
import { CommandButton } from '../../parts/command-button.tsx'
import { layerWords } from '../../parts/words-of-layer.ts'
import type { Reading } from './reading.ts'
import { selected, watchSelection } from './selection.ts'

const commandOf = {
  date: 'layerDate',
  actor: 'layerActor',
  casualty: 'layerCasualty',
  warning: 'layerWarning',
} as const

/** Offers to add what is selected, beside the selection. */
export function SelectionBar({ reading }: { reading: Reading }) {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => watchSelection(), [])
  const selection = selected.value
  useEffect(() => {
    const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : undefined
    const box = range?.getBoundingClientRect()
    const own = bar.current
    if (own === null || box === undefined) return
    const left = Math.min(Math.max(8, box.left), innerWidth - own.offsetWidth - 8)
    const isRoomAbove = box.top > own.offsetHeight + 80
    own.style.left = `${left}px`
    own.style.top = `${isRoomAbove ? box.top - own.offsetHeight - 8 : box.bottom + 8}px`
  }, [selection])
  if (selection === null) return null
  const words = reading.paragraphs[selection.paragraph]?.text.slice(selection.start, selection.end) ?? ''
  return (
    <div
      class="selection-bar"
      ref={bar}
      role="toolbar"
      aria-label={`Add “${words}” as`}
      // A press on the bar would take the selection away.
      onPointerDown={(event) => event.preventDefault()}
    >
      <span class="quiet">Add as</span>
      {layers.map((layer) => (
        <CommandButton key={layer} command={commandOf[layer]} className="layer-button">
          {layerWords[layer]}
        </CommandButton>
      ))}
    </div>
  )
}
