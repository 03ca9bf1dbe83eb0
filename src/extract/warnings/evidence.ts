import { type Harm, harms } from '../../model/index.ts'
import { type Analysis, foldedAt, type Sentence } from '../analyse/analysis.ts'
import type { Hit } from '../analyse/phrases.ts'
import type { TokenRange } from '../analyse/sentences.ts'
import type { HarmStrength, HarmWord, Strength, WarningsLexicon } from './lexicon.ts'

/** How far, in sentences, the surroundings of a sentence reach. */
const reach = 2
/** A document speaks of violence throughout where at least this share, and number, of its sentences do. */
const hotShare = 0.15
const hotCount = 4

/**
 * What a document's words prove about violence, asked sentence by sentence and remembered, so that only sentences near
 * a trigger cost anything.
 */
export class Evidence {
  readonly #analysis: Analysis
  readonly #lexicon: WarningsLexicon
  readonly #harms = new Map<number, readonly Hit<HarmWord>[]>()
  #isHot: boolean | undefined

  constructor(analysis: Analysis, lexicon: WarningsLexicon) {
    this.#analysis = analysis
    this.#lexicon = lexicon
  }

  /** Harm words of a sentence, without those that an innocent phrase hides. */
  harmsIn(sentence: Sentence): readonly Hit<HarmWord>[] {
    const known = this.#harms.get(sentence.index)
    if (known !== undefined) return known
    const proving = withoutInnocent(sentence.hits.of(this.#lexicon.harms))
    this.#harms.set(sentence.index, proving)
    return proving
  }

  /** The strongest harm word in a stretch of a sentence. */
  levelIn(sentence: Sentence, range: TokenRange = { from: 0, to: sentence.tokens.length }): HarmStrength {
    let level: HarmStrength = 0
    for (const { from, to, entry } of this.harmsIn(sentence)) {
      if (from >= range.from && to <= range.to && entry.strength > level) level = entry.strength
    }
    return level
  }

  /** Whether the sentences around, or the document throughout, speak of violence. */
  isAmidViolence(sentence: Sentence): boolean {
    for (let index = sentence.index - reach; index <= sentence.index + reach; index++) {
      const near = index === sentence.index ? undefined : this.#analysis.sentences[index]
      if (near !== undefined && this.levelIn(near) >= 2) return true
    }
    return this.isHot
  }

  /** Whether the document speaks of violence throughout. */
  get isHot(): boolean {
    if (this.#isHot === undefined) {
      const { sentences } = this.#analysis
      const violent = sentences.filter((sentence) => this.levelIn(sentence) >= 2).length
      this.#isHot = violent >= hotCount && violent >= hotShare * sentences.length
    }
    return this.#isHot
  }

  /** Whether a trigger's words, with the harm named near them, foretell harm. */
  foretellsHarm(sentence: Sentence, strength: Strength, range: TokenRange): boolean {
    const level = this.levelIn(sentence, range)
    if (level < 3 && !this.isHot && this.isPeaceful(sentence)) return false
    switch (strength) {
      case 'certain':
        return level >= 2 || this.levelIn(sentence) >= 2 || this.isAmidViolence(sentence)
      case 'usual':
        return level >= 2 || (level >= 1 && this.isAmidViolence(sentence))
      case 'doubtful':
        return level >= 3 || (level >= 2 && this.isAmidViolence(sentence))
    }
  }

  /** Whether a demand is about prevention, protection, peace or accountability. */
  isAboutPrevention(sentence: Sentence, strength: Strength, range: TokenRange): boolean {
    const harm = this.levelIn(sentence, range)
    if (harm < 3 && !this.isHot && this.isPeaceful(sentence)) return false
    const context = sentence.hits
      .of(this.#lexicon.context)
      .filter(({ from, to }) => from >= range.from && to <= range.to)
    const isNear = (domain: 'strong' | 'weak') => context.some(({ entry }) => entry.domain === domain)
    const isAgainstHarm = harm >= 2 && (isNear('weak') || this.#averts(sentence, range))
    if (isNear('strong') || isAgainstHarm) {
      return strength !== 'doubtful' || harm >= 3 || this.isAmidViolence(sentence)
    }
    return strength === 'usual' && isNear('weak') && this.isAmidViolence(sentence)
  }

  /** Whether a stretch speaks of ending, averting or protecting from something. */
  #averts(sentence: Sentence, { from, to }: TokenRange): boolean {
    for (let at = from; at < to; at++) if (this.#lexicon.grammar.averting.has(foldedAt(sentence, at))) return true
    return false
  }

  /** Whether a sentence speaks of markets, weather, sport and the like. */
  isPeaceful(sentence: Sentence): boolean {
    return sentence.hits.of(this.#lexicon.context).some(({ entry }) => entry.domain === 'peaceful')
  }

  /**
   * The harm that a trigger's words are about: of those named in its complement the first in the codebook's order,
   * else of those in the sentence.
   */
  harmOf(sentence: Sentence, complement: TokenRange, fallback: Harm): Harm {
    const everywhere = { from: 0, to: sentence.tokens.length }
    return this.harmIn(sentence, complement) ?? this.harmIn(sentence, everywhere) ?? fallback
  }

  /** Of the harms named in a stretch of a sentence, the first in the codebook's order. */
  harmIn(sentence: Sentence, range: TokenRange): Harm | null {
    const named = new Set<Harm>()
    for (const { from, to, entry } of this.harmsIn(sentence)) {
      if (from >= range.from && to <= range.to) named.add(entry.harm)
    }
    return harms.find((harm) => named.has(harm)) ?? null
  }
}

/** Hits by their beginning, without those inside a longer one and those that overlap a phrase of strength 0. */
function withoutInnocent(hits: readonly Hit<HarmWord>[]): readonly Hit<HarmWord>[] {
  const kept: Hit<HarmWord>[] = []
  let innocentTo = 0
  let coveredTo = 0
  for (const hit of hits) {
    const isInside = hit.to <= coveredTo && hit.from > (kept.at(-1)?.from ?? -1)
    coveredTo = Math.max(coveredTo, hit.to)
    if (hit.entry.strength === 0) {
      innocentTo = Math.max(innocentTo, hit.to)
      while ((kept.at(-1)?.to ?? 0) > hit.from) kept.pop()
    } else if (hit.from >= innocentTo && !isInside) kept.push(hit)
  }
  return kept
}
