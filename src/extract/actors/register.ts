import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js'
import { PhraseAutomaton, type PhraseSet } from '../analyse/phrases.ts'
import { tagsOf } from '../analyse/tagger.ts'
import { tokenise } from '../analyse/tokens.ts'
import { fold } from '../analyse/words.ts'
import type { Actor } from './actor.ts'
import type { Binding } from './introductions.ts'
import type { ActorsLexicon, Naming } from './lexicon.ts'
import { nameKey } from './person-names.ts'
import type { ActorRules } from './rules.ts'

/** The names that one document gives its actors. */
export interface Register {
  readonly automaton: PhraseAutomaton
  readonly namings: PhraseSet<Naming>
  /** Names that the document gives to something that does not act, by key. */
  readonly blocked: ReadonlySet<string>
  /** Names, folded, that mean a person only where they stand alone: given names and first surnames. */
  readonly alone: ReadonlySet<string>
  /** The actor that a name means here, by key: the one that the lexicon or an introduction says, or the fullest form. */
  readonly canonical: ReadonlyMap<string, Actor>
}

/** A person's name as it stands in the document. */
export interface PersonForm {
  readonly actor: Actor
  readonly isFull: boolean
}

/**
 * Learns a document's names: abbreviations and other names that it introduces, surnames of persons named in full.
 *
 * @param listed persons of the lexicon that the document names
 * @param offices offices of the lexicon that the document names, whose titles alone then mean them
 */
export function registerOf(
  bindings: readonly Binding[],
  persons: readonly PersonForm[],
  listed: readonly Actor[],
  offices: ReadonlySet<Actor>,
  lexicon: ActorsLexicon,
): Register {
  const { rules, states } = lexicon
  const automaton = new PhraseAutomaton()
  const namings = automaton.declare<Naming>('document')
  const canonical = new Map<string, Actor>()
  const blocked = new Set<string>()
  const learn = (alias: string, actor: Actor) => {
    const written = tokenise(alias).map((token) => token.word.text)
    if (written.length === 0) return
    const kind = states.get(actor.countries[0] ?? '') === actor ? 'state' : 'actor'
    const when = written.every((word) => word === word.toUpperCase()) ? 'capitals' : 'capitalised'
    automaton.add(namings, alias, { actor, kind, sense: 'name', when, isAmbiguous: false, written })
  }
  for (const { alias, actor } of bindings) {
    const key = nameKey(alias)
    if (actor === null) blocked.add(key)
    else if (!canonical.has(key)) {
      canonical.set(key, actor)
      learn(alias, actor)
    }
  }
  for (const actor of offices) {
    const words = fold(actor.name)
    for (const office of rules.persons.offices) {
      const key = nameKey(office)
      if (office.includes(' ') && words.includes(office) && !canonical.has(key)) canonical.set(key, actor)
    }
  }
  const people = clustered(persons, listed)
  for (const { actor, forms } of people) {
    for (const form of forms) canonical.set(nameKey(form), actor)
    for (const form of forms)
      for (const surname of surnamesOf(form, rules))
        if (!canonical.has(nameKey(surname))) {
          canonical.set(nameKey(surname), actor)
          learn(surname, actor)
        }
  }
  const alone = new Set<string>()
  const learnAlone = (name: string, actor: Actor) => {
    const key = nameKey(name)
    if (canonical.has(key) || !isFreeName(name, lexicon)) return
    canonical.set(key, actor)
    alone.add(fold(name))
    learn(name, actor)
  }
  // "President Okello", then "Okello".
  for (const { actor, isFull } of persons) if (!isFull) learnAlone(partsOf(actor.name).at(-1) ?? '', actor)
  for (const [name, actor] of ownParts(people)) learnAlone(name, actor)
  return { automaton, namings, blocked, alone, canonical }
}

/** Parts of full names that only one person has, "Abiy" of "Abiy Ahmed": many are called by what is not their surname. */
function ownParts(people: readonly Cluster[]): ReadonlyMap<string, Actor> {
  const owners = new Map<string, Actor | null>()
  for (const { actor, forms } of people) {
    const parts = new Set([...forms].flatMap((form) => partsOf(form).slice(0, mostParts)))
    for (const part of parts) owners.set(part, (owners.get(part) ?? actor) === actor ? actor : null)
  }
  return new Map([...owners].flatMap(([part, actor]): [string, Actor][] => (actor === null ? [] : [[part, actor]])))
}

const mostParts = 6

