import type { ActorType } from '../../model/index.ts'
import { foldedAt, type Sentence, textOf, tokenAt } from '../analyse/analysis.ts'
import { type Candidate, unlistedActor } from './actor.ts'
import type { KnownName } from './known-names.ts'
import { writtenName } from './person-names.ts'
import type { OrganisationRules, WordSet } from './rules.ts'
import { isCapital, isHyphenAt, isPossessive } from './shapes.ts'
import type { Stretch, Stretches } from './stretches.ts'

const longestName = 14

/**
 * Organisations told by the shape of their names: "Patriotic Front for Renewal", "Ministry of Justice", "Operation
 * Turquoise", "Union des Forces Républicaines".
 *
 * @param known the lexicon's names in the sentence
 */
export function findOrganisations(
  sentence: Sentence,
  rules: OrganisationRules,
  known: Stretches<KnownName>,
  titles: WordSet,
): Candidate[] {
  const found: Candidate[] = []
  for (let at = 0; at < sentence.tokens.length; ) {
    const isBeforeForeign = rules.outside.has(foldedAt(sentence, at)) && rules.foreign.has(foldedAt(sentence, at + 1))
    if (!startsName(sentence, at) || isBeforeForeign) {
      at++
      continue
    }
    const named =
      foreignNameAt(sentence, at, rules) ?? (sentence.isAllCapitals ? shoutedNameAt(sentence, at, rules) : null)
    if (named !== null) {
      found.push(named)
      at = named.to
    } else if (sentence.isAllCapitals) at++
    else {
      const run = runAt(sentence, at, rules, known)
      for (const stretch of partsOf(sentence, run, rules, known)) {
        const organisation = organisationIn(sentence, stretch, rules, titles)
        if (organisation !== null) found.push(organisation)
      }
      at = run.to
    }
  }
  return found
}

const ordinal = /^\d+(?:st|nd|rd|th)$/

function startsName(sentence: Sentence, at: number): boolean {
  const { word } = tokenAt(sentence, at)
  return isCapital(word) || (ordinal.test(word.folded) && isCapital(tokenAt(sentence, at + 1).word))
}

/** The capitalised words from a place on, with small words, hyphens and possessives that join them. */
function runAt(sentence: Sentence, from: number, rules: OrganisationRules, known: Stretches<KnownName>): Stretch {
  let to = from + 1
  for (;;) {
    const next = extended(sentence, to, rules, known)
    if (next === to || next - from > longestName) return { from, to }
    to = next
  }
}

function extended(sentence: Sentence, to: number, rules: OrganisationRules, known: Stretches<KnownName>): number {
  const { word } = tokenAt(sentence, to)
  if (isCapital(word) || (ordinal.test(word.folded) && isCapital(tokenAt(sentence, to + 1).word))) return to + 1
  if (isHyphenAt(sentence, to)) return to + 2
  if (isPossessive(word)) {
    const owner = foldedAt(sentence, to - 1)
    return rules.possessors.has(owner) && isCapital(tokenAt(sentence, to + 1).word) ? to + 2 : to
  }
  let at = to
  while (at < to + 3 && rules.connectors.has(foldedAt(sentence, at)) && !isCapital(tokenAt(sentence, at).word)) at++
  if (at === to || !isCapital(tokenAt(sentence, at).word)) return to
  const joins = foldedAt(sentence, to)
  if (joins === 'the') return to
  // "in" continues a name only before a place that the lexicon knows: "Mission in the Central African Republic".
  if (joins === 'in' && !known.startingAt(at).some(({ naming }) => naming.kind === 'state')) return to
  return at + 1
}

const conjunctions = new Set(['and', '&', 'y', 'et', 'e'])

