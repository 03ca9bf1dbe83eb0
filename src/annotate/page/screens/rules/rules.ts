import type { z } from 'zod'
import { type Layer, layers } from '../../../../model/index.ts'
import type { rulesSchema } from '../../../server/schemas.ts'

export type Rule = z.infer<typeof rulesSchema>['rules'][number]

/** How the rules are ordered within their layer. */
export const orders = ['doubtful', 'busy', 'name'] as const
export type Order = (typeof orders)[number]

const comparisons: Readonly<Record<Order, (a: Rule, b: Rule) => number>> = {
  doubtful: (a, b) => a.likelihood - b.likelihood,
  busy: (a, b) => countOf(b) - countOf(a),
  name: () => 0,
}

/** Rules by layer, layers without any left out; equal ones by name. */
export function byLayer(rules: readonly Rule[], order: Order): { layer: Layer; rules: readonly Rule[] }[] {
  return layers.flatMap((layer) => {
    const ofLayer = rules
      .filter((rule) => rule.layer === layer)
      .sort((a, b) => comparisons[order](a, b) || (a.rule < b.rule ? -1 : 1))
    return ofLayer.length === 0 ? [] : [{ layer, rules: ofLayer }]
  })
}

/** How many annotations a rule made. */
export function countOf({ counts }: Pick<Rule, 'counts'>): number {
  return counts.pending + decidedOf({ counts })
}

/** How many of them are decided. */
export function decidedOf({ counts }: Pick<Rule, 'counts'>): number {
  return counts.accepted + counts.corrected + counts.rejected
}

/** How a rule is trusted, in words. */
export function trustWords(rule: Rule): string {
  const { confidence, likelihood, confirmed } = rule
  const before = `${percent(confidence)} of what it finds was right on gold`
  if (confirmed === null) return `${before}; no reviewer has decided on any of it yet.`
  const direction = likelihood > confidence ? 'more' : likelihood < confidence ? 'less' : 'as much'
  const decided = decidedOf(rule)
  return `${before}. Reviewers confirmed ${percent(confirmed)} of ${decided}, so it is trusted ${direction} now: ${percent(likelihood)}.`
}

/** A share as a whole percentage. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
