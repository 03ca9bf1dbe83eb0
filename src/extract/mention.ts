import { type Annotation, type FieldsOf, type Layer, toSource } from '../model/index.ts'
import { type Analysis, type Sentence, tokenAt } from './analyse/analysis.ts'

/** What a rule found in a sentence: the tokens `from` to `to` (half-open) with their fields. */
export interface Mention<L extends Layer> {
  readonly sentence: Sentence
  readonly from: number
  readonly to: number
  /** Stable id of the rule, beginning with its layer: `date.month-year`. */
  readonly rule: string
  readonly fields: FieldsOf[L]
}

/** The mentions of one layer in a document, in reading order, found by sentence. */
export class Mentions<L extends Layer> {
  readonly all: readonly Mention<L>[]
  readonly #bySentence: ReadonlyMap<number, readonly Mention<L>[]>

  /** @param mentions in any order */
  constructor(mentions: readonly Mention<L>[]) {
    this.all = [...mentions].sort((a, b) => a.sentence.index - b.sentence.index || a.from - b.from || b.to - a.to)
    this.#bySentence = groupBySentence(this.all)
  }

  /** Those of one sentence, left to right. */
  in(sentence: Sentence): readonly Mention<L>[] {
    return this.#bySentence.get(sentence.index) ?? []
  }

  /** The last mention before a place in the document that passes the test; nothing further back than `reach` sentences. */
  before(
    analysis: Analysis,
    sentence: Sentence,
    from: number,
    reach: number,
    test: (mention: Mention<L>) => boolean = () => true,
  ): Mention<L> | undefined {
    for (let index = sentence.index; index >= Math.max(0, sentence.index - reach); index--) {
      const where = analysis.sentences[index]
      if (where === undefined) continue
      const fitting = this.in(where).findLast(
        (mention) => (index < sentence.index || mention.to <= from) && test(mention),
      )
      if (fitting !== undefined) return fitting
    }
    return undefined
  }
}

/** Of mentions that overlap, the longest, and of equal ones the first; in reading order. */
export function withoutOverlaps<L extends Layer>(mentions: readonly Mention<L>[]): Mention<L>[] {
  return [...groupBySentence(mentions).values()].flatMap(longestFirst)
}

function groupBySentence<L extends Layer>(mentions: readonly Mention<L>[]): Map<number, Mention<L>[]> {
  const groups = new Map<number, Mention<L>[]>()
  for (const mention of mentions) {
    const group = groups.get(mention.sentence.index)
    if (group === undefined) groups.set(mention.sentence.index, [mention])
    else group.push(mention)
  }
  return groups
}

function longestFirst<L extends Layer>(mentions: readonly Mention<L>[]): Mention<L>[] {
  const taken = new Set<number>()
  const kept: Mention<L>[] = []
  for (const mention of [...mentions].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
    let isFree = true
    for (let at = mention.from; at < mention.to; at++) isFree &&= !taken.has(at)
    if (!isFree) continue
    for (let at = mention.from; at < mention.to; at++) taken.add(at)
    kept.push(mention)
  }
  return kept.sort((a, b) => a.from - b.from)
}

/** The annotation of a mention: its span carried back to the source. */
export function annotationOf<L extends Layer>(
  layer: L,
  { sentence, from, to, rule, fields }: Mention<L>,
  source: string,
  confidence: number,
): Annotation<L> {
  const clean = { start: tokenAt(sentence, from).start, end: tokenAt(sentence, to - 1).end }
  const { start, end } = toSource(sentence.paragraph.map, clean)
  return { layer, start, end, exact: source.slice(start, end), fields, rule, confidence }
}
