import { addressOf } from '../../addresses.ts'
import { CommandButton } from '../../parts/command-button.tsx'
import { summaryOf } from '../../parts/fields.ts'
import { LayerTag, StateTag } from '../../parts/tags.tsx'
import { annotationOf } from '../../state/annotations.ts'
import { isWaiting } from '../../state/outbox.ts'
import { store } from '../../state/store.ts'
import { excerptOf } from './excerpt.ts'
import type { Queue } from './queue.ts'

/** How much text is shown on either side of an annotation, in characters. */
const around = 180

interface QueueRowProps {
  readonly id: string
  readonly queue: Queue
  readonly isCurrent: boolean
  readonly focusOn: (id: string) => void
}

/** An annotation in its text, with what it says and where it comes from. */
export function QueueRow({ id, queue, isCurrent, focusOn }: QueueRowProps) {
  const annotation = annotationOf(id).value
  if (annotation === null) return null
  const context = queue.contextOf(annotation)
  const [place] = annotation.places
  const excerpt =
    context === undefined || place === undefined
      ? { before: '', inside: annotation.exact, after: '' }
      : excerptOf(context.text, place, around)
  const title = store.documents.now.value.value?.documents.find((one) => one.id === annotation.document)
  const address = addressOf({ screen: 'document', document: annotation.document, annotation: id })
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys that move stand in the one table of keys
    <li
      class="queue-row"
      data-id={id}
      data-state={annotation.state}
      data-layer={annotation.layer}
      aria-current={isCurrent || undefined}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={() => focusOn(id)}
      onClick={() => focusOn(id)}
    >
      <p class="row-head">
        <LayerTag layer={annotation.layer} />
        <span class="row-summary">{summaryOf(annotation)}</span>
        <StateTag state={annotation.state} isWaiting={isWaiting(store.outbox.value, id)} />
      </p>
      <p class="row-text">
        {excerpt.before}
        <mark class="mark" data-layers={annotation.layer} data-state={annotation.state}>
          {excerpt.inside}
        </mark>
        {excerpt.after}
      </p>
      <p class="row-foot quiet">
        <a href={address}>{title?.metadata.title ?? title?.path ?? 'In the document'}</a>
        {context?.page != null && <span>page {context.page}</span>}
        {annotation.rule !== null && <span>{annotation.rule}</span>}
        {annotation.confidence !== null && (
          <span title="how often reviewers confirm this rule">{Math.round(annotation.confidence * 100)} % sure</span>
        )}
        {isCurrent && (
          <span class="row-actions">
            <CommandButton command="accept">Accept</CommandButton>
            <CommandButton command="reject">Reject</CommandButton>
          </span>
        )}
      </p>
    </li>
  )
}
