import { useMemo } from 'preact/hooks'
import { api } from '../../api/client.ts'
import { FetchedPart } from '../../parts/fetched.tsx'
import { resource } from '../../state/resource.ts'
import { DocumentView } from './document-view.tsx'

interface DocumentScreenProps {
  readonly document: string
  /** What to put into focus; `null` for the first that is undecided. */
  readonly annotation: string | null
}

/** A report as it reads, with its annotations. */
export function DocumentScreen({ document, annotation }: DocumentScreenProps) {
  const opened = useMemo(() => resource(() => api.document(document)), [document])
  return (
    <FetchedPart of={opened} words="the document">
      {(value) => (
        <DocumentView key={value.document.extractedAt} opened={value} annotation={annotation} reload={opened.load} />
      )}
    </FetchedPart>
  )
}
