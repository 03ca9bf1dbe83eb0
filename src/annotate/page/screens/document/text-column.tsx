import { useEffect, useRef } from 'preact/hooks'
import { nearness } from './nearness.ts'
import { ParagraphPart } from './paragraph-part.tsx'
import type { Reading } from './reading.ts'
import { placeUnder } from './selection.ts'

/** The report as it reads. Paragraphs far from what is seen are plain text, which the browser lays out when it comes. */
export function TextColumn({ reading }: { reading: Reading }) {
  const column = useRef<HTMLElement>(null)
  useEffect(() => (column.current === null ? undefined : nearness.watch(column.current)), [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys that move stand in the one table of keys
    <article
      class="text"
      ref={column}
      lang={reading.document.metadata.language ?? undefined}
      onClick={(event) => {
        if (getSelection()?.isCollapsed === false) return
        const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-ids]') : null
        const ids = mark?.dataset.ids?.split(' ') ?? reading.idsAt(placeUnder(event))
        // Where several overlap, a second click goes to the next of them.
        const place = ids.indexOf(reading.current.peek() ?? '')
        if (ids.length > 0) reading.goTo(ids.at(place <= 0 ? -1 : place - 1))
      }}
    >
      {reading.paragraphs.map((paragraph) => (
        <ParagraphPart key={paragraph.index} paragraph={paragraph} reading={reading} />
      ))}
    </article>
  )
}
