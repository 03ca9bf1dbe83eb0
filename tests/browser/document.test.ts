import { describe, expect, it } from 'vitest'
import { overviewSchema, sessionSchema } from '../../src/annotate/server/schemas.ts'
import { barriersOn } from './accessibility.ts'
import { openPage, Served } from './page.ts'
import { crowdedDatabase, report, reportDatabase } from './reports.ts'
import { annotationsOf, asked, expectFocus, field, inFocus, openDocument, press, saved, statesOf } from './reviewing.ts'

async function readingReport() {
  const page = await openPage(await Served.start(undefined, reportDatabase()))
  return { page, document: await openDocument(page) }
}

describe('a document', () => {
  it('reads as it was written, and what is in it stays text', async () => {
    const { page } = await readingReport()
    expect(await page.locator('.text > *').allTextContents()).toEqual(report.split('\n'))
    expect(await page.title()).toBe('Document · Tocsin')
    expect(await page.locator('.text img').count()).toBe(0)
  })

  it('splits what overlaps into pieces that can take focus', async () => {
    const { page } = await readingReport()
    const pieces = page.locator('.text [data-paragraph="1"] .mark')
    expect(
      await pieces.evaluateAll((marks) => marks.map((mark) => [mark.textContent, mark.getAttribute('data-layers')])),
    ).toEqual([
      ['The ', 'warning'],
      ['African Union', 'warning actor'],
      [' warned that the ', 'warning'],
      ['Northern Front', 'warning actor'],
      [' had killed at least ', 'warning'],
      ['30', 'warning casualty'],
      [' people near the river.', 'warning'],
    ])
  })

  it('paints what stands close together, and a click still leads to it', async () => {
    const page = await openPage(await Served.start(undefined, crowdedDatabase()))
    const document = await openDocument(page)
    expect(await page.locator('.text .mark').allTextContents()).toEqual(['1000'])
    const painted = '[...CSS.highlights].map(([name, ranges]) => [name, ranges.size]).sort()'
    expect(await page.evaluate(painted)).toEqual([
      ['casualty', 149],
      ['casualty-open', 149],
    ])
    await press(page, 'a', 'r')
    await expectFocus(page, '1002')
    expect(await page.evaluate(painted)).toEqual([
      ['casualty', 148],
      ['casualty-open', 147],
      ['rejected', 1],
    ])
    const { x, y } = await page.evaluate<{ x: number; y: number }>(placeOf('1020'))
    await page.mouse.click(x, y)
    await expectFocus(page, '1020')
    await saved(page)
    expect((await statesOf(page, document)).slice(0, 3)).toEqual(['1000: accepted', '1001: rejected', '1002: pending'])
  })

  it('is reviewed from end to end by keyboard alone', async () => {
    const page = await openPage(await Served.start())
    const { byDocument } = await asked(page, '/api/overview', overviewSchema)
    const sizes = byDocument.map(({ title, counts }) => ({ title, pending: counts.pending }))
    const [smallest] = sizes.sort((a, b) => a.pending - b.pending)
    await openDocument(page, smallest?.title ?? undefined)
    const count = smallest?.pending ?? 0
    for (let decided = 0; decided < count; decided++) await press(page, decided % 3 === 2 ? 'r' : 'a')
    await saved(page)
    const after = await asked(page, '/api/overview', overviewSchema)
    const counts = after.byDocument.find(({ title }) => title === smallest?.title)?.counts
    const rejected = Math.floor(count / 3)
    expect(counts).toEqual({ pending: 0, accepted: count - rejected, corrected: 0, rejected })
    const { decisions, medianMilliseconds } = await asked(page, '/api/session', sessionSchema)
    expect(decisions).toBe(count)
    expect(medianMilliseconds).toEqual(expect.any(Number))
    await expect.poll(() => page.locator('.pace').textContent()).toContain(`${count} decisions`)
  })

  it('shows where it stands in its address, and a link leads there', async () => {
    const { page, document } = await readingReport()
    await press(page, 'j', 'j', 'j')
    await expectFocus(page, 'African Union')
    const [, , , union] = await annotationsOf(page, document)
    await expect.poll(() => page.url()).toContain(`/documents/${document}/${union?.id}`)
    await page.goto(new URL(`/annotations/${union?.id}`, page.url()).href)
    await expectFocus(page, 'African Union')
  })

  it('is moved through by layer and state', async () => {
    const { page } = await readingReport()
    await page.locator('.document-filter').getByText('Actor').click()
    await press(page, 'Home', 'j')
    expect(await inFocus(page)).toBe(report.split('\n')[1])
    await press(page, 'j')
    expect(await inFocus(page)).toBe('30')
    await press(page, 'End')
    expect(await inFocus(page)).toBe('2013 the')
  })

  it.each(['light', 'dark'] as const)('has no barrier in %s', async (colorScheme) => {
    const served = await Served.start(undefined, reportDatabase())
    const page = await openPage(served, { colorScheme })
    await openDocument(page)
    await press(page, 'a', 'r', 'j', 'd')
    await page.getByText('Nobody has decided on it yet.').waitFor()
    await page.getByText('Span, layer, many at once').click()
    expect(await barriersOn(page)).toEqual([])
    await press(page, 'Escape', '?')
    await page.getByRole('dialog').waitFor()
    expect(await barriersOn(page)).toEqual([])
  })
})

