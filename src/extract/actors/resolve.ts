import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js'
import { foldedAt, type Sentence, textOf, tokenAt } from '../analyse/analysis.ts'
import { fold } from '../analyse/words.ts'
import { type Actor, type Candidate, unlistedActor } from './actor.ts'
import { bodyOf } from './bodies.ts'
import type { KnownName } from './known-names.ts'
import type { ActorsLexicon } from './lexicon.ts'
import { endOfPersonName, nameKey, surnameKey, writtenName } from './person-names.ts'
import type { PersonFound } from './persons.ts'
import type { Register } from './register.ts'
import type { ActorRules } from './rules.ts'
import type { Setting } from './setting.ts'
import { isCapital, isHyphenAt, isPossessive } from './shapes.ts'
import { type Stretch, Stretches } from './stretches.ts'

/** Known names of organisations and persons as candidates, "ex-" with the name that it stands before. */
export function nameCandidates(sentence: Sentence, known: readonly KnownName[], rules: ActorRules): Candidate[] {
  const found: Candidate[] = []
  for (const { from, to, naming } of known) {
    if (naming.kind !== 'actor' || isPartOfTitle(sentence, to, rules) || isInSymbol(sentence, from, to)) continue
    const isJoined = isHyphenAt(sentence, from - 1) && rules.names.joined.has(foldedAt(sentence, from - 2))
    const rule = naming.when === 'introduced' ? 'actor.known-alias' : 'actor.known-name'
    const hasArticle = foldedAt(sentence, from) === 'the' && to - from > 1
    const start = isJoined ? from - 2 : hasArticle ? from + 1 : from
    found.push({ sentence, from: start, to, actor: naming.actor, rule })
  }
  return found
}

/** "UN Charter", "AU Summit": the name only qualifies something that does not act. */
function isPartOfTitle(sentence: Sentence, to: number, rules: ActorRules): boolean {
  if (sentence.isAllCapitals) return false
  for (let at = to; at < to + 5; at++) {
    const { word } = tokenAt(sentence, at)
    if (!isCapital(word)) return false
    if (rules.organisations.notAgents.has(word.folded)) return true
  }
  return false
}

/** "A/HRC/32/30": a document's symbol; "JEM/SLA" is none. */
function isInSymbol(sentence: Sentence, from: number, to: number): boolean {
  const isSlash = (at: number) => foldedAt(sentence, at) === '/' && !tokenAt(sentence, at).spaced
  return isSlash(to) && (isSlash(from - 1) || tokenAt(sentence, to + 1).word.shape === 'numeral')
}

/** What the rules found in a sentence. */
export interface Found {
  readonly names: Stretches<KnownName>
  readonly candidates: readonly Candidate[]
  readonly persons: readonly PersonFound[]
}

/**
 * The candidates that stand, under the names that the document settles on: no office or nationality before the person
 * who holds it, nothing whose name the document gives to something else.
 */
export function settled(
  sentence: Sentence,
  { names, candidates, persons }: Found,
  register: Register,
  lexicon: ActorsLexicon,
  setting: Setting,
): Candidate[] {
  const all = new Stretches<Candidate>([...persons, ...candidates])
  const holders = candidates.flatMap((candidate) => holderOf(sentence, candidate, all, lexicon.rules))
  const titles = new Stretches<Stretch>([
    ...persons.map(({ titleFrom, from }) => ({ from: titleFrom, to: from })),
    ...holders.map(({ office }) => office),
  ])
  const isTitle = ({ from, to }: Candidate) =>
    titles.covering(from).some((title) => title.from <= from && to <= title.to)
  const standing = candidates.filter(
    (candidate) =>
      !isTitle(candidate) &&
      !isOfRole(sentence, candidate, all, lexicon.rules) &&
      !isInApposition(sentence, candidate, all, lexicon.rules) &&
      !register.blocked.has(nameKey(textOf(sentence, candidate.from, candidate.to))),
  )
  const named = holders.flatMap(({ person }) => (person === null ? [] : [person]))
  return [...standing, ...persons, ...named].map((candidate) => ({
    ...candidate,
    actor: canonicalOf(candidate, names, register, lexicon, setting),
  }))
}

interface Holder {
  readonly office: Stretch
  /** The person, where no other rule found it. */
  readonly person: Candidate | null
}

/** "…, the UN Emergency Relief Coordinator, Jan Egeland": the office with the name that follows it. */
function holderOf(sentence: Sentence, office: Candidate, all: Stretches<Candidate>, rules: ActorRules): Holder[] {
  if (!isOffice(sentence, office, rules)) return []
  const hasComma = foldedAt(sentence, office.to) === ','
  const from = hasComma ? office.to + 1 : office.to
  const isPerson = (other: Candidate) => other.actor.type === 'person'
  if (all.startingAt(from).some(isPerson)) return [{ office, person: null }]
  // "…, the UN’s Special Representative …": the comma may stand before the office's owner.
  const owner = isPossessive(tokenAt(sentence, office.from - 1).word) ? all.endingAt(office.from - 1)[0] : undefined
  const start = owner?.from ?? office.from
  const before = beforeArticle(sentence, start)
  const isApposition = foldedAt(sentence, before) === ',' && all.endingAt(before).some(isPerson)
  if (isApposition) return [{ office: { from: start, to: office.to }, person: null }]
  const to = endOfPersonName(sentence, from, rules)
  const isOther = all.touch({ from, to }, (other) => !isPerson(other))
  // "Secretary of State Kerry": right behind an office one word is a name.
  const least = hasComma ? 2 : 1
  const end = foldedAt(sentence, to - 1)
  if (to - from < least || isOther || rules.organisations.heads.has(end) || rules.persons.ideas.has(end)) return []
  const actor = unlistedActor(writtenName(sentence, { from, to }), 'person')
  return [{ office, person: { sentence, from, to, actor, rule: 'actor.office-holder' } }]
}

