import type { columnsOf } from '../datasets/dataset.ts'
import type { PackageFacts } from './descriptor.ts'
import { tableSchemaOf } from './descriptor.ts'

/** How far the review has come: annotations by what holds of them. */
export interface ReviewState {
  readonly pending: number
  readonly accepted: number
  readonly corrected: number
  readonly rejected: number
}

/** README.md: what is in the package, what was left out, how to read it, what each column means. */
export function readmeOf(facts: PackageFacts, review: ReviewState): string {
  const decided = review.accepted + review.corrected + review.rejected
  const all = decided + review.pending
  return [
    '# Datasets made by Tocsin',
    '',
    `Made from ${facts.documents.length} documents${facts.asOf === null ? '' : `, as they stood on ${facts.asOf}`}, by Tocsin ${facts.tocsin}.`,
    '',
    `**State of review:** of ${all} annotations in the database, reviewers decided on ${decided}: ${review.accepted} accepted, ${review.corrected} corrected, ${review.rejected} rejected; ${review.pending} are pending.`,
    '',
    `**Selected:** ${selectionWords(facts)}`,
    '',
    `**Words as numbers** (\`low\`, \`high\` of casualty claims): ${facts.convention.title}. ${facts.convention.rule} Source: ${facts.convention.source}`,
    '',
    '## What must not be done with it',
    '',
    'Do not add up casualty claims. A claim is what one sentence of one report says. Several claims may speak of the same people, one may be a part of another (`part_of`), and sums over months stand beside single incidents (`scope`).',
    '',
    '## Files',
    '',
    '| file | rows | what a row is |',
    '| --- | ---: | --- |',
    ...facts.datasets.map(
      ({ dataset, rows, file }) => `| \`${file.name}\` ${dataset.name} | ${rows} | ${dataset.definition} |`,
    ),
    '',
    '`datapackage.json` describes them by the Data Package standard, `codebook.md` is what annotations were made by, `provenance.jsonld` leads from each annotation to the bytes of its source, `SHA256SUMS` has the hash of every file, `CITATION.cff` says how to cite.',
    '',
    '## Offsets',
    '',
    "`start` and `end` are UTF-16 code units into the document's decoded text, half-open. `document` is the SHA-256 of its bytes.",
    '',
    ...(facts.format.id === 'csv'
      ? [
          'In CSV an empty cell is a value that is not known. A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-` or `@`) has an apostrophe before it.',
          '',
        ]
      : []),
    '## Columns',
    '',
    ...facts.datasets.flatMap(({ dataset }) => [`### ${dataset.name}`, '', ...dictionaryOf(dataset), '']),
  ].join('\n')
}

function dictionaryOf(dataset: Parameters<typeof columnsOf>[0]): string[] {
  const lines = tableSchemaOf(dataset).fields.map(
    ({ name, type, description }) => `| \`${name}\` | ${type} | ${description} |`,
  )
  return ['| column | type | meaning |', '| --- | --- | --- |', ...lines]
}

function selectionWords({ selection }: PackageFacts): string {
  const { states, documents, layers, actors, from, to } = selection
  const parts = [
    `annotations that are ${states.join(' or ')}`,
    ...(documents.length === 0 ? [] : [`documents ${documents.join(', ')}`]),
    ...(layers.length === 0 ? [] : [`layers ${layers.join(', ')}`]),
    ...(actors.length === 0 ? [] : [`what names ${actors.join(' or ')}`]),
    ...(from === null ? [] : [`from ${from}`]),
    ...(to === null ? [] : [`to ${to}`]),
  ]
  return `${parts.join('; ')}.`
}
