import type { Analysis } from '../analyse/analysis.ts'
import { type Mention, Mentions, withoutOverlaps } from '../mention.ts'
import { findAbbreviations } from './abbreviations.ts'
import type { Candidate } from './actor.ts'
import { bindingsOf } from './glossary.ts'
import { findIdentities } from './identities.ts'
import { findIntroductions, namedIn } from './introductions.ts'
import { findKnownNames, findLearnedNames, type KnownName } from './known-names.ts'
import { type ActorsLexicon, compileActors } from './lexicon.ts'
import { findOffices } from './offices.ts'
import { findOrganisations } from './organisations.ts'
import { findPersons } from './persons.ts'
import { registerOf } from './register.ts'
import { nameCandidates, settled } from './resolve.ts'
import { type Setting, settingOf } from './setting.ts'
import { ShortForms } from './short-forms.ts'
import { findStates } from './states.ts'
import { type Stretch, Stretches } from './stretches.ts'
import { findSurnames } from './surnames.ts'

export { type ActorsLexicon, compileActors }

const none: readonly KnownName[] = []

/**
 * Finds the actors of a document: first whatever names itself, by the lexicon, by shape and by title; from that, what
 * the document calls them; then all that these names, states, groups and offices stand for in their sentences.
 */
export function findActors(
  analysis: Analysis,
  lexicon: ActorsLexicon,
  { dates }: { dates: Mentions<'date'> },
): Mentions<'actor'> {
  const { rules } = lexicon
  const setting = settingOf(analysis, lexicon, dates)
  const listed = findKnownNames(analysis, lexicon, setting)
  const shaped = analysis.sentences.map((sentence) => {
    const known = listed.get(sentence.index) ?? none
    const names = new Stretches(known)
    const organisations = findOrganisations(sentence, rules, names)
    return { known, organisations, persons: findPersons(sentence, rules, names, new Stretches(organisations)) }
  })
  const bindings = [
    ...bindingsOf(analysis.document.glossary, lexicon),
    ...findIntroductions(analysis, lexicon.introductions, rules.organisations.heads, (sentence) => {
      const found = shaped[sentence.index]
      return found === undefined ? [] : namedIn(found.known, [...found.organisations, ...found.persons])
    }),
    ...findAbbreviations(analysis, lexicon, listed),
  ]
  const persons = shaped.flatMap((found) => found.persons)
  const listedPersons = [...listed.values()]
    .flat()
    .flatMap(({ naming }) => (naming.actor.type === 'person' ? [naming.actor] : []))
  const inFull = [...listedPersons, ...persons.filter(({ isFull }) => isFull).map(({ actor }) => actor)]
  bindings.push(
    ...findSurnames(
      analysis,
      lexicon,
      setting,
      inFull.map(({ name }) => name),
    ),
  )
  const offices = new Set(
    [...listed.values()].flat().flatMap(({ naming }) => (naming.actor.type === 'igo' ? [naming.actor] : [])),
  )
  const register = registerOf(bindings, persons, listedPersons, offices, lexicon)
  const mentions: Mention<'actor'>[] = []
  const shortForms = new ShortForms(rules)
  for (const sentence of analysis.sentences) {
    const found = shaped[sentence.index]
    if (found === undefined) continue
    const known = findLearnedNames(sentence, found.known, register, setting, rules)
    const names = new Stretches(known)
    const candidates: Candidate[] = [
      ...nameCandidates(sentence, known, rules),
      ...found.organisations,
      ...findOffices(sentence, rules, names),
      ...findStates(sentence, lexicon, known),
      ...findIdentities(sentence, rules, known),
    ]
    const kept = settled(sentence, { names, candidates, persons: found.persons }, register, lexicon, setting)
    const days = new Stretches(dates.in(sentence))
    const named = kept.filter((candidate) => !isDate(days, candidate))
    mentions.push(...shortForms.resolve(sentence, named).map((candidate) => mentionOf(candidate, setting)))
  }
  return new Mentions(withoutOverlaps(mentions))
}

/** "November 17" is a day before it is the group of that name. */
function isDate(days: Stretches<Stretch>, { from, to }: Candidate): boolean {
  return days.covering(from).some((day) => day.from <= from && to <= day.to)
}

function mentionOf({ sentence, from, to, rule, actor }: Candidate, { years }: Setting): Mention<'actor'> {
  const isParty = years !== null && years.from >= (actor.partyFrom ?? Infinity)
  return { sentence, from, to, rule, fields: { name: actor.name, type: isParty ? 'other' : actor.type } }
}
