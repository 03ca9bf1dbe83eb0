import { stringify } from 'yaml'
import type { PackageFacts } from './descriptor.ts'

/** `CITATION.cff`, version 1.2.0 of the format. */
export function citationOf(facts: PackageFacts, reviewers: readonly string[]): string {
  return stringify({
    'cff-version': '1.2.0',
    type: 'dataset',
    message: 'Cite the sources of the figures, too: they are listed in the dataset "documents".',
    title: 'Casualty claims, warnings, actors and dates out of reports on mass-atrocity risk, made with Tocsin',
    authors: [...reviewers.map((name) => ({ name })), ...(reviewers.length === 0 ? [{ name: 'Tocsin' }] : [])],
    version: facts.tocsin,
    ...(facts.asOf === null ? {} : { 'date-released': facts.asOf.slice(0, 10) }),
  })
}