/** The place before a name, over "then the". */
function beforeArticle(sentence: Sentence, from: number): number {
  const before = foldedAt(sentence, from - 1) === 'the' ? from - 2 : from - 1
  return foldedAt(sentence, before) === 'then' || foldedAt(sentence, before) === 'now' ? before - 1 : before
}

const longestRole = 4

/** "The US special envoy, Ana Ruiz": the state only belongs to the role of the person who follows. */
function isOfRole(
  sentence: Sentence,
  { to, rule, actor }: Candidate,
  all: Stretches<Candidate>,
  rules: ActorRules,
): boolean {
  // "Okello's son, Ana Ruiz" speaks of two persons.
  const isOwner = isPossessive(tokenAt(sentence, to).word) && actor.type !== 'person'
  if (!isOwner && !stateRules.has(rule)) return false
  for (let at = isOwner ? to + 1 : to; at < to + longestRole; at++) {
    if (tokenAt(sentence, at).word.shape !== 'lower') return false
    const next = foldedAt(sentence, at + 1) === ',' ? at + 2 : at + 1
    const isPerson = all.startingAt(next).some(({ actor }) => actor.type === 'person')
    if (rules.persons.roles.has(foldedAt(sentence, at)) && isPerson) return true
  }
  return false
}

/** "Ana Ruiz, the US special envoy", "Ana Ruiz, the UN's head of relief": a title behind the name is left out too. */
function isInApposition(
  sentence: Sentence,
  { from, to, rule }: Candidate,
  all: Stretches<Candidate>,
  rules: ActorRules,
): boolean {
  const isOwner = isPossessive(tokenAt(sentence, to).word)
  if (!isOwner && !stateRules.has(rule)) return false
  const comma = beforeArticle(sentence, from)
  const isBehindPerson =
    foldedAt(sentence, comma) === ',' && all.endingAt(comma).some(({ actor }) => actor.type === 'person')
  if (!isBehindPerson) return false
  for (let at = isOwner ? to + 1 : to; at < to + longestRole + 1; at++) {
    const { word } = tokenAt(sentence, at)
    if (rules.persons.roles.has(word.folded)) return true
    if (word.shape !== 'lower') return false
  }
  return false
}

const stateRules = new Set(['actor.state-modifier', 'actor.state-adjective'])

function isOffice(sentence: Sentence, { from, to, actor }: Candidate, rules: ActorRules): boolean {
  if (actor.type === 'person' || actor.type === 'civilian' || to - from < 2)
    return actor.type !== 'person' && /Secretary-General/.test(actor.name)
  if (foldedAt(sentence, from) === 'office') return false
  for (let at = from; at < to; at++) if (rules.persons.officeHeads.has(foldedAt(sentence, at))) return true
  return false
}

function canonicalOf(
  candidate: Candidate,
  names: Stretches<KnownName>,
  register: Register,
  lexicon: ActorsLexicon,
  setting: Setting,
): Actor {
  const { actor } = candidate
  const known = register.canonical.get(nameKey(actor.name))
  if (known !== undefined && known.type !== 'person' && actor.type === 'person') return actor
  return known ?? surnamed(actor, lexicon) ?? misspelt(candidate, lexicon) ?? bodyOf(candidate, names, lexicon, setting)
}

/** The one person of the lexicon whose name ends with these two words or more: "Ríos Montt". */
function surnamed(actor: Actor, { surnames }: ActorsLexicon): Actor | null {
  if (actor.type !== 'person' || !actor.name.includes(' ')) return null
  const key = nameKey(actor.name)
  const [only, other] = (surnames.get(surnameKey(actor.name)) ?? []).filter(({ name }) => nameKey(name).endsWith(key))
  return only !== undefined && other === undefined ? only : null
}

const nearlySame = 0.97

/** The lexicon's actor whose long name differs by a slip of the pen. */
function misspelt({ actor, rule }: Candidate, lexicon: ActorsLexicon): Actor | null {
  if (rule !== 'actor.organisation-shape' && rule !== 'actor.foreign-organisation') return null
  const first = fold(actor.name.split(' ')[0] ?? '')
  const key = nameKey(actor.name)
  const near = lexicon.longNames
    .get(first)
    ?.find((name) => Math.abs(name.key.length - key.length) < 3 && jaroWinkler(name.key, key) > nearlySame)
  return near?.actor ?? null
}
