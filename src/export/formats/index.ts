import { csv } from './csv.ts'
import { jsonl } from './jsonl.ts'
import { parquet } from './parquet.ts'
import { sqlite } from './sqlite.ts'

export const formats = { csv, jsonl, parquet, sqlite } as const
export type FormatId = keyof typeof formats
export const formatIds = ['csv', 'jsonl', 'parquet', 'sqlite'] as const satisfies readonly FormatId[]