describe('a span', () => {
  it('is corrected by words and characters, at either end', async () => {
    const { page, document } = await readingReport()
    await press(page, 'End', 'k')
    await expectFocus(page, '2013 the')
    await press(page, 'd', 'g')
    await expectFocus(page, 'late 2013')
    await press(page, 'D', 'F', 'F', 'D', 'G', 'H')
    await expectFocus(page, 'late 2013')
    await press(page, 'a')
    await saved(page)
    const corrected = (await annotationsOf(page, document)).filter(({ state }) => state === 'corrected')
    const start = report.indexOf('late 2013')
    expect(corrected).toMatchObject([
      { exact: 'late 2013', start, end: start + 9, machine: { exact: '2013 the' }, decision: { reviewer: 'Ada' } },
    ])
  })

  it('that was changed and not saved goes back', async () => {
    const { page, document } = await readingReport()
    await press(page, 'h', 'h')
    await expectFocus(page, 'Northern Front took the')
    await press(page, 'Escape')
    await expectFocus(page, 'Northern Front')
    expect(await statesOf(page, document)).not.toContain(expect.stringContaining('corrected'))
  })
})

describe('every field is corrected', () => {
  const typed: readonly (readonly [string, string, Record<string, string>, Record<string, unknown>])[] = [
    [
      'a date',
      '24 March 2013',
      { 'First day': '2013-03-23', 'Last day': '2013-03-25', EDTF: '2013-03-23/2013-03-25', 'Year from': 'context' },
      { start: '2013-03-23', end: '2013-03-25', edtf: '2013-03-23/2013-03-25', basis: 'context' },
    ],
    ['an actor', 'African Union', { Name: 'AU Commission', Type: 'other' }, { name: 'AU Commission', type: 'other' }],
    [
      'a claim',
      '30',
      {
        'At least': '1,000',
        'At most': '',
        'Counted in': 'percent',
        Harm: 'injured',
        'Of whom': 'traders',
        'By whom': 'Northern Front',
        Where: 'Séré',
        'First day': '2013-03-24',
        'Reported by': 'African Union',
      },
      {
        low: 1000,
        high: null,
        approx: true,
        unit: 'percent',
        effect: 'injured',
        victims: 'traders',
        perpetrator: 'Northern Front',
        place: 'Séré',
        date: { start: '2013-03-24', end: '2013-03-24' },
        source: 'African Union',
      },
    ],
    [
      'a warning',
      report.split('\n')[1] ?? '',
      {
        Kind: 'risk',
        Trigger: 'that',
        Speaker: '',
        Addressee: 'UN',
        Harm: 'war-crimes',
        'First day': '2013-04-01',
        'Last day': '2013-04-30',
      },
      {
        kind: 'risk',
        trigger: 'that',
        speaker: null,
        addressee: 'UN',
        harm: 'war-crimes',
        date: { start: '2013-04-01', end: '2013-04-30' },
      },
    ],
  ]

  it.each(typed)('of %s', async (_name, words, values, fields) => {
    const { page, document } = await readingReport()
    await press(page, 'Home')
    for (let step = 0; step < 9 && (await inFocus(page)) !== words; step++) await press(page, 'j')
    await press(page, 'Enter')
    for (const [name, value] of Object.entries(values)) {
      const control = field(page, name)
      const isChoice = await control.evaluate((element) => element.tagName === 'SELECT')
      await (isChoice ? control.selectOption(value) : control.fill(value))
    }
    if ('approx' in fields) await field(page, 'Approximate').check()
    await field(page, 'Note').fill('Checked against the source.')
    await press(page, 'Control+Enter')
    await saved(page)
    const corrected = (await annotationsOf(page, document)).filter(({ state }) => state === 'corrected')
    expect(corrected).toMatchObject([{ exact: words, fields, decision: { note: 'Checked against the source.' } }])
    await page.goto(new URL(`/annotations/${corrected[0]?.id}`, page.url()).href)
    await page.getByText('Found and corrected').waitFor()
    await page.getByText('Ada corrected it').waitFor()
  })

  it('and one that does not fit says so and is not saved', async () => {
    const { page, document } = await readingReport()
    await press(page, 'j')
    await field(page, 'EDTF').waitFor()
    await press(page, 'Enter')
    await field(page, 'First day').fill('')
    await press(page, 'Control+Enter')
    await page.getByText('a day is YYYY-MM-DD').waitFor()
    expect(new Set((await annotationsOf(page, document)).map(({ state }) => state))).toEqual(new Set(['pending']))
  })

  it('by choosing an actor of the register with the arrows', async () => {
    const { page, document } = await readingReport()
    await press(page, 'Enter')
    await field(page, 'Name').fill('afr')
    await page.getByRole('option', { name: /African Union/ }).waitFor()
    await press(page, 'ArrowDown', 'Enter', 'Control+Enter')
    await saved(page)
    expect((await annotationsOf(page, document))[0]?.fields).toEqual({ name: 'African Union', type: 'igo' })
  })
})

