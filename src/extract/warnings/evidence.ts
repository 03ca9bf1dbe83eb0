import { type Harm, harms } from '../../model/index.ts'
import { type Analysis, foldedAt, type Sentence } from '../analyse/analysis.ts'
import type { Hit } from '../analyse/phrases.ts'
import type { TokenRange } from '../analyse/sentences.ts'
import type { ContextWord, HarmStrength, HarmWord, Strength, WarningsLexicon } from './lexicon.ts'

/** How far, in sentences, the surroundings of a sentence reach. */
const reach = 2
/** A document speaks of violence throughout where at least this share, and number, of its sentences do. */
const hotShare = 0.15
const hotCount = 4
/** A document is concerned with its victims where at least this share of its sentences speaks of atrocity or protection. */
const concernedShare = 0.07

const atrocities: ReadonlySet<Harm> = new Set<Harm>([
  'genocide',
  'crimes-against-humanity',
  'war-crimes',
  'ethnic-cleansing',
  'mass-atrocity',
])

/**
 * What a document's words prove about violence, asked sentence by sentence and remembered, so that only sentences near
 * a trigger cost anything.
 */
export class Evidence {
  readonly #analysis: Analysis
  readonly #lexicon: WarningsLexicon
  readonly #harms = new Map<number, readonly Hit<HarmWord>[]>()
  #isHot: boolean | undefined
  #isConcerned: boolean | undefined

  constructor(analysis: Analysis, lexicon: WarningsLexicon) {
    this.#analysis = analysis
    this.#lexicon = lexicon
  }

  /** Harm words of a sentence, without those that an innocent phrase hides. */
  harmsIn(sentence: Sentence): readonly Hit<HarmWord>[] {
    const known = this.#harms.get(sentence.index)
    if (known !== undefined) return known
    const { harms, grammar } = this.#lexicon
    const proving = withoutCharges(sentence, withoutInnocent(sentence.hits.of(harms)), grammar.charges)
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
      if (near !== undefined && this.#isViolent(near)) return true
    }
    return this.isHot
  }

  #isViolent(sentence: Sentence): boolean {
    const level = this.levelIn(sentence)
    return level >= 3 || (level >= 2 && this.#wordsIn(sentence, 'peaceful') === 0)
  }

  /** Whether a sentence or its surroundings speak of violence. */
  isNearViolence(sentence: Sentence): boolean {
    return this.levelIn(sentence) >= 2 || this.isAmidViolence(sentence)
  }

  /** Whether the document speaks of violence throughout. */
  get isHot(): boolean {
    if (this.#isHot === undefined) {
      const { sentences } = this.#analysis
      const violent = sentences.filter((sentence) => this.#isViolent(sentence)).length
      this.#isHot = violent >= hotCount && violent >= hotShare * sentences.length
    }
    return this.#isHot
  }

  /**
   * Whether a document, or what stands near a sentence, is concerned with those who suffer: a history of campaigns and
   * battles is not, and its fears, plans and demands are those of war.
   */
  #isConcernedAt(sentence: Sentence): boolean {
    const { sentences } = this.#analysis
    for (let index = sentence.index - reach; index <= sentence.index + reach; index++) {
      const near = sentences[index]
      if (near !== undefined && this.#concerns(near)) return true
    }
    this.#isConcerned ??= sentences.filter((other) => this.#concerns(other)).length >= concernedShare * sentences.length
    return this.#isConcerned
  }

  #concerns(sentence: Sentence): boolean {
    return (
      sentence.hits.of(this.#lexicon.context).some(({ entry }) => entry.domain === 'strong') ||
      this.harmsIn(sentence).some(({ entry }) => atrocities.has(entry.harm))
    )
  }

  /** Whether a document speaks of violence throughout and of its victims: what its authors urge is to stop it. */
  isReportOnVictims(sentence: Sentence): boolean {
    return this.isHot && this.#isConcernedAt(sentence)
  }

  /** Whether a sentence stands in a history of war that is not concerned with its victims. */
  isWarfare(sentence: Sentence): boolean {
    return (this.isHot || this.#wordsNear(sentence, 'military') >= 2) && !this.#isConcernedAt(sentence)
  }

  /** Whether a trigger's words, with the harm named near them, foretell harm. */
  foretellsHarm(sentence: Sentence, strength: Strength, range: TokenRange): boolean {
    const level = this.levelIn(sentence, range)
    if (!this.isHot && this.isPeaceful(sentence) && (level < 3 || this.#isSurelyPeaceful(sentence))) return false
    if (level < 3 && this.isWarfare(sentence)) return false
    switch (strength) {
      case 'certain':
        return (
          level >= 2 || this.levelIn(sentence) >= 2 || (this.isAmidViolence(sentence) && this.#isConcernedAt(sentence))
        )
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
    return strength === 'usual' && isNear('weak') && this.isAmidViolence(sentence) && this.#isConcernedAt(sentence)
  }

  /** Whether a stretch speaks of ending, averting or protecting from something. */
  #averts(sentence: Sentence, { from, to }: TokenRange): boolean {
    for (let at = from; at < to; at++) if (this.#lexicon.grammar.averting.has(foldedAt(sentence, at))) return true
    return false
  }

  /** Whether a harm named amid markets, weather, sport and the like is none of this project's. */
  isPeacefulAbout(sentence: Sentence, { strength }: HarmWord): boolean {
    return strength < 3 && !this.isHot && this.isPeaceful(sentence)
  }

  /** Whether a sentence, or its paragraph around it, speaks of markets, weather, sport and the like. */
  isPeaceful(sentence: Sentence): boolean {
    return this.#wordsIn(sentence, 'peaceful') > 0 || this.#wordsNear(sentence, 'peaceful') >= 2
  }

  /** Films and games have their massacres too. */
  #isSurelyPeaceful(sentence: Sentence): boolean {
    return (
      this.#wordsNear(sentence, 'peaceful') >= 3 &&
      !this.harmsIn(sentence).some(({ entry }) => atrocities.has(entry.harm))
    )
  }

  #wordsIn(sentence: Sentence, domain: ContextWord['domain']): number {
    return sentence.hits.of(this.#lexicon.context).filter(({ entry }) => entry.domain === domain).length
  }

  /** Words of a domain in a sentence and around it in its paragraph. */
  #wordsNear(sentence: Sentence, domain: ContextWord['domain']): number {
    let words = 0
    for (let index = sentence.index - reach; index <= sentence.index + reach; index++) {
      const near = this.#analysis.sentences[index]
      if (near !== undefined && near.paragraph === sentence.paragraph) words += this.#wordsIn(near, domain)
    }
    return words
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
  harmIn(sentence: Sentence, range: TokenRange, atLeast: HarmStrength = 1): Harm | null {
    const named = new Set<Harm>()
    for (const { from, to, entry } of this.harmsIn(sentence)) {
      if (from >= range.from && to <= range.to && entry.strength >= atLeast) named.add(entry.harm)
    }
    return harms.find((harm) => named.has(harm)) ?? null
  }
}

/** How far behind the words of a charge the crime may stand. */
const chargeReach = 4

/** Without the crimes that somebody is tried for: they are done. */
function withoutCharges(
  sentence: Sentence,
  hits: readonly Hit<HarmWord>[],
  charges: ReadonlySet<string>,
): readonly Hit<HarmWord>[] {
  return hits.filter(({ from }) => {
    for (let at = from - 1; at >= Math.max(0, from - chargeReach); at--)
      if (charges.has(foldedAt(sentence, at))) return false
    return true
  })
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
