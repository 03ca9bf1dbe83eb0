import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import {
  actorTypes,
  dateBases,
  isoDay as day,
  effects,
  harms,
  mediaTypes,
  origins,
  paragraphKinds,
  type State,
  states,
  warningKinds,
} from '../model/index.ts'

const instant = z.iso.datetime()
const offset = z.int().nonnegative()
/** SQLite has no truth values of its own: 0 and 1. */
const truth = z.coerce.boolean()

const documentRow = z.strictObject({
  id: z.string().describe('SHA-256 of the bytes'),
  title: z.string().nullable().describe('Title'),
  publisher: z.string().nullable().describe('Who published it'),
  published: z.string().nullable().describe('Year, month or day of publication: 2015, 2015-09, 2015-09-24'),
  language: z.string().nullable().describe('BCP 47'),
  url: z.string().nullable().describe('Where it was published'),
  licence: z.string().nullable().describe('Licence of the document'),
  retrieved: z.string().nullable().describe('When the bytes were fetched, ISO 8601 day or instant'),
  path: z.string().describe('Path of the file as it was given when it was read last'),
  media_type: z.enum(mediaTypes).describe('As what it was read'),
  length: z.int().describe('Length of the text in UTF-16 code units'),
  tocsin: z.string().describe('Version of Tocsin that extracted it last'),
  extractor: z.string().describe('Version of the rules and lexicons that extracted it last'),
  added_at: instant.describe('When it was first read'),
  extracted_at: instant.describe('When it was extracted last'),
})

const paragraphRow = z.strictObject({
  id: z.string().describe('Document and position'),
  document: z.string().describe('Document it stands in'),
  paragraph: z.int().describe('Position in reading order, from 0'),
  kind: z.enum(paragraphKinds).describe('What it is in the document'),
  headings: z.string().nullable().describe('Headings above, outermost first, between them " > "'),
  page: z.int().nullable().describe('Page on which it starts, from 1, where known'),
  start: offset.describe("Where its first piece starts in the document's text, UTF-16 code units"),
  end: offset.describe('Where its last piece ends, exclusive'),
  text: z.string().describe('Clean text: lines joined, hyphenation and footnote markers taken out'),
})

/** Columns of every annotation: where it stands. */
const place = {
  id: z.string().describe('SHA-256 of what was found; the same in every export and after extracting again'),
  document: z.string().describe('Document it stands in'),
  start: offset.describe("Where the span starts in the document's text, UTF-16 code units"),
  end: offset.describe('Where the span ends, exclusive'),
}

/** Columns of every annotation: who says so. */
const review = {
  machine_start: offset.describe('Start of the span as the rule found it'),
  machine_end: offset.describe('End of the span as the rule found it'),
  machine_quote: z.string().describe('The words at the span as the rule found it'),
  state: z.enum(states).describe('What holds: pending (nobody decided), accepted, corrected, rejected'),
  origin: z.enum(origins).describe('Who found it: a rule, a reviewer, or an import'),
  found: truth.describe('Whether the newest rules find it'),
  rule: z.string().nullable().describe('Rule that found it; empty where a person did'),
  confidence: z.number().nullable().describe("Share of the rule's findings that were right, 0 to 1"),
  reviewers: z.string().nullable().describe('Who decided on it, by name, between them "; "'),
  note: z.string().nullable().describe('Note of the decision that holds'),
  decided_at: instant.nullable().describe('When the decision that holds was made'),
}

const dateRow = z.strictObject({
  ...place,
  date_start: day.describe('First day covered'),
  date_end: day.describe('Last day covered, inclusive'),
  edtf: z.string().nullable().describe('The same in Extended Date/Time Format, where it has a form'),
  basis: z.enum(dateBases).describe('Where the value comes from: the span, its context, another date, the publication'),
  machine_date_start: day.describe('First day as the rule found it'),
  machine_date_end: day.describe('Last day as the rule found it'),
  machine_edtf: z.string().nullable().describe('EDTF as the rule found it'),
  machine_basis: z.enum(dateBases).describe('Basis as the rule found it'),
  ...review,
})

const actorMentionRow = z.strictObject({
  ...place,
  name: z.string().describe('Name of the actor as the annotation gives it'),
  type: z.enum(actorTypes).describe('What kind of actor'),
  machine_name: z.string().describe('Name as the rule found it'),
  machine_type: z.enum(actorTypes).describe('Type as the rule found it'),
  ...review,
})

const casualtyClaimRow = z.strictObject({
  ...place,
  low: z.number().nullable().describe('Lower bound; empty where the words leave it open'),
  high: z.number().nullable().describe('Upper bound; empty where the words leave it open'),
  approx: truth.describe('Whether the words say about, some, nearly'),
  unit: z.enum(['people', 'percent']).describe('What the bounds count'),
  effect: z.enum(effects).describe('How people were harmed'),
  victims: z.string().nullable().describe('The words for who was harmed'),
  perpetrator: z.string().nullable().describe('Who did it, where the text names them'),
  place: z.string().nullable().describe('The words for where'),
  date_start: day.nullable().describe('First day on which it may have happened'),
  date_end: day.nullable().describe('Last such day, inclusive'),
  source: z.string().nullable().describe('Who reports it; empty where the document itself does'),
  machine_low: z.number().nullable().describe('Lower bound as the rule found it'),
  machine_high: z.number().nullable().describe('Upper bound as the rule found it'),
  machine_approx: truth.describe('Approximate as the rule found it'),
  machine_unit: z.enum(['people', 'percent']).describe('Unit as the rule found it'),
  machine_effect: z.enum(effects).describe('Effect as the rule found it'),
  machine_victims: z.string().nullable().describe('Victims as the rule found them'),
  machine_perpetrator: z.string().nullable().describe('Perpetrator as the rule found it'),
  machine_place: z.string().nullable().describe('Place as the rule found it'),
  machine_date_start: day.nullable().describe('First day as the rule found it'),
  machine_date_end: day.nullable().describe('Last day as the rule found it'),
  machine_source: z.string().nullable().describe('Source as the rule found it'),
  ...review,
})

