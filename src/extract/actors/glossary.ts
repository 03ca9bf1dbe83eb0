import type { GlossaryEntry } from '../../model/index.ts'
import { tokenise } from '../analyse/tokens.ts'
import { unlistedActor } from './actor.ts'
import type { Binding } from './introductions.ts'
import type { ActorsLexicon, Naming } from './lexicon.ts'

/** What a document's list of abbreviations teaches: an abbreviation of something that does not act names no actor. */
export function bindingsOf(glossary: readonly GlossaryEntry[], lexicon: ActorsLexicon): Binding[] {
  return glossary.flatMap(({ abbreviation, longForm }): Binding[] => {
    const shorts = namingsOf(abbreviation, lexicon)
    const longs = namingsOf(longForm, lexicon)
    const long = longs.find(({ actor }) => shorts.some((short) => short.actor === actor)) ?? longs[0]
    const short = shorts[0]
    if (long !== undefined) {
      return [abbreviation, longForm].map((alias) => ({ alias, actor: long.actor }))
    }
    if (!isOrganisation(longForm, lexicon)) return [{ alias: abbreviation, actor: null }]
    const actor = short?.actor ?? unlistedActor(longForm, typeOf(longForm, lexicon))
    return [
      { alias: longForm, actor },
      { alias: abbreviation, actor },
    ]
  })
}

/** What the lexicon has under exactly these words. */
function namingsOf(name: string, lexicon: ActorsLexicon): Naming[] {
  const tokens = tokenise(name)
  const hits = lexicon.automaton.scan(tokens).of(lexicon.namings)
  return hits.flatMap(({ from, to, entry }) =>
    from === 0 && to === tokens.length && entry.sense === 'name' ? [entry] : [],
  )
}

function wordsOf(name: string): string[] {
  return tokenise(name).map(({ word }) => word.folded)
}

function isOrganisation(name: string, { rules }: ActorsLexicon): boolean {
  const { heads, foreign } = rules.organisations
  return wordsOf(name).some((word) => heads.has(word) || foreign.has(word))
}

function typeOf(name: string, { rules }: ActorsLexicon) {
  const { heads, foreign } = rules.organisations
  const words = wordsOf(name)
  for (const word of words) {
    const type = heads.get(word) ?? foreign.get(word)
    if (type !== undefined) return type
  }
  return 'other' as const
}