describe('undo', () => {
  it('takes back decisions from the last to the first, and redo makes them again', async () => {
    const { page, document } = await readingReport()
    const before = await statesOf(page, document)
    await press(page, 'a', 'r', 'h', 'a')
    await saved(page)
    const after = await statesOf(page, document)
    expect(after).not.toEqual(before)
    await press(page, 'z', 'z', 'z')
    await saved(page)
    expect(await statesOf(page, document)).toEqual(before)
    await expectFocus(page, 'Northern Front')
    await press(page, 'Shift+Z', 'Shift+Z', 'Shift+Z')
    await saved(page)
    expect(await statesOf(page, document)).toEqual(after)
    await press(page, 'Control+z')
    await saved(page)
    expect((await statesOf(page, document)).slice(0, 2)).toEqual(after.slice(0, 2))
  })

  it('goes back to one’s own decision of before', async () => {
    const { page, document } = await readingReport()
    await press(page, 'a', 'k', 'r')
    await saved(page)
    expect((await statesOf(page, document))[0]).toBe('Northern Front: rejected')
    await press(page, 'z')
    await saved(page)
    expect((await statesOf(page, document))[0]).toBe('Northern Front: accepted')
  })

  it('of a decision of any day takes one’s own back', async () => {
    const { page, document } = await readingReport()
    await press(page, 'a')
    await saved(page)
    await page.reload()
    await openDocument(page)
    await press(page, 'Home', 't')
    await saved(page)
    expect((await statesOf(page, document))[0]).toBe('Northern Front: pending')
  })
})

