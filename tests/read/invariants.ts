import { type Document, type Paragraph, type Span, toSource } from '../../src/model/index.ts'

/**
 * What must hold of every document that was read, whatever it was read from.
 *
 * @returns one sentence for each breach
 */
export function breachesOf(document: Document): string[] {
  const breaches = document.paragraphs.flatMap((paragraph, index) => {
    const found = [
      ...breachesOfText(paragraph),
      ...breachesOfMap(paragraph, document.text),
      ...breachesOfRanges(paragraph, document.text),
    ]
    if (paragraph.index !== index) found.push(`has index ${paragraph.index}`)
    return found.map((breach) => `paragraph ${index} ${breach}`)
  })
  return [...breaches, ...overlapsOf(document)]
}

function breachesOfText({ text }: Paragraph): string[] {
  const breaches: string[] = []
  if (text === '') breaches.push('is empty')
  if (text.trim() !== text) breaches.push('has white space at an end')
  if (/[^\S ]| {2}/.test(text)) breaches.push('has white space that is no single space')
  if (/[\u00AD\u200B-\u200F\u2060\uFEFF]/.test(text)) breaches.push('holds invisible characters')
  return breaches
}

/** Runs cover the clean text without a gap, move forward in the source, and repeat it where they are verbatim. */
function breachesOfMap({ text, map }: Paragraph, source: string): string[] {
  const breaches: string[] = []
  let clean = 0
  let at = 0
  for (const run of map) {
    if (run.clean !== clean) breaches.push(`has a run at ${run.clean} where ${clean} is due`)
    if (run.cleanLength < 1 || run.sourceLength < 1) breaches.push(`has an empty run at ${clean}`)
    if (run.source < at) breaches.push(`goes back in the source at ${clean}`)
    if (run.source + run.sourceLength > source.length) breaches.push(`leaves the source at ${clean}`)
    if (run.cleanLength === run.sourceLength) {
      const written = source.slice(run.source, run.source + run.sourceLength).replace(/[\s\u0085]/g, ' ')
      const read = text.slice(run.clean, run.clean + run.cleanLength)
      if (written !== read) breaches.push(`reads ${JSON.stringify(written)} as ${JSON.stringify(read)}`)
    }
    clean = run.clean + run.cleanLength
    at = run.source + run.sourceLength
  }
  if (clean !== text.length) breaches.push(`has ${text.length} characters and a map of ${clean}`)
  return breaches
}

function breachesOfRanges({ text, ranges, map }: Paragraph, source: string): string[] {
  const breaches: string[] = []
  let at = -1
  for (const { start, end } of ranges) {
    if (start >= end || start < at || end > source.length) breaches.push(`has a bad range ${start}-${end}`)
    at = end
  }
  const whole = toSource(map, { start: 0, end: text.length })
  if (whole.start !== ranges[0]?.start || whole.end > (ranges.at(-1)?.end ?? 0)) {
    breaches.push(`stands at ${whole.start}-${whole.end}, outside of its ranges`)
  }
  return breaches
}

function overlapsOf(document: Document): string[] {
  const spans: (Span & { index: number })[] = document.paragraphs.flatMap(({ ranges, index }) =>
    ranges.map((range) => ({ ...range, index })),
  )
  spans.sort((a, b) => a.start - b.start)
  return spans.flatMap((span, at) => {
    const next = spans[at + 1]
    return next !== undefined && next.start < span.end ? [`paragraphs ${span.index} and ${next.index} overlap`] : []
  })
}
