import type { GlossaryEntry } from '../../model/index.ts'
import { tokenise } from '../analyse/tokens.ts'
import { unlistedActor } from './actor.ts'
import type { Binding } from './introductions.ts'
import type { ActorsLexicon, Naming } from './lexicon.ts'

/** What a document's list of abbreviations teaches: an abbreviation of something that does not act names no actor. */
export function bindingsOf(glossary: readonly GlossaryEntry[], lexicon: ActorsLexicon): Binding[] {
  return glossary.flatMap(({ abbreviation, longForm }): Binding[] => {
    const long = namingOf(longForm, lexicon)
    const short = namingOf(abbreviation, lexicon)
    if (long !== null) return [{ alias: abbreviation, actor: long.actor }]
    if (!isOrganisation(longForm, lexicon)) return [{ alias: abbreviation, actor: null }]
    const actor = short?.actor ?? unlistedActor(longForm, typeOf(longForm, lexicon))
    return [
      { alias: longForm, actor },
      { alias: abbreviation, actor },
    ]
  })
}

/** What the lexicon has under exactly these words. */
function namingOf(name: string, lexicon: ActorsLexicon): Naming | null {
  const tokens = tokenise(name)
  const hit = lexicon.automaton.scan(tokens).at(lexicon.namings, 0)
  return hit !== undefined && hit.to === tokens.length && hit.entry.sense === 'name' ? hit.entry : null
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