/** A run cut at the conjunctions that join two names and are not part of one. */
function partsOf(sentence: Sentence, run: Stretch, rules: OrganisationRules, known: Stretches<KnownName>): Stretch[] {
  for (let at = run.from + 1; at < run.to - 1; at++) {
    if (!conjunctions.has(foldedAt(sentence, at))) continue
    const left = { from: run.from, to: at }
    const right = { from: foldedAt(sentence, at + 1) === 'the' ? at + 2 : at + 1, to: run.to }
    if (joinsTwoNames(sentence, left, right, rules, known)) return [left, ...partsOf(sentence, right, rules, known)]
  }
  return [run]
}

function joinsTwoNames(
  sentence: Sentence,
  left: Stretch,
  right: Stretch,
  rules: OrganisationRules,
  known: Stretches<KnownName>,
): boolean {
  if (foldedAt(sentence, right.from - 1) === 'the') return true
  const isKnown =
    known.endingAt(left.to).length > 0 || known.startingAt(right.from).some(({ to }) => to > right.from + 1)
  if (isKnown) return true
  const leftHead = headIn(sentence, left, rules)
  if (leftHead === null) return false
  return leftHead === left.to - 1 || headIn(sentence, right, rules) !== null
}

/** The head of the name in a stretch: the last word, or a leading one with a link behind it. */
function headIn(sentence: Sentence, { from, to }: Stretch, rules: OrganisationRules): number | null {
  for (let at = from; at < to; at++) {
    if (!isHead(sentence, at, from, rules)) continue
    if (at === to - 1) return at > from ? at : null
    const next = foldedAt(sentence, at + 1)
    if (rules.links.has(next) && next !== 'and' && (at > from || rules.leading.has(foldedAt(sentence, at)))) return at
    if (rules.codeNamed.has(foldedAt(sentence, at))) return at
  }
  return null
}

function isHead(sentence: Sentence, at: number, from: number, rules: OrganisationRules): boolean {
  const word = foldedAt(sentence, at)
  if (rules.codeNamed.has(word)) return true
  if (!rules.heads.has(word) || rules.adverbial.has(foldedAt(sentence, at - 1))) return false
  const guards = rules.guarded.get(word)
  if (guards === undefined) return true
  for (let before = from; before < at; before++) if (guards.has(foldedAt(sentence, before))) return true
  return false
}

function organisationIn(
  sentence: Sentence,
  stretch: Stretch,
  rules: OrganisationRules,
  titles: WordSet,
): Candidate | null {
  const from = beginningOf(sentence, stretch, rules, titles)
  const inner = { from, to: stretch.to }
  const head = headIn(sentence, inner, rules)
  if (head === null) return null
  const word = foldedAt(sentence, head)
  const code = rules.codeNamed.get(word)
  const start = code === undefined ? from : head
  let to = stretch.to
  if (code !== undefined) {
    to = head + 1
    while (to < stretch.to && (isCapital(tokenAt(sentence, to).word) || isHyphenAt(sentence, to))) to++
    if (to < head + 2) return null
  }
  if (to - start < 2 || rules.notAgents.has(foldedAt(sentence, to - 1))) return null
  const type = code ?? typeOf(sentence, { from: start, to }, word, rules)
  const rule = code === undefined ? 'actor.organisation-shape' : 'actor.code-name'
  return { sentence, from: start, to, rule, actor: unlistedActor(textOf(sentence, start, to), type) }
}

/** Behind words that only open the sentence, and behind "President of the". */
function beginningOf(sentence: Sentence, { from, to }: Stretch, rules: OrganisationRules, titles: WordSet): number {
  let start = from
  for (let at = from; at < to - 1; at++) {
    const word = foldedAt(sentence, at)
    if (at === start && (rules.outside.has(word) || (at > from && rules.connectors.has(word)))) start = at + 1
    else if (titles.has(word) && !rules.heads.has(word) && rules.links.has(foldedAt(sentence, at + 1))) {
      start = foldedAt(sentence, at + 2) === 'the' ? at + 3 : at + 2
    }
  }
  return Math.min(start, to - 1)
}

