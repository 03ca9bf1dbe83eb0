import { describe, expect, test } from 'vitest'
import { annotationsIn } from '../cases.ts'
import { peacefulNews, warHistories } from './peaceful-news.ts'

/** The sentences of a text that the layer takes for warnings. */
function alarmsIn(text: string): readonly string[] {
  return annotationsIn(text).flatMap(({ layer, exact }) => (layer === 'warning' ? [exact] : []))
}

describe('peaceful news raises no alarm', () => {
  test.each(peacefulNews.map((story) => [story]))('%s', (story) => {
    expect(alarmsIn(story)).toEqual([])
  })

  test('nor all of it in one file', () => {
    expect(alarmsIn(peacefulNews.join('\n\n'))).toEqual([])
  })
})

describe('histories of war raise none either', () => {
  test.each(warHistories.map((history) => [history]))('%s', (history) => {
    expect(alarmsIn(history)).toEqual([])
  })
})
