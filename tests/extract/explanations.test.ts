import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
import { loadExplainer } from '../../src/extract/explain.ts'
import { extract, loadExtractor } from '../../src/extract/index.ts'
import { layers } from '../../src/model/index.ts'
import { readFile } from '../../src/read/index.ts'
import { documentOf } from '../store/builder.ts'

const explainer = loadExplainer()
const extractor = loadExtractor()

const sources = globSync(['src/extract/**/*.{ts,yaml}', '!**/explanations.yaml', '!**/priors.yaml'])
const inCode = new Set(
  sources
    .map((path) => readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*(?:\/\/|#).*$/gm, ''))
    .flatMap((source) => [
      ...source.matchAll(/(?<='|rule: )(?:date|actor|casualty|warning)\.[a-z]+(?:-[a-z]+)*(?=['\s])/g),
    ])
    .map(([rule]) => rule),
)

const explained = layers.flatMap((layer) => {
  const [path] = globSync(`src/extract/${layer.replace(/y$/, 'ie')}s/explanations.yaml`)
  return [...readFileSync(path ?? '', 'utf8').matchAll(/^([a-z.-]+):/gm)].map(([, rule]) => rule ?? '')
})

describe('the explanation of a rule', () => {
  it('is there for each rule that code and lexicons name, and for no other', () => {
    expect(inCode.size).toBeGreaterThan(90)
    const advice = 'each rule needs a line in explanations.yaml beside it, and each line a rule'
    expect(explained.toSorted(), advice).toEqual([...inCode].sort())
    for (const rule of inCode) expect([rule, explainer.rule(rule)]).toEqual([rule, expect.any(String)])
  })

  it('is there for each rule that finds anything in the bundled reports', async () => {
    for (const path of globSync('corpus/*-*.{md,txt}')) {
      const { document } = await readFile(path)
      for (const { rule } of extract(document, extractor)) expect([rule, explainer.rule(rule)]).not.toContain(null)
    }
  })

  it('is not made up for a rule that is not known', () => {
    expect(explainer.rule('casualty.of-the-future')).toBeNull()
  })
})

describe('the lexicon entry', () => {
  const entriesIn = (text: string) => {
    const document = documentOf(text)
    return extract(document, extractor).map((annotation) => [
      annotation.exact,
      explainer.entry(annotation, document.paragraphs[0] ?? null),
    ])
  }

  it.each([
    ['The African Union sent observers.', 'African Union', /^The lexicon has African Union: igo; also “AU”/],
    ['Chadian soldiers came.', 'Chadian', /^The lexicon has Chad: a state/],
    ['In the raid many Dinka civilians died.', 'Dinka civilians', /^The lexicon has Dinka: a group of people/],
    ['In the raid 14 people were slain.', '14', /^In the lexicon of harm: “slain” for killed\.$/],
    ['The envoy warned of genocide.', 'The envoy warned of genocide.', /^Among the triggers of warnings: “warned/],
    ['It was the Zarbuland Liberation Front that came.', 'Zarbuland Liberation Front', null],
    ['They met on 12 May 2014.', '12 May 2014', null],
  ])('%s', (text, exact, entry) => {
    expect(entriesIn(text)).toContainEqual([exact, entry === null ? null : expect.stringMatching(entry)])
  })
})
