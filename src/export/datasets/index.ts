import type { Layer } from '../../model/index.ts'
import { actorMentions } from './actor-mentions.ts'
import { actorAliases, actors } from './actors.ts'
import { casualtyClaims } from './casualty-claims.ts'
import type { Dataset } from './dataset.ts'
import { dates } from './dates.ts'
import { decisions } from './decisions.ts'
import { documents, paragraphs } from './documents.ts'
import { leadTimes } from './lead-times.ts'
import { timeline } from './timeline.ts'
import { warnings } from './warnings.ts'

/** All datasets, each after those that it refers to. */
export const datasets: readonly Dataset[] = [
  documents,
  paragraphs,
  actors,
  actorAliases,
  actorMentions,
  dates,
  casualtyClaims,
  warnings,
  timeline,
  leadTimes,
  decisions,
]

const needs: Readonly<Record<string, readonly Layer[]>> = {
  dates: ['date'],
  actor_mentions: ['actor'],
  casualty_claims: ['casualty'],
  warnings: ['warning'],
  timeline: ['date'],
  lead_times: ['casualty', 'warning'],
}

/** The layers without which a dataset makes no sense. */
export function layersOf({ name }: Dataset): readonly Layer[] {
  return needs[name] ?? []
}
