import type { SentenceFinder } from '../extract/sentence.ts'
import type { FieldsOf, Layer } from '../model/index.ts'
import type { AnyStoredAnnotation, StoredAnnotation } from '../store/index.ts'

/** A cell of a dataset; `null` is not known or not said. */
export type Cell = string | number | boolean | null

/** A layer as a dataset: its file's name and the columns for its fields. */
interface Dataset<L extends Layer> {
  readonly name: string
  readonly columns: Readonly<Record<string, (fields: FieldsOf[L]) => Cell>>
}

type Datasets = { readonly [L in Layer]: Dataset<L> }

export const datasets: Datasets = {
  date: {
    name: 'dates',
    columns: {
      date_start: ({ start }) => start,
      date_end: ({ end }) => end,
      edtf: ({ edtf }) => edtf,
      basis: ({ basis }) => basis,
    },
  },
  actor: { name: 'actor_mentions', columns: { name: ({ name }) => name, type: ({ type }) => type } },
  casualty: {
    name: 'casualty_claims',
    columns: {
      low: ({ low }) => low,
      high: ({ high }) => high,
      approx: ({ approx }) => approx,
      unit: ({ unit }) => unit,
      effect: ({ effect }) => effect,
      victims: ({ victims }) => victims,
      perpetrator: ({ perpetrator }) => perpetrator,
      place: ({ place }) => place,
      date_start: ({ date }) => date?.start ?? null,
      date_end: ({ date }) => date?.end ?? null,
      source: ({ source }) => source,
    },
  },
  warning: {
    name: 'warnings',
    columns: {
      kind: ({ kind }) => kind,
      trigger: ({ trigger }) => trigger,
      speaker: ({ speaker }) => speaker,
      addressee: ({ addressee }) => addressee,
      harm: ({ harm }) => harm,
      date_start: ({ date }) => date?.start ?? null,
      date_end: ({ date }) => date?.end ?? null,
    },
  },
}

/** Columns that every dataset begins with: where the row stands. */
const provenance = {
  id: ({ id }) => id,
  document: ({ document }) => document.id,
  title: ({ document }) => document.metadata.title,
  publisher: ({ document }) => document.metadata.publisher,
  published: ({ document }) => document.metadata.published,
  page: ({ paragraph }) => paragraph?.page ?? null,
  headings: ({ paragraph }) => paragraph?.headings.join(' > ') || null,
  paragraph: ({ paragraph }) => paragraph?.index ?? null,
  start: ({ start }) => start,
  end: ({ end }) => end,
  quote: ({ exact }) => exact,
} satisfies Record<string, (annotation: AnyStoredAnnotation) => Cell>

/** Columns that every dataset ends with: who says so. */
const review = {
  state: ({ state }) => state,
  origin: ({ origin }) => origin,
  rule: ({ rule }) => rule,
  confidence: ({ confidence }) => confidence,
  extractor: ({ document }) => document.extractor,
  reviewer: ({ decision }) => decision?.reviewer ?? null,
  decided_at: ({ decision }) => decision?.decidedAt ?? null,
} satisfies Record<string, (annotation: AnyStoredAnnotation) => Cell>

/** The names of a layer's columns, in order. */
export function columnsOf(layer: Layer): string[] {
  return [...Object.keys(provenance), 'sentence', ...Object.keys(datasets[layer].columns), ...Object.keys(review)]
}

/** An annotation as a row of its dataset. */
export function rowOf(annotation: AnyStoredAnnotation, sentenceAt: SentenceFinder): Record<string, Cell> {
  const { paragraph } = annotation
  return {
    ...cells(provenance, annotation),
    sentence: paragraph === null ? null : sentenceAt(paragraph, annotation),
    ...fieldCells(annotation),
    ...cells(review, annotation),
  }
}

function fieldCells(annotation: AnyStoredAnnotation): Record<string, Cell> {
  switch (annotation.layer) {
    case 'date':
      return cellsOf(datasets.date, annotation)
    case 'actor':
      return cellsOf(datasets.actor, annotation)
    case 'casualty':
      return cellsOf(datasets.casualty, annotation)
    case 'warning':
      return cellsOf(datasets.warning, annotation)
  }
}

function cellsOf<L extends Layer>(dataset: Dataset<L>, annotation: StoredAnnotation<L>): Record<string, Cell> {
  return cells(dataset.columns, annotation.fields)
}

function cells<T>(columns: Readonly<Record<string, (from: T) => Cell>>, from: T): Record<string, Cell> {
  return Object.fromEntries(Object.entries(columns).map(([name, cell]) => [name, cell(from)]))
}
