import { z } from 'zod'
import { actorTypes } from '../../model/index.ts'

/**
 * When a name counts that is also an ordinary word, or an abbreviation of many things:
 * `capitals` only where all its letters are capitals ("WHO", not "who"), which an alias that is written so in the
 * lexicon asks for by itself; `capitalised` only where each word has the capitals that the lexicon gives it ("Fur",
 * not "fur"); `introduced` only after another name of the actor stood in the document.
 */
const conditions = ['capitals', 'capitalised', 'introduced'] as const
export type Condition = (typeof conditions)[number]

/** ISO 3166-1 alpha-2, with XK for Kosovo; `X-…` is our own code for a state that has none. */
const countryCode = z.string().regex(/^(?:[A-Z]{2}|X-[A-Z-]+)$/, 'a country is an ISO 3166-1 alpha-2 code such as CF')
const year = z.int().min(-1000).max(2100)
const name = z.string().min(1)
const names = z.array(name).min(1)

/** Another name of the same actor; plain text matches whatever its case, accents and apostrophes. */
const aliasSchema = z.union([
  name,
  z.strictObject({
    text: name,
    when: z.enum(conditions).optional(),
    /** Other actors have it too: the document's country, years and introductions choose. */
    ambiguous: z.boolean().optional(),
  }),
])
export type Alias = z.infer<typeof aliasSchema>

/** An organisation, office or person. */
export const actorEntrySchema = z.strictObject({
  /** Canonical name, itself matched in text. */
  name,
  type: z.enum(actorTypes),
  aliases: z.array(aliasSchema).min(1).optional(),
  /** Forms that stand for the actor as an adjective, or for its members: "Sandinista", "Talib". */
  adjectives: names.optional(),
  /** Where it acts or belongs; none where it is the world's. */
  country: z.array(countryCode).min(1).optional(),
  /** First and last year of existence; of a person, the years of birth and death. */
  from: year.optional(),
  to: year.optional(),
  /** The first whole year in which an armed group was a political party and no armed group any more. */
  partyFrom: year.optional(),
  /** Holds for the canonical name and every plain alias. */
  when: z.enum(conditions).optional(),
  /** A public reference for the names. */
  source: z.string().min(1).optional(),
})
export type ActorEntry = z.infer<typeof actorEntrySchema>

/** A state or territory: what the country libraries lack, and the words for its people. */
export const stateEntrySchema = z.strictObject({
  code: countryCode,
  /** Canonical name, where it is not the library's English name. */
  name: name.optional(),
  aliases: z.array(aliasSchema).min(1).optional(),
  /** "Central African". */
  adjectives: names.optional(),
  /** Plural: "Central Africans". */
  people: names.optional(),
  /** Singular, where it is none of the adjectives: "Briton". */
  person: names.optional(),
  /** Cities that stand for the state, besides the library's capital. */
  capitals: z.array(aliasSchema).min(1).optional(),
  from: year.optional(),
  to: year.optional(),
})
export type StateEntry = z.infer<typeof stateEntrySchema>

/** An ethnic, national or religious group of people. */
export const identityEntrySchema = z.strictObject({
  /** Canonical name, the plural: "Muslims", "Dinka". */
  name,
  type: z.literal('civilian'),
  kind: z.enum(['religion', 'ethnic']),
  /** "Muslim" in "Muslim traders". */
  adjectives: names,
  /** Singular, where it is none of the adjectives: "Christian", "Kurd". */
  person: names.optional(),
  /** Plurals, the canonical name among them. */
  people: names,
  country: z.array(countryCode).min(1).optional(),
  /** Holds for every form. */
  when: z.enum(conditions).optional(),
})
export type IdentityEntry = z.infer<typeof identityEntrySchema>
