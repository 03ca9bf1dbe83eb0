import { z } from 'zod'
import type { LexiconSources } from '../lexicon.ts'
import type { NumberWords } from './numbers.ts'
import type { Abbreviations } from './sentences.ts'
import { fold } from './words.ts'

const abbreviationsSchema = z.strictObject({ opening: z.array(z.string()), closing: z.array(z.string()) })

const values = z.record(z.string(), z.number())
const numbersSchema = z.strictObject({
  units: values,
  tens: values,
  multipliers: values,
  suffixes: values,
  vague: values,
  vagueMultiples: values,
  several: values,
  ordinals: values,
  denominators: values,
})

/** Abbreviations of all lexicon folders together. */
export function readAbbreviations(sources: LexiconSources): Abbreviations {
  const versions = sources.read('analyse/abbreviations.yaml', abbreviationsSchema)
  const all = (key: 'opening' | 'closing') => new Set(versions.flatMap((version) => version[key]).map(fold))
  return { opening: all('opening'), closing: all('closing') }
}

/** Number words of all lexicon folders together; a later folder overrides an earlier one. */
export function readNumberWords(sources: LexiconSources): NumberWords {
  const versions = sources.read('analyse/numbers.yaml', numbersSchema)
  const all = (key: keyof z.infer<typeof numbersSchema>) =>
    new Map(versions.flatMap((version) => Object.entries(version[key])))
  return {
    units: all('units'),
    tens: all('tens'),
    multipliers: all('multipliers'),
    suffixes: all('suffixes'),
    vague: all('vague'),
    vagueMultiples: all('vagueMultiples'),
    several: all('several'),
    ordinals: all('ordinals'),
    denominators: all('denominators'),
  }
}
