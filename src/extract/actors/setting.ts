import type { Analysis, Sentence } from '../analyse/analysis.ts'
import type { Mentions } from '../mention.ts'
import type { Actor } from './actor.ts'
import type { ActorsLexicon } from './lexicon.ts'

/** Where and when a document plays, from all of its words: what chooses between actors of one name. */
export interface Setting {
  /** How often each country is spoken of, by code. */
  readonly countries: ReadonlyMap<string, number>
  /** The one most spoken of. */
  readonly mainCountry: string | null
  /** Years that bound most of its dates. */
  readonly years: { readonly from: number; readonly to: number } | null
  /** Words that stand in lower case somewhere, folded: such a word in capitals at a sentence's beginning is no name. */
  readonly lowerCase: ReadonlySet<string>
}

export function settingOf(analysis: Analysis, lexicon: ActorsLexicon, dates: Mentions<'date'>): Setting {
  const countries = new Map<string, number>()
  const lowerCase = new Set<string>()
  for (const sentence of analysis.sentences) {
    for (const { word } of sentence.tokens) if (word.shape === 'lower') lowerCase.add(word.folded)
    countCountries(sentence, lexicon, countries)
  }
  const ranked = [...countries].sort((a, b) => b[1] - a[1])
  return { countries, mainCountry: ranked[0]?.[0] ?? null, years: yearsOf(dates), lowerCase }
}

function countCountries(sentence: Sentence, lexicon: ActorsLexicon, countries: Map<string, number>): void {
  for (const { from, entry } of sentence.hits.of(lexicon.namings)) {
    if (entry.kind !== 'state' || sentence.tokens[from]?.word.shape === 'lower') continue
    if (entry.isAmbiguous) continue
    if (entry.when === 'capitals' && sentence.tokens[from]?.word.shape !== 'upper') continue
    for (const code of entry.actor.countries) countries.set(code, (countries.get(code) ?? 0) + 1)
  }
}

/** The tenth to the ninetieth of a hundred of its years, so that a stray date in its history does not count. */
function yearsOf(dates: Mentions<'date'>): Setting['years'] {
  const years = dates.all.map(({ fields }) => Number.parseInt(fields.start, 10)).sort((a, b) => a - b)
  const from = years[Math.floor(years.length / 10)]
  const to = years[Math.ceil((years.length * 9) / 10) - 1]
  return from === undefined || to === undefined ? null : { from, to }
}

/**
 * How well an actor fits the document: by its country, its years and whether the document introduced it.
 *
 * @returns higher is better; 0 where nothing speaks for or against it
 */
export function fitOf(actor: Actor, setting: Setting, introduced: ReadonlySet<Actor>): number {
  let fit = introduced.has(actor) ? 8 : 0
  if (actor.countries.length > 0) {
    const isMain = setting.mainCountry !== null && actor.countries.includes(setting.mainCountry)
    const isMentioned = actor.countries.some((code) => (setting.countries.get(code) ?? 0) > 0)
    fit += isMain ? 4 : isMentioned ? 2 : -2
  }
  if (setting.years !== null) {
    if ((actor.from ?? -Infinity) > setting.years.to || (actor.to ?? Infinity) < setting.years.from) fit -= 3
  }
  return fit
}
