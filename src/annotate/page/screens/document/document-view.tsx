import { useEffect, useMemo, useRef } from 'preact/hooks'
import { type Commands, useCommands } from '../../keys/commands.ts'
import type { Command } from '../../keys/table.ts'
import { stand } from '../../route.ts'
import { redo, takeBack, undo } from '../../state/deciding.ts'
import { onEvent } from '../../state/live.ts'
import { isStandIn } from '../../state/outbox.ts'
import { onArrival } from '../../state/sender.ts'
import { store } from '../../state/store.ts'
import { DocumentHead } from './document-head.tsx'
import { FocusPanel } from './focus-panel.tsx'
import { Minimap } from './minimap.tsx'
import { type OpenedDocument, Reading } from './reading.ts'
import { beginSelecting, selectCommands, selected } from './selection.ts'
import { SelectionBar } from './selection-bar.tsx'
import type { Move } from './spans.ts'
import { TextColumn } from './text-column.tsx'

interface DocumentViewProps {
  readonly opened: OpenedDocument
  readonly annotation: string | null
  readonly reload: () => void
}

/** A document that was fetched: its text, a map of it, and the annotation in focus. */
export function DocumentView({ opened, annotation, reload }: DocumentViewProps) {
  const reading = useMemo(() => new Reading(opened), [opened])
  const panel = useRef<HTMLElement>(null)
  useEffect(() => reading.open(), [reading])
  useEffect(() => {
    if (store.actors.now.peek().value === undefined) void store.actors.load()
  }, [])
  useEffect(() => followEvents(reading, reload), [reading, reload])
  useEffect(() => {
    if (annotation !== null && annotation === reading.current.peek()) return
    if (annotation === null || !reading.goTo(annotation)) {
      if (!reading.step(1, ({ state }) => state === 'pending')) reading.toEnd('first')
    }
  }, [reading, annotation])
  useEffect(() => keepAddress(reading), [reading])
  useCommands(commandsFor(reading, panel))
  useCommands(selected.value === null ? {} : selectCommands)
  return (
    <div class="reading">
      <DocumentHead reading={reading} />
      <Minimap reading={reading} />
      <TextColumn reading={reading} />
      <FocusPanel reading={reading} panel={panel} />
      <SelectionBar reading={reading} />
    </div>
  )
}

function commandsFor(reading: Reading, panel: { current: HTMLElement | null }): Commands {
  const isPending = ({ state }: { state: string }) => state === 'pending'
  const intoPanel = (selector: string) => {
    const field = panel.current?.querySelector<HTMLElement>(selector)
    field?.focus()
    return field !== null && field !== undefined
  }
  const layer = (layer: Parameters<Reading['changeLayer']>[0]) => () => {
    const selection = selected.peek()
    if (selection !== null) {
      reading.beginAt(selection, layer)
      getSelection()?.removeAllRanges()
    } else if (!reading.changeLayer(layer)) return false
    // The form of the other layer has to be there before it can be gone into; a fast reviewer may have saved by then.
    requestAnimationFrame(() => reading.draft.peek() !== null && intoPanel(firstField))
    return true
  }
  return {
    next: () => reading.step(1),
    previous: () => reading.step(-1),
    nextPending: () => reading.step(1, isPending),
    previousPending: () => reading.step(-1, isPending),
    first: () => reading.toEnd('first'),
    last: () => reading.toEnd('last'),
    accept: () => reading.judge('accept'),
    reject: () => reading.judge('reject'),
    acceptParagraph: () => reading.acceptParagraph(),
    acceptSame: () => reading.judgeSame('accept'),
    rejectSame: () => reading.judgeSame('reject'),
    open: () => intoPanel(firstField),
    note: () => intoPanel('textarea'),
    save: () => {
      const isSaved = reading.save()
      focusText()
      return isSaved
    },
    takeBack: () => {
      const current = reading.annotation(reading.current.peek())
      if (current?.decision?.reviewer !== store.session.peek()?.reviewer) return false
      if (current !== null) takeBack(current)
      return true
    },
    undo: () => {
      reading.follow(undo())
    },
    redo: () => {
      reading.follow(redo())
    },
    close: () => {
      const isInText = document.activeElement?.closest('.text') !== null
      const isLeft = !isInText && document.activeElement !== document.body
      const isDropped = !isLeft && reading.discard()
      focusText()
      return isLeft || isDropped
    },
    filter: () => {
      document.querySelector<HTMLElement>('.document-filter input')?.focus()
    },
    layerDate: layer('date'),
    layerActor: layer('actor'),
    layerCasualty: layer('casualty'),
    layerWarning: layer('warning'),
    ...moves(reading),
    select: beginSelecting,
  }
}

const firstField = '.field-form :is(input, select, textarea, button)'

function moves(reading: Reading): Commands {
  const by = (edge: Move['edge'], way: Move['way'], by: Move['by']) => () => reading.moveEdge({ edge, way, by })
  return {
    startEarlier: by('start', 'earlier', 'word'),
    startLater: by('start', 'later', 'word'),
    endEarlier: by('end', 'earlier', 'word'),
    endLater: by('end', 'later', 'word'),
    startEarlierByCharacter: by('start', 'earlier', 'character'),
    startLaterByCharacter: by('start', 'later', 'character'),
    endEarlierByCharacter: by('end', 'earlier', 'character'),
    endLaterByCharacter: by('end', 'later', 'character'),
  } satisfies Partial<Record<Command, () => boolean>>
}

/** Puts the keyboard back on the annotation in focus. */
function focusText(): void {
  const mark = document.querySelector<HTMLElement>('.text [data-current]')
  if (mark === null) {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  } else mark.focus({ preventScroll: true })
}

function followEvents(reading: Reading, reload: () => void): () => void {
  const ends = [
    onArrival(({ ids }) => reading.rename(ids)),
    onEvent((event) => {
      if (event.kind === 'documents' && event.documents.includes(reading.document.id)) reload()
    }),
  ]
  return () => {
    for (const end of ends) end()
  }
}

/** How long an annotation must be in focus until the address names it: browsers refuse more than a few a second. */
const settleTime = 250

function keepAddress(reading: Reading): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = reading.current.subscribe((id) => {
    clearTimeout(timer)
    if (id === null || isStandIn(id)) return
    timer = setTimeout(() => stand({ screen: 'document', document: reading.document.id, annotation: id }), settleTime)
  })
  return () => {
    clearTimeout(timer)
    end()
  }
}
