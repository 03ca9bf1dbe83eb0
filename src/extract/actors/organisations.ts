import { foldedAt, type Sentence, textOf, tokenAt } from '../analyse/analysis.ts'
import { type Candidate, unlistedActor } from './actor.ts'
import { foreignNameAt } from './foreign-names.ts'
import type { KnownName } from './known-names.ts'
import { typeOf } from './organisation-type.ts'
import { isFirstName, writtenName } from './person-names.ts'
import type { ActorRules, OrganisationRules, WordSet } from './rules.ts'
import { isCapital, isHyphenAt, isPossessive } from './shapes.ts'
import type { Stretch, Stretches } from './stretches.ts'
import { behindNumber, numberedUnitAt, ordinal } from './units.ts'

const longestName = 14

/**
 * Organisations told by the shape of their names: "Patriotic Front for Renewal", "Ministry of Justice", "Operation
 * Turquoise", "Union des Forces Républicaines".
 *
 * @param known the lexicon's names in the sentence
 */
export function findOrganisations(
  sentence: Sentence,
  actorRules: ActorRules,
  known: Stretches<KnownName>,
): Candidate[] {
  const rules = actorRules.organisations
  const found: Candidate[] = []
  for (let at = 0; at < sentence.tokens.length; ) {
    if (!startsName(sentence, at) || rules.outside.has(foldedAt(sentence, at))) {
      at++
      continue
    }
    const named =
      foreignNameAt(sentence, at, rules) ??
      (sentence.isAllCapitals ? shoutedNameAt(sentence, at, rules) : numberedUnitAt(sentence, at, rules, known))
    if (named !== null) {
      found.push(named)
      at = named.to
    } else if (sentence.isAllCapitals) at++
    else {
      const run = runAt(sentence, at, actorRules, known)
      for (const stretch of partsOf(sentence, run, rules, known)) {
        const organisation = organisationIn(sentence, stretch, actorRules, known)
        if (organisation !== null) found.push(organisation)
      }
      at = run.to
    }
  }
  return found
}

function startsName(sentence: Sentence, at: number): boolean {
  const { word } = tokenAt(sentence, at)
  return isCapital(word) || (ordinal.test(word.folded) && isCapital(tokenAt(sentence, at + 1).word))
}

/** The capitalised words from a place on, with small words, hyphens and possessives that join them. */
function runAt(sentence: Sentence, from: number, rules: ActorRules, known: Stretches<KnownName>): Stretch {
  let to = from + 1
  for (;;) {
    const next = extended(sentence, to, rules, known)
    if (next === to || next - from > longestName) return { from, to }
    to = next
  }
}

function extended(
  sentence: Sentence,
  to: number,
  { organisations: rules, persons }: ActorRules,
  known: Stretches<KnownName>,
): number {
  const { word } = tokenAt(sentence, to)
  if (isCapital(word) || (ordinal.test(word.folded) && isCapital(tokenAt(sentence, to + 1).word))) return to + 1
  const article = endOfArticle(sentence, to, rules)
  if (article > to) return article
  if (isHyphenAt(sentence, to)) return to + 2
  if (isPossessive(word)) {
    const owner = foldedAt(sentence, to - 1)
    return rules.possessors.has(owner) && isCapital(tokenAt(sentence, to + 1).word) ? to + 2 : to
  }
  let at = to
  while (at < to + 3 && rules.connectors.has(foldedAt(sentence, at)) && !isCapital(tokenAt(sentence, at).word)) at++
  const next = foldedAt(sentence, at)
  if (at === to || !isCapital(tokenAt(sentence, at).word)) return to
  // "Congress on May 29", "Army of General Okello": what follows is no part of a name.
  if (rules.outside.has(next) || (persons.titles.has(next) && isCapital(tokenAt(sentence, at + 1).word))) return to
  const joins = foldedAt(sentence, to)
  if (joins === 'the') return to
  // "in" continues a name only before a place that the lexicon knows, "against" only before none: "Mission in the Central
  // African Republic", "the Front against Corruption".
  const isState = known.startingAt(at).some(({ naming }) => naming.kind === 'state')
  if ((joins === 'in' && !isState) || (joins === 'against' && isState)) return to
  return at + 1
}

