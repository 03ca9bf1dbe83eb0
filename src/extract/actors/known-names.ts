import { type Analysis, foldedAt, type Sentence, tokenAt } from '../analyse/analysis.ts'
import type { Hit } from '../analyse/phrases.ts'
import { fold, type Word } from '../analyse/words.ts'
import type { Actor } from './actor.ts'
import type { ActorsLexicon, Naming } from './lexicon.ts'
import type { Register } from './register.ts'
import type { ActorRules } from './rules.ts'
import { fitOf, type Setting } from './setting.ts'
import { isCapital, isHyphenAt, isOpening } from './shapes.ts'
import { Stretches } from './stretches.ts'

/** A name of the lexicon in a sentence: its tokens, half-open, and which of the actors of that name it is. */
export interface KnownName {
  readonly from: number
  readonly to: number
  readonly naming: Naming
}

/** The lexicon's names in each sentence of a document, longest first where they overlap, by the sentence's index. */
export function findKnownNames(
  analysis: Analysis,
  lexicon: ActorsLexicon,
  setting: Setting,
): ReadonlyMap<number, readonly KnownName[]> {
  const fitting = analysis.sentences.map((sentence) =>
    sentence.hits.of(lexicon.namings).filter((hit) => isWrittenRight(sentence, hit, lexicon, setting)),
  )
  const introduced = introducedBy(fitting)
  const names = new Map<number, readonly KnownName[]>()
  for (const [index, hits] of fitting.entries()) {
    if (hits.length === 0) continue
    const found = longestOf(hits, (hit) => isAllowed(analysis, index, hit, lexicon, setting, introduced))
    names.set(
      index,
      found.flatMap((group) => choose(group, setting, introduced)),
    )
  }
  return names
}

/** Actors that the document calls by a name that is no one else's. */
function introducedBy(sentences: readonly (readonly Hit<Naming>[])[]): ReadonlySet<Actor> {
  const introduced = new Set<Actor>()
  for (const hits of sentences) {
    for (const [index, { from, to, entry }] of hits.entries()) {
      const isShared = [hits[index - 1], hits[index + 1]].some(
        (other) => other?.from === from && other.to === to && other.entry.actor !== entry.actor,
      )
      if (entry.when !== 'introduced' && !entry.isAmbiguous && !isShared) introduced.add(entry.actor)
    }
  }
  return introduced
}

function isAllowed(
  analysis: Analysis,
  index: number,
  { from, entry: naming }: Hit<Naming>,
  { rules }: ActorsLexicon,
  setting: Setting,
  introduced: ReadonlySet<Actor>,
): boolean {
  if (naming.when === 'introduced') {
    if (introduced.has(naming.actor)) return true
    const sentence = analysis.sentences[index]
    return (
      naming.actor.type === 'person' &&
      sentence !== undefined &&
      isTitled(sentence, from, rules) &&
      fitOf(naming.actor, setting, introduced) > 0
    )
  }
  if (!naming.isAmbiguous) return true
  return introduced.has(naming.actor) || fitOf(naming.actor, setting, introduced) > 0
}

/** Left to right, the longest of those that overlap; hits of one span stay together. */
function longestOf(hits: readonly Hit<Naming>[], test: (hit: Hit<Naming>) => boolean): Hit<Naming>[][] {
  const groups: Hit<Naming>[][] = []
  for (const hit of hits) {
    if (!test(hit)) continue
    const last = groups.at(-1)
    const before = last?.[0]
    if (last === undefined || before === undefined || hit.from >= before.to) groups.push([hit])
    else if (hit.from === before.from && hit.to === before.to) last.push(hit)
    else if (hit.to - hit.from > before.to - before.from) groups[groups.length - 1] = [hit]
  }
  return groups
}

function choose(group: readonly Hit<Naming>[], setting: Setting, introduced: ReadonlySet<Actor>): KnownName[] {
  const rankOf = ({ entry }: Hit<Naming>) => fitOf(entry.actor, setting, introduced) + senseRank(entry)
  const best = group.reduce<Hit<Naming> | undefined>(
    (chosen, hit) => (chosen === undefined || rankOf(hit) > rankOf(chosen) ? hit : chosen),
    undefined,
  )
  return best === undefined ? [] : [{ from: best.from, to: best.to, naming: sharedName(best.entry, introduced) }]
}

/**
 * A name of several words that many actors have ("International Commission of Inquiry") stands for itself in a document
 * that never says more.
 */
