import { foldedAt, type Sentence } from '../../analyse/analysis.ts'

const ahead = new Set(['will', 'shall', "'ll", 'scheduled', 'planned', 'plans', 'expected', 'due', 'upcoming'])

/** How far from the date its verb may stand. */
const reach = 12

/** Whether the words around a date look ahead of the time told or back from it. */
export function outlookOf(sentence: Sentence, at: number): 'back' | 'ahead' | null {
  for (let near = Math.max(0, at - reach); near < at + reach; near++) {
    const word = foldedAt(sentence, near)
    if (ahead.has(word)) return 'ahead'
    if (word === 'had') return 'back'
  }
  return null
}
