import { z } from 'zod'
import type { Snapshot } from '../snapshot.ts'

/** A cell of a dataset; `null` is not known or not said. */
export type Cell = string | number | boolean | null

/** Columns of a dataset that hold ids of another one's rows. */
export interface Reference {
  readonly column: string
  readonly dataset: string
}

/** A dataset: what it is, what its columns mean, and how its rows are made. */
export interface Dataset<S extends z.ZodObject = z.ZodObject> {
  /** Its file's name. */
  readonly name: string
  readonly title: string
  /** What a row is, and what it is not. */
  readonly definition: string
  /** The columns in order, each with its description. */
  readonly row: S
  readonly references: readonly Reference[]
  /** In an order that is the same for the same database. */
  rows(snapshot: Snapshot): Iterable<z.output<S> & Record<string, Cell>>
}

/** A dataset with the types of its rows checked. */
export function dataset<S extends z.ZodObject>(definition: Dataset<S>): Dataset<S> {
  return definition
}

/** The names of a dataset's columns, in order. */
export function columnsOf(dataset: Dataset): string[] {
  return Object.keys(dataset.row.shape)
}

/** What a column's cells are, as the zod schema of its rows has it. */
export interface ColumnType {
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime'
  readonly nullable: boolean
  readonly values: readonly string[] | null
}

/** @throws TypeError if the schema is of a kind that no column may have */
export function typeOfColumn(schema: unknown): ColumnType {
  if (schema instanceof z.ZodNullable) return { ...typeOfColumn(schema.unwrap()), nullable: true }
  const known = { nullable: false, values: null }
  if (schema instanceof z.ZodBoolean) return { ...known, type: 'boolean' }
  if (schema instanceof z.ZodNumber) return { ...known, type: schema.format === 'safeint' ? 'integer' : 'number' }
  if (schema instanceof z.ZodEnum) return { ...known, type: 'string', values: schema.options.map(String) }
  if (schema instanceof z.ZodISODateTime) return { ...known, type: 'datetime' }
  if (schema instanceof z.ZodString) return { ...known, type: schema.meta()?.format === 'date' ? 'date' : 'string' }
  throw new TypeError('a column is a string, a number, a truth value, a day, an instant, or one of some words')
}
