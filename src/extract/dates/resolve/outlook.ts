import { foldedAt, type Sentence } from '../../analyse/analysis.ts'

/** Whether the words around a date look back from the time told, or ahead of it. */
export type Outlook = 'back' | 'ahead' | null

const future = new Set(
  "will shall 'll scheduled planned plans expected due upcoming forecast begins starts opens resumes".split(' '),
)

/** "The Council should meet in January", but not "should have met". */
const demands = new Set(['should', 'must'])

/** How far from the date its verb may stand. */
const reach = 12

/** By the verb near a date: "had fallen" looks back, "will fall" ahead. */
export function outlookOf(sentence: Sentence, at: number): Outlook {
  for (let near = Math.max(0, at - reach); near < at + reach; near++) {
    const word = foldedAt(sentence, near)
    if (future.has(word)) return 'ahead'
    if (demands.has(word) && foldedAt(sentence, near + 1) !== 'have') return 'ahead'
    if (word === 'had') return 'back'
  }
  return null
}

/** By the preposition before a date: "since May" looks back, "by May" and "until May" ahead. */
export function directionOf(sentence: Sentence, from: number): Outlook {
  const before = foldedAt(sentence, from - 1)
  if (before === 'since') return 'back'
  return before === 'by' || before === 'until' || before === 'till' ? 'ahead' : null
}

/** Whether "was" or "were" tells near a date that the sentence tells of the past. */
export function isPastNear(sentence: Sentence, at: number): boolean {
  for (let near = Math.max(0, at - 6); near < at + 6; near++) {
    const word = foldedAt(sentence, near)
    if (word === 'was' || word === 'were') return true
  }
  return false
}
