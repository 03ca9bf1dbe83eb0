import type { Layer } from '../../../../model/index.ts'
import type { ApiAnnotation } from '../../../server/schemas.ts'
import { summaryOf } from '../../parts/fields.ts'
import { layerWords, stateWords } from '../../parts/words-of-layer.ts'

interface SegmentPartProps {
  readonly words: string
  readonly ids: readonly string[]
  readonly annotations: readonly ApiAnnotation[]
  /** Whether an annotation begins with this segment. */
  readonly isStart: (id: string) => boolean
  readonly focus: string | null
  /** The layer of a new annotation that covers it, whose id is the empty string. */
  readonly draftLayer: Layer | null
}

/** A stretch of text that the same annotations cover. */
export function SegmentPart({ words, ids, annotations, isStart, focus, draftLayer }: SegmentPartProps) {
  const isNew = ids.includes('')
  const layers = [...new Set([...annotations.map(({ layer }) => layer), ...(isNew && draftLayer ? [draftLayer] : [])])]
  const isCurrent = focus !== null && ids.includes(focus)
  const open = annotations.filter(({ state }) => state === 'pending').map(({ layer }) => layer)
  const isRejected = !isNew && annotations.every(({ state }) => state === 'rejected')
  const first = annotations.find(({ id }) => isStart(id))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button is a box of its own and would not break over lines
    <span
      class="mark"
      data-ids={ids.join(' ')}
      data-layers={layers.join(' ')}
      data-open={open.join(' ') || undefined}
      data-rejected={isRejected || undefined}
      data-starts={first?.layer}
      data-current={isCurrent || undefined}
      tabIndex={isCurrent && (isNew || isStart(focus)) ? 0 : -1}
      role="button"
      aria-current={isCurrent || undefined}
      // What has no words of its own needs some that can be read out.
      aria-label={isCurrent || words.trim() === '' ? labelOf(words, annotations) : undefined}
    >
      {words}
    </span>
  )
}

function labelOf(words: string, annotations: readonly ApiAnnotation[]): string {
  const said = annotations.map(
    (annotation) => `${layerWords[annotation.layer]}, ${stateWords[annotation.state]}: ${summaryOf(annotation)}`,
  )
  return `${words} (${said.join('; ')})`
}