function typeOf(sentence: Sentence, { from, to }: Stretch, head: string, rules: OrganisationRules): ActorType {
  for (const { type, words, heads } of rules.typed) {
    if (!heads.has(head)) continue
    for (let at = from; at < to; at++) if (words.has(foldedAt(sentence, at))) return type
  }
  return rules.heads.get(head) ?? 'other'
}

/** A French, Spanish or Portuguese name: a head of the language, then its words up to the next English one. */
function foreignNameAt(sentence: Sentence, from: number, rules: OrganisationRules): Candidate | null {
  const type = rules.foreign.get(foldedAt(sentence, from))
  if (type === undefined) return null
  let to = from + 1
  let links = 0
  let end = to
  while (to - from < longestName) {
    const { word } = tokenAt(sentence, to)
    if (isForeignLink(sentence, to, rules)) {
      links++
      to++
      continue
    }
    const isInside = word.shape !== 'mark' && word.shape !== 'numeral'
    const isJoined = isHyphenAt(sentence, to)
    if (isJoined) {
      to += 2
      end = to
      continue
    }
    if (!isInside) break
    const isContinuing = isForeignLink(sentence, to - 1, rules) || hasForeignEnding(word.folded, rules)
    if (!isContinuing && !(isCapital(word) && !sentence.isAllCapitals)) break
    to++
    end = to
  }
  if (end - from < 2) return null
  const isForeign = links > 0 || hasForeignEnding(foldedAt(sentence, from + 1), rules)
  if (!isForeign) return null
  const head = foldedAt(sentence, from)
  const exact = rules.heads.has(head)
    ? typeOf(sentence, { from, to: end }, head, rules)
    : typedForeign(sentence, { from, to: end }, head, type, rules)
  return {
    sentence,
    from,
    to: end,
    rule: 'actor.foreign-organisation',
    actor: unlistedActor(writtenName(sentence, { from, to: end }), exact),
  }
}

function typedForeign(
  sentence: Sentence,
  { from, to }: Stretch,
  head: string,
  fallback: ActorType,
  rules: OrganisationRules,
): ActorType {
  for (const { type, words, heads } of rules.typed) {
    if (!heads.has(head)) continue
    for (let at = from; at < to; at++) if (words.has(foldedAt(sentence, at))) return type
  }
  return fallback
}

const elided = /^[dl]'/

/** "à" counts by its accent or the article behind it, since "a" is English too. */
function isForeignLink(sentence: Sentence, at: number, rules: OrganisationRules): boolean {
  const { text, folded } = tokenAt(sentence, at).word
  if (folded === 'a') return text !== 'a' && text !== 'A' ? true : rules.foreignLinks.has(foldedAt(sentence, at + 1))
  return rules.foreignLinks.has(folded)
}

function hasForeignEnding(folded: string, rules: OrganisationRules): boolean {
  return folded.length > 4 && (elided.test(folded) || rules.foreignEndings.some((ending) => folded.endsWith(ending)))
}

/** A name in text all in capitals: a head with a word before it that such names have, or "MINISTRY OF" with a word. */
function shoutedNameAt(sentence: Sentence, from: number, rules: OrganisationRules): Candidate | null {
  let head = from
  while (head - from < 4 && rules.modifiers.has(foldedAt(sentence, head))) head++
  const word = foldedAt(sentence, head)
  if (!rules.heads.has(word)) return null
  const isLeading = head === from && rules.leading.has(word) && foldedAt(sentence, from + 1) === 'of'
  const to = isLeading ? head + 3 : head + 1
  if (to - from < 2 || (isLeading && !isCapital(tokenAt(sentence, head + 2).word))) return null
  if (isLeading && (word === 'government' || rules.connectors.has(foldedAt(sentence, head + 2)))) return null
  const type = typeOf(sentence, { from, to }, word, rules)
  return {
    sentence,
    from,
    to,
    rule: 'actor.shouted-organisation',
    actor: unlistedActor(writtenName(sentence, { from, to }), type),
  }
}