/** Whether a word in capitals can be nothing else than this name: neither the lexicon's nor an ordinary word. */
function isFreeName(name: string, { automaton, namings, rules }: ActorsLexicon): boolean {
  const folded = fold(name)
  if (name.length < 3 || !/^\p{Lu}/u.test(name)) return false
  const { persons, names } = rules
  if ([persons.notNames, persons.titles, persons.glued, persons.ideas, names.ordinary].some((set) => set.has(folded)))
    return false
  const tags = tagsOf(name.toLowerCase())[0]?.tags
  return tags?.has('Noun') === true && automaton.scan(tokenise(name)).of(namings).length === 0
}

interface Cluster {
  actor: Actor
  readonly forms: Set<string>
}

/** No name is compared with more than this many others, so that the work stays linear. */
const mostCompared = 50

/** Forms of one name together, under the lexicon's or the fullest of them. */
function clustered(persons: readonly PersonForm[], listed: readonly Actor[]): Cluster[] {
  const known = new Set(listed)
  const clusters: Cluster[] = [...known].map((actor) => ({ actor, forms: new Set([actor.name]) }))
  const bySurname = new Map<string, Cluster[]>()
  const byBeginning = new Map<string, Cluster[]>()
  const seen = new Set<string>()
  const file = (cluster: Cluster, name: string) => {
    const surname = nameKey(partsOf(name).at(-1) ?? '')
    const others = bySurname.get(surname)
    if (others === undefined) bySurname.set(surname, [cluster])
    else if (others.length < mostCompared && !others.includes(cluster)) others.push(cluster)
  }
  const fileBeginning = (cluster: Cluster) => {
    const beginning = nameKey(cluster.actor.name).slice(0, 2)
    const others = byBeginning.get(beginning)
    if (others === undefined) byBeginning.set(beginning, [cluster])
    else if (others.length < mostCompared) others.push(cluster)
  }
  for (const cluster of clusters) {
    file(cluster, cluster.actor.name)
    fileBeginning(cluster)
  }
  for (const { actor, isFull } of persons) {
    if (!isFull || seen.has(actor.name)) continue
    seen.add(actor.name)
    const near = bySurname.get(nameKey(partsOf(actor.name).at(-1) ?? '')) ?? []
    const same =
      near.find((cluster) => [...cluster.forms].some((form) => isOnePerson(form, actor.name))) ??
      byBeginning.get(nameKey(actor.name).slice(0, 2))?.find((cluster) => isSpelling(cluster.actor.name, actor.name))
    if (same === undefined) {
      const cluster = { actor, forms: new Set([actor.name]) }
      clusters.push(cluster)
      file(cluster, actor.name)
      fileBeginning(cluster)
      continue
    }
    same.forms.add(actor.name)
    file(same, actor.name)
    if (!known.has(same.actor) && partsOf(actor.name).length > partsOf(same.actor.name).length) same.actor = actor
  }
  return clusters
}

function partsOf(name: string): string[] {
  return name.split(/[\s.]+/).filter((part) => part !== '')
}

/** Names with one surname whose first names do not contradict: "Joseph Votel", "Joseph L. Votel", "J. Votel". */
function isOnePerson(one: string, other: string): boolean {
  const first = nameKey(partsOf(one)[0] ?? '')
  const second = nameKey(partsOf(other)[0] ?? '')
  if (first === second) return true
  if (first.length === 1 || second.length === 1) return first[0] === second[0]
  return jaroWinkler(first, second) > 0.93
}

/** Spellings of one name: the same letters, or nearly so in a long name. */
function isSpelling(one: string, other: string): boolean {
  const first = nameKey(one)
  const second = nameKey(other)
  if (first === second) return true
  return (
    first[0] === second[0] &&
    Math.abs(first.length - second.length) < 3 &&
    first.length > 8 &&
    jaroWinkler(first, second) > 0.96
  )
}

const article = /^(?:al|el|ul|ad|as|ash|an|ar|at|az)-(?=\p{Lu})/u

/** What a person is called by after the full name: "Le Drian", "al-Abadi" and "Abadi", "Samba-Panza". */
function surnamesOf(name: string, rules: ActorRules): string[] {
  const parts = partsOf(name.replace(/,.*$/, '').replace(/ (?:Jr|Sr|II|III|IV)\.?$/, ''))
  const last = parts.at(-1)
  if (last === undefined || parts.length < 2 || last.length < 2) return []
  let from = parts.length - 1
  while (from > 1 && rules.persons.particles.has((parts[from - 1] ?? '').toLowerCase())) from--
  const surname = parts.slice(from).join(' ')
  const bare = last.replace(article, '')
  return [...new Set([surname, last, bare])].filter((form) => form.length > 1)
}