function sharedName(naming: Naming, introduced: ReadonlySet<Actor>): Naming {
  if (!naming.isAmbiguous || naming.written.length < 3 || introduced.has(naming.actor)) return naming
  return { ...naming, actor: { ...naming.actor, name: naming.written.join(' ').replace(/ ([-’']) ?/g, '$1') } }
}

/** "French" is an adjective first, which may stand for the people too; "Gbaya" is the people first. */
function senseRank(naming: Naming): number {
  const first = naming.kind === 'identity' ? 'people' : 'adjective'
  return naming.sense === first ? 0.5 : naming.sense === 'name' ? 0.25 : 0
}

function isWrittenRight(
  sentence: Sentence,
  { from, to, entry }: Hit<Naming>,
  { rules }: ActorsLexicon,
  setting: Setting,
): boolean {
  if (sentence.isAllCapitals) {
    return (
      to - from > 1 ||
      hasDots(tokenAt(sentence, from).word) ||
      !rules.names.ordinary.has(tokenAt(sentence, from).word.folded)
    )
  }
  for (let at = from; at < to; at++) {
    const written = entry.written[at - from] ?? ''
    if (rules.names.buildings.has(fold(written)) && tokenAt(sentence, at).word.shape === 'lower') return false
    if (!isCaseRight(tokenAt(sentence, at).word, written, entry.when, at === from && needsCapital(entry, rules)))
      return false
  }
  return to - from > 1 || entry.when === 'capitals' || !isCapitalByPlace(sentence, from, setting)
}

/**
 * A fighting group's name of one word, or any that begins with a prefix or an article, counts however it is written
 * ("janjaweed", "anti-balaka", "al-Shabaab"); all others need a capital.
 */
function needsCapital({ actor, kind, written }: Naming, rules: ActorRules): boolean {
  const first = (written[0] ?? '').toLowerCase()
  if (rules.names.joined.has(first) || rules.names.leaning.has(first) || rules.persons.particles.has(first))
    return false
  const isFighting = actor.type === 'armed-group' || actor.type === 'state-force'
  return kind !== 'actor' || !isFighting || written.length > 1
}

const startsUpper = /^\p{Lu}/u

function isCaseRight(word: Word, written: string, when: Naming['when'], isFirst: boolean): boolean {
  if (when === 'capitals') return word.shape !== 'lower' && word.shape !== 'capitalised'
  const isUpper = word.shape === 'mark' || word.shape === 'numeral' || startsUpper.test(word.text)
  if (when === 'capitalised') return !startsUpper.test(written) || isUpper
  return !isFirst || isUpper || !startsUpper.test(written)
}

function hasDots(word: Word): boolean {
  return word.text.includes('.')
}

/** A word at a sentence's beginning that the document elsewhere writes small: "Amnesty was granted". */
function isCapitalByPlace(sentence: Sentence, at: number, setting: Setting): boolean {
  const word = tokenAt(sentence, at).word
  return word.shape === 'capitalised' && isOpening(sentence, at) && setting.lowerCase.has(word.folded)
}

function isTitled(sentence: Sentence, from: number, rules: ActorRules): boolean {
  const before = foldedAt(sentence, from - 1) === '.' ? from - 2 : from - 1
  return rules.persons.titles.has(foldedAt(sentence, before))
}

/** The names of a sentence with those that its document taught, which go before the lexicon's. */
export function findLearnedNames(
  sentence: Sentence,
  known: readonly KnownName[],
  register: Register,
  setting: Setting,
  rules: ActorRules,
): readonly KnownName[] {
  const learned = register.automaton
    .scan(sentence.tokens)
    .of(register.namings)
    .filter((hit) => isLearnedRight(sentence, hit, setting, rules) && isFreeOfOthers(sentence, hit, register, rules))
    .map(({ from, to, entry }): KnownName => ({ from, to, naming: entry }))
  if (learned.length === 0) return known
  const all = [...learned, ...known].sort((a, b) => b.to - b.from - (a.to - a.from))
  const kept = new Stretches<KnownName>([])
  const free = all.filter((name) => {
    if (kept.touch(name)) return false
    kept.add(name)
    return true
  })
  return free.sort((a, b) => a.from - b.from)
}

function isLearnedRight(
  sentence: Sentence,
  { from, to, entry }: Hit<Naming>,
  setting: Setting,
  rules: ActorRules,
): boolean {
  if (sentence.isAllCapitals) {
    const isOrdinary = to - from === 1 && rules.names.ordinary.has(foldedAt(sentence, from))
    const before = foldedAt(sentence, from - 1)
    return !isOrdinary || before === 'the' || before === '('
  }
  for (let at = from; at < to; at++) {
    if (!isCaseRight(tokenAt(sentence, at).word, entry.written[at - from] ?? '', entry.when, at === from)) return false
  }
  return to - from > 1 || entry.when === 'capitals' || !isCapitalByPlace(sentence, from, setting)
}

/** What names a person only where it stands alone: not "Abiy Street", nor "in Jubal". */
function isFreeOfOthers(
  sentence: Sentence,
  { from, to }: Hit<Naming>,
  { alone }: Register,
  rules: ActorRules,
): boolean {
  if (to - from > 1 || !alone.has(foldedAt(sentence, from))) return true
  if (sentence.isAllCapitals || isCapital(tokenAt(sentence, to).word) || isHyphenAt(sentence, to)) return false
  const before = foldedAt(sentence, from - 1)
  if (isHyphenAt(sentence, from - 1) || rules.states.placePrepositions.has(before)) return false
  const isBehindName =
    isCapital(tokenAt(sentence, from - 1).word) && !isOpening(sentence, from - 1) && !rules.persons.notNames.has(before)
  return !isBehindName || isTitled(sentence, from, rules)
}
