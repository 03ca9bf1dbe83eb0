import { type Dataset, typeOfColumn } from '../datasets/dataset.ts'
import type { Convention } from '../derivations.ts'
import type { TableFormat, WrittenFile } from '../formats/table-file.ts'
import type { Selection } from '../selection.ts'

/** A dataset as it was written. */
export interface WrittenDataset {
  readonly dataset: Dataset
  readonly rows: number
  readonly file: WrittenFile
}

/** What a package says of itself. */
export interface PackageFacts {
  readonly tocsin: string
  /** The last time anything was extracted or decided, ISO 8601; `null` for an empty database. */
  readonly asOf: string | null
  readonly selection: Selection
  readonly convention: Convention
  readonly format: TableFormat
  readonly datasets: readonly WrittenDataset[]
  readonly documents: readonly { readonly title: string | null; readonly path: string; readonly url: string | null }[]
}

/** `datapackage.json`, by the Data Package standard, version 2.0. */
export function descriptorOf(facts: PackageFacts) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'tocsin',
    title: 'Casualty claims, warnings, actors and dates out of reports on mass-atrocity risk',
    description:
      'Made by Tocsin from the documents listed under sources. Each row names the place in its source, the rule or person that made it and who decided on it. README.md says what was selected and how far the review has come.',
    ...(facts.asOf === null ? {} : { created: facts.asOf }),
    version: facts.tocsin,
    sources: facts.documents.map(({ title, path, url }) => ({
      title: title ?? path,
      ...(url === null ? {} : { path: url }),
    })),
    'tocsin:selection': facts.selection,
    'tocsin:convention': facts.convention,
    resources: facts.datasets.map((written) => resourceOf(written, facts.format)),
  }
}

function resourceOf({ dataset, rows, file }: WrittenDataset, format: TableFormat) {
  return {
    name: dataset.name.replaceAll('_', '-'),
    type: 'table',
    title: dataset.title,
    description: dataset.definition,
    path: file.name,
    format: format.id,
    mediatype: format.mediaType,
    ...(format.id === 'csv' || format.id === 'jsonl' ? { encoding: 'utf-8' } : {}),
    ...(format.id === 'sqlite' ? { dialect: { table: dataset.name } } : {}),
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    'tocsin:rows': rows,
    schema: tableSchemaOf(dataset),
  }
}

/** A dataset's Table Schema, made from the zod schema of its rows. */
export function tableSchemaOf({ row, references, name }: Dataset) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: Object.entries(row.shape).map(([column, schema]) => {
      const { type, nullable, values } = typeOfColumn(schema)
      const constraints = {
        ...(nullable ? {} : { required: true }),
        ...(column === 'id' ? { unique: true } : {}),
        ...(values === null ? {} : { enum: values }),
      }
      return {
        name: column,
        type,
        description: schema.description ?? '',
        ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
      }
    }),
    missingValues: [''],
    primaryKey: ['id'],
    ...(references.length === 0
      ? {}
      : {
          foreignKeys: references.map(({ column, dataset }) => ({
            fields: [column],
            // Within a table the standard wants no name of a resource.
            reference: { ...(dataset === name ? {} : { resource: dataset.replaceAll('_', '-') }), fields: ['id'] },
          })),
        }),
  }
}
