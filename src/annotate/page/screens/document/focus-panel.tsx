import type { RefObject } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { api } from '../../api/client.ts'
import { CommandButton } from '../../parts/command-button.tsx'
import { Empty } from '../../parts/fetched.tsx'
import { LayerTag, StateTag } from '../../parts/tags.tsx'
import { annotationOf } from '../../state/annotations.ts'
import { isStandIn, isWaiting } from '../../state/outbox.ts'
import { resource } from '../../state/resource.ts'
import { store } from '../../state/store.ts'
import { draftOf } from './draft.ts'
import { FieldForm } from './field-form.tsx'
import { HistoryPart } from './history-part.tsx'
import { Overlapping } from './overlapping.tsx'
import type { Reading } from './reading.ts'
import { SpanControls } from './span-controls.tsx'
import { ValueBeside } from './value-beside.tsx'
import { WhyPart } from './why-part.tsx'

interface FocusPanelProps {
  readonly reading: Reading
  readonly panel: RefObject<HTMLElement | null>
}

/** How long an annotation must be in focus until its history is fetched: who decides fast need not wait for it. */
const restTime = 200

/** What is in focus: its fields, why it was made, what was decided on it, and what to do. */
export function FocusPanel({ reading, panel }: FocusPanelProps) {
  const id = reading.current.value
  const annotation = id === null ? null : annotationOf(id).value
  const changed = reading.draft.value
  const draft = changed ?? (annotation && draftOf(annotation))
  const isSaved = id !== null && !isStandIn(id)
  const version = annotation?.version
  const detail = useMemo(() => (isSaved ? resource(() => api.annotation(id)) : null), [id, isSaved])
  // Asked again whenever something was decided on it.
  useEffect(() => {
    const timer = setTimeout(() => void detail?.load(), restTime)
    return () => clearTimeout(timer)
  }, [detail, version])
  if (draft === null) {
    return (
      <aside class="focus-panel" aria-label="Annotation in focus" ref={panel}>
        <Empty title="Nothing is in focus">
          <p>Click an annotation, press J for the first, or select text to add one.</p>
        </Empty>
      </aside>
    )
  }
  const isNew = draft.subject === null
  const waits = annotation !== null && isWaiting(store.outbox.value, annotation.id)
  const fetched = detail?.now.value.value
  return (
    <aside class="focus-panel" aria-label="Annotation in focus" ref={panel}>
      <header class="panel-head">
        <LayerTag layer={draft.layer} />
        {isNew ? (
          <span class="state-tag">new</span>
        ) : (
          annotation && <StateTag state={annotation.state} isWaiting={waits} />
        )}
        {changed !== null && <span class="state-tag unsaved">not saved yet</span>}
      </header>
      <div class="decide-bar" role="toolbar" aria-label="Decide">
        <CommandButton command="accept" className="primary">
          {changed === null ? 'Accept' : isNew ? 'Add' : 'Save'}
        </CommandButton>
        <CommandButton command="reject">{isNew ? 'Drop' : 'Reject'}</CommandButton>
        <CommandButton command="previous" className="step">
          <span aria-hidden="true">↑</span>
          <span class="visually-hidden">Previous</span>
        </CommandButton>
        <CommandButton command="next" className="step">
          <span aria-hidden="true">↓</span>
          <span class="visually-hidden">Next</span>
        </CommandButton>
      </div>
      <div class="panel-body">
        <SpanControls draft={draft} reading={reading} />
        <FieldForm key={`${id} ${draft.layer}`} draft={draft} reading={reading} />
        {annotation !== null && !isNew && <ValueBeside annotation={annotation} />}
        {annotation !== null && !isNew && (
          <WhyPart
            annotation={annotation}
            explanation={fetched?.explanation ?? null}
            lexicon={fetched?.lexicon ?? null}
          />
        )}
        {annotation !== null && <Overlapping annotation={annotation} reading={reading} />}
        {fetched !== undefined && annotation !== null && (
          <HistoryPart history={fetched.history} annotation={annotation} />
        )}
      </div>
    </aside>
  )
}
