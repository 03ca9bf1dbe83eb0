import { useEffect, useMemo } from 'preact/hooks'
import { api } from '../../api/client.ts'
import { FetchedPart } from '../../parts/fetched.tsx'
import { stand } from '../../route.ts'
import { resource } from '../../state/resource.ts'

/** Leads from the short link of an annotation to its place in its document. */
export function AnnotationRedirect({ annotation }: { annotation: string }) {
  const detail = useMemo(() => resource(() => api.annotation(annotation)), [annotation])
  return (
    <FetchedPart of={detail} words="the annotation">
      {({ annotation }) => <Onward document={annotation.document} annotation={annotation.id} />}
    </FetchedPart>
  )
}

function Onward({ document, annotation }: { document: string; annotation: string }) {
  useEffect(() => stand({ screen: 'document', document, annotation }), [document, annotation])
  return null
}
