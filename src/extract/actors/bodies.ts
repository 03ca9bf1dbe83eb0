import { foldedAt, textOf, tokenAt } from '../analyse/analysis.ts'
import type { Actor, Candidate } from './actor.ts'
import type { KnownName } from './known-names.ts'
import type { ActorsLexicon } from './lexicon.ts'
import { nameKey } from './person-names.ts'
import { fitOf, type Setting } from './setting.ts'
import { isPossessive } from './shapes.ts'
import type { Stretches } from './stretches.ts'

/**
 * Whose a body is that no name of the lexicon says as it stands: the organisation's or the state's that its name ends
 * with or that owns it, else the state's that the document is about.
 */
export function bodyOf(
  candidate: Candidate,
  names: Stretches<KnownName>,
  lexicon: ActorsLexicon,
  setting: Setting,
): Actor {
  if (!shaped.has(candidate.rule)) return candidate.actor
  return (
    partOf(candidate, names, lexicon) ??
    possessedBody(candidate, names, lexicon) ??
    nationalBody(candidate, lexicon, setting)
  )
}

const shaped = new Set(['actor.organisation-shape', 'actor.foreign-organisation', 'actor.shouted-organisation'])
const nobody: ReadonlySet<Actor> = new Set()

/** "Security Council of the United Nations", "Supreme Court of Kenya": the lexicon may have it as "UN Security Council". */
function partOf({ sentence, from, to }: Candidate, names: Stretches<KnownName>, lexicon: ActorsLexicon): Actor | null {
  const whole = names.endingAt(to).find((name) => name.from > from + 1 && name.naming.sense === 'name')
  if (whole === undefined) return null
  const link = foldedAt(sentence, whole.from - 1) === 'the' ? whole.from - 2 : whole.from - 1
  if (foldedAt(sentence, link) !== 'of' || link <= from) return null
  const isGovernment = link === from + 1 && foldedAt(sentence, from) === 'government'
  if (isGovernment && whole.naming.kind === 'state') return whole.naming.actor
  return listedBody(textOf(sentence, from, link), whole.naming.actor, lexicon)
}

/** The lexicon's body whose name is a part's with that of the whole before or behind it. */
function listedBody(part: string, whole: Actor, { bodies, namesOf }: ActorsLexicon): Actor | null {
  for (const name of namesOf.get(whole) ?? []) {
    for (const key of [`${name} ${part}`, `${part} of ${name}`, `${part} of the ${name}`, `${name}'s ${part}`]) {
      const body = bodies.get(nameKey(key))?.[0]
      if (body !== undefined) return body
    }
  }
  return null
}

/** "CAR’s Islamic Community" is the Central African Islamic Community. */
function possessedBody(
  { sentence, from, actor }: Candidate,
  names: Stretches<KnownName>,
  lexicon: ActorsLexicon,
): Actor | null {
  if (!isPossessive(tokenAt(sentence, from - 1).word)) return null
  const owner = names.endingAt(from - 1).find(({ naming }) => naming.kind === 'state')?.naming.actor
  if (owner === undefined) return null
  const listed = listedBody(actor.name, owner, lexicon)
  if (listed !== null) return listed
  const { stateBodies } = lexicon.rules.organisations
  const isOfState = [...stateBodies].some((body) => nameKey(actor.name).startsWith(nameKey(body)))
  if (isOfState) return ofState(actor, owner, lexicon)
  const adjective = lexicon.adjectives.get(owner)
  return adjective === undefined ? null : { ...actor, name: `${adjective} ${actor.name}`, countries: owner.countries }
}

/** A ministry or court that only this document names belongs to the state that the document is about. */
function nationalBody({ actor }: Candidate, lexicon: ActorsLexicon, setting: Setting): Actor {
  const state = setting.mainCountry === null ? undefined : lexicon.states.get(setting.mainCountry)
  if (state === undefined || actor.countries.length > 0) return actor
  const listed = listedBody(actor.name, state, lexicon)
  if (listed !== null && fitOf(listed, setting, nobody) > 0) return listed
  const { stateBodies } = lexicon.rules.organisations
  const isOfState = [...stateBodies].some((body) => nameKey(actor.name).startsWith(nameKey(body)))
  const isQualified = actor.name.includes(' of the ') || nameKey(actor.name).includes(nameKey(state.name))
  return isOfState && !isQualified ? ofState(actor, state, lexicon) : actor
}

function ofState(actor: Actor, state: Actor, { rules }: ActorsLexicon): Actor {
  const hasArticle = state.name.split(' ').some((word) => rules.organisations.articled.has(word.toLowerCase()))
  return {
    ...actor,
    name: `${actor.name} of ${hasArticle ? 'the ' : ''}${state.name}`,
    countries: state.countries,
  }
}
