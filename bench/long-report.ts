import type { AnyAnnotation } from '../src/model/index.ts'
import type { Extraction } from '../src/store/index.ts'
import { actorOf, claimOf, extractionOf } from '../tests/store/builder.ts'

const length = 500_000
const count = 20_000

const plain = (
  'the council met and observers of the mission said that soldiers near the river had burned the market while ' +
  'families fled toward the border before dawn'
).split(' ')
const actors = ['African Union', 'Northern Front', 'Border Guard']

/** A report of 500,000 characters with 20,000 annotations, the same each time: claims, actors, warnings over both. */
export function longReport(): Extraction {
  const random = randomFrom(7)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const annotations: AnyAnnotation[] = []
  let text = ''
  while (text.length < length) {
    const beginning = text.length
    const left = Math.max(0, count - annotations.length) / (length - text.length)
    while (text.length - beginning < 420) {
      text += `${pick(plain)} `
      // As many as bring both to their end together; a word with its annotation is about nine characters.
      if (random() > left * 9.5) continue
      const exact = random() < 0.5 ? String(2 + Math.floor(random() * 900)) : pick(actors)
      const made = /^\d/.test(exact) ? claimOf(exact, exact, Number(exact)) : actorOf(exact, exact)
      annotations.push({ ...made, start: text.length, end: text.length + exact.length })
      text += `${exact} `
    }
    if (random() < 0.3) annotations.push(warningOver(text, beginning, beginning + 120))
    text = `${text.trimEnd()}.\n`
  }
  return extractionOf(text, annotations, { metadata: { title: 'A long report' } })
}

function warningOver(text: string, start: number, end: number): AnyAnnotation {
  return {
    layer: 'warning',
    start,
    end,
    exact: text.slice(start, end),
    fields: { kind: 'explicit', trigger: 'said', speaker: null, addressee: null, harm: 'killing', date: null },
    rule: 'warning.test',
    confidence: 0.5,
  }
}

/** Numbers from 0 to 1, the same for the same seed (Park and Miller's generator). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 16_807) % 2_147_483_647
    return state / 2_147_483_647
  }
}
