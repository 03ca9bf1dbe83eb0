import { useEffect } from 'preact/hooks'
import type { z } from 'zod'
import type { ApiAnnotation, queueSchema } from '../../server/schemas.ts'
import { addressOf } from '../addresses.ts'
import { excerptOf } from '../screens/queue/excerpt.ts'
import { annotationOf } from '../state/annotations.ts'
import { store } from '../state/store.ts'
import { summaryOf } from './fields.ts'
import { StateTag } from './tags.tsx'

interface ExamplesProps {
  readonly annotations: readonly ApiAnnotation[]
  readonly contexts: z.infer<typeof queueSchema>['contexts']
}

/** How much text is shown on either side, in characters. */
const around = 90

/** Annotations in their text, each a link to where it stands. */
export function Examples({ annotations, contexts }: ExamplesProps) {
  useEffect(() => {
    if (store.documents.now.peek().value === undefined) void store.documents.load()
  }, [])
  return (
    <ul class="examples">
      {annotations.map((fetched) => {
        const annotation = annotationOf(fetched.id).value ?? fetched
        return (
          <li key={annotation.id}>
            <Example annotation={annotation} contexts={contexts} />
          </li>
        )
      })}
    </ul>
  )
}

function Example({ annotation, contexts }: Pick<ExamplesProps, 'contexts'> & { annotation: ApiAnnotation }) {
  const [place] = annotation.places
  const context = contexts.find(({ document, index }) => document === annotation.document && index === place?.paragraph)
  const excerpt =
    context === undefined || place === undefined
      ? { before: '', inside: annotation.exact, after: '' }
      : excerptOf(context.text, place, around)
  const document = store.documents.now.value.value?.documents.find(({ id }) => id === annotation.document)
  return (
    <a
      class="example"
      href={addressOf({ screen: 'document', document: annotation.document, annotation: annotation.id })}
      data-layer={annotation.layer}
    >
      <span class="example-text">
        {excerpt.before}
        <mark class="mark" data-layers={annotation.layer}>
          {excerpt.inside}
        </mark>
        {excerpt.after}
      </span>
      <span class="example-foot quiet">
        <span>{summaryOf(annotation)}</span>
        <StateTag state={annotation.state} />
        {document !== undefined && <span>{document.metadata.title ?? document.path}</span>}
      </span>
    </a>
  )
}