const warningRow = z.strictObject({
  ...place,
  kind: z.enum(warningKinds).describe('Kind of warning, by the codebook'),
  trigger: z.string().describe('The words that make it one'),
  speaker: z.string().nullable().describe('Who warns; empty where the document itself does'),
  addressee: z.string().nullable().describe('Whom they warn'),
  harm: z.enum(harms).describe('What harm is foreseen'),
  date_start: day.nullable().describe('First day on which it may have been said'),
  date_end: day.nullable().describe('Last such day, inclusive'),
  machine_kind: z.enum(warningKinds).describe('Kind as the rule found it'),
  machine_trigger: z.string().describe('Trigger as the rule found it'),
  machine_speaker: z.string().nullable().describe('Speaker as the rule found it'),
  machine_addressee: z.string().nullable().describe('Addressee as the rule found it'),
  machine_harm: z.enum(harms).describe('Harm as the rule found it'),
  machine_date_start: day.nullable().describe('First day as the rule found it'),
  machine_date_end: day.nullable().describe('Last day as the rule found it'),
  ...review,
})

const decisionRow = z.strictObject({
  id: z.string().describe('Hash of this link of the chain of decisions'),
  number: z.int().describe('Place in the chain, from 1'),
  kind: z.enum(['annotation', 'actor']).describe('What was decided on'),
  subject: z.string().describe('Id of the annotation or the actor'),
  document: z.string().nullable().describe('Document of the annotation'),
  verdict: z
    .string()
    .describe('accept, correct, reject, withdraw; of an actor: name, type, alias, not-alias, merge, split'),
  withdrawn: z.string().nullable().describe('The decision that this one takes back'),
  start: offset.nullable().describe('Start of the corrected span'),
  end: offset.nullable().describe('End of the corrected span'),
  fields: z.string().nullable().describe('The corrected fields, or the new value, as JSON'),
  reviewer: z.string().describe('Who decided'),
  note: z.string().nullable().describe("The reviewer's note"),
  decided_at: instant.describe('When'),
  previous: z.string().describe('Hash of the link before: with it anybody can see that nothing is missing'),
})

/** Rows of the views `dataset_*`, by name, with what each column means. */
export const datasetRows = {
  documents: documentRow,
  paragraphs: paragraphRow,
  dates: dateRow,
  actor_mentions: actorMentionRow,
  casualty_claims: casualtyClaimRow,
  warnings: warningRow,
  decisions: decisionRow,
} as const

export type DatasetView = keyof typeof datasetRows
/** A dataset of annotations. */
export type AnnotationView = 'dates' | 'actor_mentions' | 'casualty_claims' | 'warnings'
export type DatasetRow<V extends DatasetView> = z.output<(typeof datasetRows)[V]>

/** All documents by title, those without one last; equal titles by id. */
export function documentRows(connection: Database): DatasetRow<'documents'>[] {
  return select(connection, 'documents', 'true order by title is null, title, id')
    .all()
    .map((row) => documentRow.parse(row))
}

/** The paragraphs of a document in reading order. */
export function paragraphRows(connection: Database, document: string): DatasetRow<'paragraphs'>[] {
  return select(connection, 'paragraphs', 'document = ? order by paragraph')
    .all(document)
    .map((row) => paragraphRow.parse(row))
}

const readAnnotation: { readonly [V in AnnotationView]: (row: unknown) => DatasetRow<V> } = {
  dates: (row) => dateRow.parse(row),
  actor_mentions: (row) => actorMentionRow.parse(row),
  casualty_claims: (row) => casualtyClaimRow.parse(row),
  warnings: (row) => warningRow.parse(row),
}

/** A document's annotations of some states in one dataset, by start, end and id. */
export function annotationRows<V extends AnnotationView>(
  connection: Database,
  view: V,
  asked: { readonly document: string; readonly states: readonly State[] },
): DatasetRow<V>[] {
  const where = 'document = :document and state in (select value from json_each(:states)) order by start, "end", id'
  return select(connection, view, where)
    .all({ document: asked.document, states: JSON.stringify(asked.states) })
    .map((row) => readAnnotation[view](row))
}

/** Everything that was decided, in the order of the chain. */
export function decisionRows(connection: Database): DatasetRow<'decisions'>[] {
  return select(connection, 'decisions', 'true order by number')
    .all()
    .map((row) => decisionRow.parse(row))
}

function select(connection: Database, view: DatasetView, where: string) {
  const columns = Object.keys(datasetRows[view].shape).map((column) => `"${column}"`)
  return connection.prepare(`select ${columns.join(', ')} from dataset_${view} where ${where}`)
}