describe('many at once', () => {
  it('the rest of the paragraph is accepted, and undone', async () => {
    const { page, document } = await readingReport()
    await press(page, 'j', 'j', 'j')
    await expectFocus(page, 'African Union')
    await press(page, 'Shift+A')
    await saved(page)
    const accepted = (await annotationsOf(page, document)).filter(({ state }) => state === 'accepted')
    expect(accepted.map(({ exact }) => exact)).toEqual(['African Union', 'Northern Front', '30'])
    await expectFocus(page, '2013 the')
    await press(page, 'z')
    await saved(page)
    expect(new Set((await annotationsOf(page, document)).map(({ state }) => state))).toEqual(new Set(['pending']))
  })

  it.each([
    ['m', 'accepted'],
    ['Shift+M', 'rejected'],
  ])('all of the same mention by %s are %s', async (key, state) => {
    const { page, document } = await readingReport()
    await press(page, key)
    await saved(page)
    const decided = (await annotationsOf(page, document)).filter((one) => one.state !== 'pending')
    expect(decided.map((one) => [one.exact, one.state])).toEqual(Array(3).fill(['Northern Front', state]))
    await expectFocus(page, '24 March 2013')
  })
})

describe('an annotation is added', () => {
  it('by keyboard, from a selection', async () => {
    const { page, document } = await readingReport()
    await press(page, 'v')
    await page.getByRole('toolbar', { name: 'Add “took” as' }).waitFor()
    await press(page, 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowLeft')
    await page.getByRole('toolbar', { name: 'Add “town of” as' }).waitFor()
    await press(page, 'ArrowRight')
    await page.getByRole('toolbar', { name: 'Add “Séré” as' }).waitFor()
    await press(page, '2')
    await expect.poll(() => field(page, 'Name').inputValue()).toBe('Séré')
    await field(page, 'Type').selectOption('civilian')
    await press(page, 'Control+Enter')
    await saved(page)
    const added = (await annotationsOf(page, document)).filter(({ origin }) => origin === 'reviewer')
    const start = report.indexOf('Séré')
    expect(added).toMatchObject([
      { layer: 'actor', exact: 'Séré', start, state: 'accepted', fields: { name: 'Séré', type: 'civilian' } },
    ])
    await press(page, 'z')
    await saved(page)
    expect((await annotationsOf(page, document)).filter(({ origin }) => origin === 'reviewer')).toEqual([])
    await press(page, 'Shift+Z')
    await saved(page)
    expect((await annotationsOf(page, document)).filter(({ origin }) => origin === 'reviewer')).toHaveLength(1)
  })

  it('by mouse', async () => {
    const { page, document } = await readingReport()
    // A double click takes a word, as anywhere.
    const box = await page.evaluate<{ x: number; y: number }>(placeOf('river'))
    await page.mouse.dblclick(box.x, box.y)
    await page.getByRole('toolbar', { name: 'Add “river” as' }).getByRole('button', { name: 'Actor' }).click()
    await page.locator('.decide-bar').getByRole('button', { name: 'Add' }).click()
    await saved(page)
    const added = (await annotationsOf(page, document)).filter(({ origin }) => origin === 'reviewer')
    expect(added).toMatchObject([{ exact: 'river', layer: 'actor' }])
  })

  it('in the place of one whose layer was wrong', async () => {
    const { page, document } = await readingReport()
    await press(page, 'j', '3')
    await expect.poll(() => field(page, 'At least').inputValue()).toBe('24')
    await press(page, 'Control+Enter')
    await saved(page)
    const here = (await annotationsOf(page, document)).filter(({ exact }) => exact === '24 March 2013')
    expect(here.map(({ layer, state }) => [layer, state]).sort()).toEqual([
      ['casualty', 'accepted'],
      ['date', 'rejected'],
    ])
    await press(page, 'z')
    await saved(page)
    const before = (await annotationsOf(page, document)).filter(({ exact }) => exact === '24 March 2013')
    expect(before.map(({ layer, state }) => [layer, state])).toEqual([['date', 'pending']])
  })
})

/** What tells the browser's place of words in the text, in the middle of them. */
function placeOf(words: string): string {
  return `(() => {
    const walker = document.createTreeWalker(document.querySelector('.text'), NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf('${words}')
      if (at === -1) continue
      const range = document.createRange()
      range.setStart(walker.currentNode, at)
      range.setEnd(walker.currentNode, at + ${words.length})
      const { left, top, width, height } = range.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    }
  })()`
}