/** Over the article or link that joins Arabic, Persian and Urdu names: "al-Furqan", "-e-Taiba". */
function endOfArticle(sentence: Sentence, at: number, rules: OrganisationRules): number {
  const article = isHyphenAt(sentence, at) ? at + 1 : at
  const isArticle = rules.articles.has(foldedAt(sentence, article)) && isHyphenAt(sentence, article + 1)
  return isArticle && isCapital(tokenAt(sentence, article + 2).word) ? article + 3 : at
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
  actorRules: ActorRules,
  known: Stretches<KnownName>,
): Candidate | null {
  const rules = actorRules.organisations
  const from = beginningOf(sentence, stretch, rules, actorRules.persons.titles)
  const inner = { from, to: stretch.to }
  const head = headIn(sentence, inner, rules)
  if (head === null) return null
  const word = foldedAt(sentence, head)
  const code = rules.codeNamed.get(word)
  const start = code === undefined ? from : head
  const to =
    code === undefined ? behindNumber(sentence, stretch.to, rules) : endOfCodeName(sentence, head, stretch, rules)
  const name = { from: start, to }
  if (to - start < 2 || isNoAgent(sentence, { from: start, to: stretch.to }, rules)) return null
  if (code === undefined && isOtherName(sentence, name, head, actorRules, known)) return null
  const type = code ?? typeOf(sentence, name, word, rules)
  const rule = code === undefined ? 'actor.organisation-shape' : 'actor.code-name'
  return { sentence, from: start, to, rule, actor: unlistedActor(textOf(sentence, start, to), type) }
}

function endOfCodeName(sentence: Sentence, head: number, stretch: Stretch, rules: OrganisationRules): number {
  let to = head + 1
  while (to < stretch.to) {
    const article = endOfArticle(sentence, to, rules)
    if (article > to) to = article
    else if (isCapital(tokenAt(sentence, to).word) || isHyphenAt(sentence, to)) to++
    else break
  }
  return to
}

/** The last word names no agent, "Charter"; "Patriotic Convention" may still. */
function isNoAgent(sentence: Sentence, { from, to }: Stretch, rules: OrganisationRules): boolean {
  const last = foldedAt(sentence, to - 1)
  const isGuarded = rules.guarded.has(last) && isHead(sentence, to - 1, from, rules)
  return rules.notAgents.has(last) && !isGuarded
}

/** What only looks like an organisation: a state, a person, a front of a war, a book, a known name behind "of". */
function isOtherName(
  sentence: Sentence,
  { from, to }: Stretch,
  head: number,
  { organisations: rules, persons, givenNames }: ActorRules,
  known: Stretches<KnownName>,
): boolean {
  const first = tokenAt(sentence, from).word
  const isState = known.startingAt(from).some((name) => name.to === to && name.naming.kind === 'state')
  if (isState || rules.notOrganisations.has(`${first.folded} ${foldedAt(sentence, to - 1)}`)) return true
  if (to - from === 2 && rules.surnames.has(foldedAt(sentence, head)) && isFirstName(first, { givenNames })) return true
  if (to - from === 3 && head === to - 1 && conjunctions.has(foldedAt(sentence, from + 1))) return true
  const whole = known.endingAt(to).find((name) => name.from > from + 1 && name.from <= head)
  if (whole === undefined) return false
  const link = foldedAt(sentence, whole.from - 1) === 'the' ? whole.from - 2 : whole.from - 1
  return rules.links.has(foldedAt(sentence, link)) && !persons.titles.has(first.folded)
}

/** Behind words that only open the sentence, and behind "President of the". */
function beginningOf(sentence: Sentence, { from, to }: Stretch, rules: OrganisationRules, titles: WordSet): number {
  let start = from
  for (let at = from; at < to - 1; at++) {
    const word = foldedAt(sentence, at)
    if (at === start && (rules.outside.has(word) || (at > from && rules.connectors.has(word)))) start = at + 1
    else if (
      (titles.has(word) || rules.events.has(word)) &&
      !rules.heads.has(word) &&
      rules.links.has(foldedAt(sentence, at + 1))
    ) {
      start = foldedAt(sentence, at + 2) === 'the' ? at + 3 : at + 2
    }
  }
  return Math.min(start, to - 1)
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
