import { describe, expect, test } from 'vitest'
import { type Paragraph, toSource } from '../../src/model/index.ts'
import { readText } from '../../src/read/index.ts'
import { breachesOf } from './invariants.ts'

function read(text: string) {
  const document = readText(text, { id: 'x', mediaType: 'text/plain' })
  expect(breachesOf(document)).toEqual([])
  return document
}

const outline = (paragraphs: readonly Paragraph[]) => paragraphs.map(({ kind, text }) => `${kind}: ${text}`)
const textsOf = (text: string) => read(text).paragraphs.map((paragraph) => paragraph.text)

/** Lines of about 65 characters, as a page dump has them. */
const wrapped = `The first reports from the valley came in the spring of that year,
when herders lost their wells and the council of elders asked the
district for help that it did not get before the rains had begun.`

describe('paragraphs', () => {
  test.each<[string, string, string[]]>([
    [
      'are joined over hard line breaks',
      `${wrapped}\n\n${wrapped}`,
      [wrapped, wrapped].map((text) => text.replaceAll('\n', ' ')),
    ],
    [
      'are read whatever ends a line',
      'A first paragraph is here.\r\rA second one is here.\r\n\r\nA third.',
      ['A first paragraph is here.', 'A second one is here.', 'A third.'],
    ],
    [
      'stand one a line where lines are long',
      `${'The army said that it had left the town. '.repeat(6)}\n${'Residents said that it had not. '.repeat(8)}`,
      [
        'The army said that it had left the town. '.repeat(6).trim(),
        'Residents said that it had not. '.repeat(8).trim(),
      ],
    ],
    [
      'stand one a line where each line is a sentence',
      'Rebels took the town of Anna on Monday, killing nine people.\nThe army took it back on Tuesday, and said it had lost no one.\nThe mayor is missing since then, his family told reporters.',
      [
        'Rebels took the town of Anna on Monday, killing nine people.',
        'The army took it back on Tuesday, and said it had lost no one.',
        'The mayor is missing since then, his family told reporters.',
      ],
    ],
    [
      'go on over a stray blank line in a sentence',
      `${wrapped}\n\n${wrapped.replace(/begun\.$/, 'begun in the')}\n\nnorthern hills, where nobody had expected it.`,
      [
        wrapped.replaceAll('\n', ' '),
        `${wrapped.replaceAll('\n', ' ').replace(/begun\.$/, 'begun in the')} northern hills, where nobody had expected it.`,
      ],
    ],
    [
      'go on over a form feed',
      `${wrapped.replace(/ begun\.$/, '')}\fstarted. Nobody came.`,
      [`${wrapped.replaceAll('\n', ' ').replace(/ begun\.$/, '')} started. Nobody came.`],
    ],
    [
      'go on over a page break behind two lines that both open in capitals',
      `${wrapped}\n\n${wrapped}\n\n7 October. The ministers of the Peace and Security Council of the\nNorthern Union (NU) ask the parties for envoys and then for more\n\fobservers.`,
      [
        wrapped.replaceAll('\n', ' '),
        wrapped.replaceAll('\n', ' '),
        '7 October. The ministers of the Peace and Security Council of the Northern Union (NU) ask the parties for envoys and then for more observers.',
      ],
    ],
    [
      'begin at an indented line',
      `     ${wrapped}\n     The second one is short.\n     ${wrapped}`,
      [wrapped.replaceAll('\n', ' '), 'The second one is short.', wrapped.replaceAll('\n', ' ')],
    ],
    [
      'keep names apart',
      `${wrapped}\n\nAnna Moreau\nBakari Ouedraogo\nLi Wei\nSami al-Hadid`,
      [wrapped.replaceAll('\n', ' '), 'Anna Moreau', 'Bakari Ouedraogo', 'Li Wei', 'Sami al-Hadid'],
    ],
    [
      'keep key figures apart',
      '52 killed\n340 injured\n12,000 displaced',
      ['52 killed', '340 injured', '12,000 displaced'],
    ],
  ])('%s', (_, text, expected) => {
    expect(textsOf(text)).toEqual(expected)
  })

  test('in capitals are no headings where all is in capitals', () => {
    const wire =
      '   PORT ANNA, 3 MAY 89 -- THE ARMY SAID THAT NINE PEASANTS WERE KILLED\nWHEN A MINE WENT OFF ON THE ROAD TO THE NORTH.\n   THE FRONT DENIED THAT IT HAD LAID THE MINE. IT BLAMED THE ARMY ITSELF\nAND CALLED FOR AN INQUIRY.'
    expect(read(wire).paragraphs.map(({ kind }) => kind)).toEqual(['body', 'body'])
  })
})

describe('words cut by a line end', () => {
  const cut = (first: string, last: string, elsewhere = '') =>
    textsOf(
      `The people who had come down from the hills that year were ${first}-\n${last} by all that they had seen on the way. ${elsewhere}`,
    )[0]

  test.each<[string, string, string, string, string]>([
    ['lose a hyphen that only the line end needed', 'aston', 'ished', '', 'astonished'],
    ['keep it where the document writes it elsewhere', 'war', 'torn', 'It was a war-torn place.', 'war-torn'],
    ['lose it where the document writes one word elsewhere', 'over', 'whelmed', 'It was overwhelmed.', 'overwhelmed'],
    ['keep it before a capital', 'anti', 'Kesh', '', 'anti-Kesh'],
    ['keep it in an abbreviation', 'EUFOR', 'RCA', '', 'EUFOR-RCA'],
    ['keep it after a part that makes compounds', 'long', 'suffering', '', 'long-suffering'],
  ])('%s', (_, first, last, elsewhere, expected) => {
    expect(cut(first, last, elsewhere)).toContain(` ${expected} by all`)
  })

  test('keep the hyphen of a range of numbers', () => {
    expect(
      textsOf('The worst of the fighting in the eastern districts was on 5-\n6 December, when the market burnt.')[0],
    ).toContain('on 5-6 December')
  })

  test('point to the source with both parts', () => {
    const text = 'The villages that the column had passed on its way south were aban-\ndoned when it came back.'
    const [paragraph] = read(text).paragraphs
    const at = paragraph?.text.indexOf('abandoned') ?? -1
    const { start, end } = toSource(paragraph?.map ?? [], { start: at, end: at + 'abandoned'.length })
    expect(text.slice(start, end)).toBe('aban-\ndoned')
  })
})

describe('footnote markers', () => {
  test('that run upward are taken out, wherever they stick', () => {
    const text =
      'It began in 1960.1 They called it “justice.”2 Many refugees3 left for the UN,4 but the head of the council put it:5 nobody cared (not one).6'
    expect(textsOf(text)).toEqual([
      'It began in 1960. They called it “justice.” Many refugees left for the UN, but the head of the council put it: nobody cared (not one).',
    ])
  })

  test('may be out of order or leave gaps', () => {
    const text = 'First.1 Second.2 Third.4 Fourth.3 Fifth.5 Sixth.8'
    expect(textsOf(text)).toEqual(['First. Second. Third. Fourth. Fifth. Sixth.'])
  })

  test.each([
    'The shells fell on PK12 and near the B-52, as Resolution 2127 was passed in 2012.',
    'G8 leaders spoke of COVID-19 and of R2P; 1,000. 3.5 Mi-24 S/PRST/2017/22 the 90th of the 1990s.',
    'Prices rose 2.1 percent, then 3.2 percent, then 4.3 percent, and 5.4 Percent in May.',
    'It began at 10.30 and at 11:45 they left; 1,001 and 1,002 and 1,003 people came.',
    'One town2 is not a series.',
  ])('are not: %s', (text) => {
    expect(textsOf(text)).toEqual([text])
  })

  test('leave the real numbers around them', () => {
    const text =
      'It was so.1 In PK12 it was not.2 By then 3.5 million had left the G8.3 In 2012.4 Resolution 2127 of 1,000.'
    expect(textsOf(text)).toEqual([
      'It was so. In PK12 it was not. By then 3.5 million had left the G8. In 2012. Resolution 2127 of 1,000.',
    ])
  })

  test('in superscript go without a series, units stay', () => {
    expect(textsOf('They held 40 km² of land.¹ Nobody² came.')).toEqual(['They held 40 km² of land. Nobody came.'])
  })
})

describe('page furniture', () => {
  const dump = (...pages: string[]) =>
    pages.map((page, index) => `RIVER WATCH REVIEW\n\n${page}\n\n${index + 5}\n`).join('\f')
  const first =
    'The fighting began on 3 March in the east of the district, where the\nwells had been shared for years, and it went on for two weeks in the'
  const second = 'hills above the town. By then 60 people were dead. The council had\nasked for help.'

  test('stands aside, and the paragraph goes on behind it', () => {
    expect(outline(read(dump(first, second)).paragraphs)).toEqual([
      'heading: RIVER WATCH REVIEW',
      `body: ${first.replace('\n', ' ')} ${second.replace('\n', ' ')}`,
      'furniture: 5',
      'furniture: RIVER WATCH REVIEW',
      'furniture: 6',
    ])
  })

  test('splits the paragraph’s range in the source', () => {
    const text = dump(first, second)
    const [, body] = read(text).paragraphs
    expect(body?.ranges.map(({ start, end }) => text.slice(start, end))).toEqual([first, second])
  })

  test('gives the printed page', () => {
    const pages = read(dump(first, second, 'A third page is here.')).paragraphs.map(({ page }) => page)
    expect(pages).toEqual([5, 5, 5, 6, 6, 7, 7, 7])
  })

  test('with a bar at its edge is told by the number beside it', () => {
    const { paragraphs } = read(`${wrapped}\n\n12\n\n| RIVER WATCH\n\n${wrapped}`)
    expect(paragraphs.map(({ kind }) => kind)).toEqual(['body', 'furniture', 'furniture', 'body'])
  })

  test('is no toll alone on its line, and no year', () => {
    const { paragraphs } = read(
      'Killed\n\n52\n\nInjured\n\n340\n\n1917\n\nIt began in the north.\n\n1918\n\nIt ended there.\n\n1919\n\nPeace came.',
    )
    expect(paragraphs.filter(({ kind }) => kind === 'furniture')).toEqual([])
  })

  test('leaves a running footnote to the page that it stands on', () => {
    const text = `It was so.1 It was known.2 ${first}\n\n1 Elder, interview, July 2014.\n2 Council minutes.\n\f${second.replace('dead.', 'dead.3')}\n\n3 Ibid.`
    expect(outline(read(text).paragraphs)).toEqual([
      `body: It was so. It was known. ${first.replace('\n', ' ')} ${second.replace('\n', ' ')}`,
      'note: Elder, interview, July 2014.',
      'note: Council minutes.',
      'note: Ibid.',
    ])
  })
})

describe('headings', () => {
  test('in capitals, over two lines, and in title case make a path', () => {
    const text = `A VALLEY ALONE\n\nHOW IT BEGAN AND\nWHO SAW IT\n${wrapped}\n\nThe first week\n\n${wrapped}\n\nAFTERWARDS\n\n${wrapped}`
    const { paragraphs } = read(text)
    expect(paragraphs.filter(({ kind }) => kind !== 'heading').map(({ headings }) => headings)).toEqual([
      ['A VALLEY ALONE', 'HOW IT BEGAN AND WHO SAW IT'],
      ['A VALLEY ALONE', 'HOW IT BEGAN AND WHO SAW IT', 'The first week'],
      ['A VALLEY ALONE', 'AFTERWARDS'],
    ])
  })

  test('by number nest by their numbers', () => {
    const text = `${wrapped}\n\n1. Findings\n\n${wrapped}\n\n1.1 The wells\n\n${wrapped}\n\n2. Advice\n\n${wrapped}`
    const paths = read(text)
      .paragraphs.filter(({ kind }) => kind === 'body')
      .map(({ headings }) => headings)
    expect(paths).toEqual([[], ['1. Findings'], ['1. Findings', '1.1 The wells'], ['2. Advice']])
  })

  test('name notes and references', () => {
    const text = `${wrapped}\n\nReferences\n\nMoreau, A. (2012) A History of the Lake.\nWei, L. (2013) Wells.\n\nNotes\n\nAll names are changed.`
    expect(read(text).paragraphs.map(({ kind }) => kind)).toEqual([
      'body',
      'heading',
      'reference',
      'reference',
      'heading',
      'note',
    ])
  })
})

describe('other blocks', () => {
  test.each<[string, string, string[]]>([
    [
      'lists',
      'They asked for:\n- more police in the\n  villages;\n- a mediator.\n\n1. First point.\n2. Second point.',
      [
        'body: They asked for:',
        'list: more police in the villages;',
        'list: a mediator.',
        'list: First point.',
        'list: Second point.',
      ],
    ],
    [
      'bullets with tabs',
      '•\tNine people died on 10\n\tJune in the town.\n•\tThe road is closed.',
      ['list: Nine people died on 10 June in the town.', 'list: The road is closed.'],
    ],
    [
      'tables',
      'Area\tKilled\tInjured\nPort Anna\t41\t300\nKesh\t11\t40',
      ['table: Area | Killed | Injured', 'table: Port Anna | 41 | 300', 'table: Kesh | 11 | 40'],
    ],
    [
      'indented quotations',
      `${wrapped}\n\n    Nobody came when we called, and nobody\n    will be forgiven for it.\n\n${wrapped}`,
      [
        `body: ${wrapped.replaceAll('\n', ' ')}`,
        'quote: Nobody came when we called, and nobody will be forgiven for it.',
        `body: ${wrapped.replaceAll('\n', ' ')}`,
      ],
    ],
    [
      'narrow quotations behind a colon',
      `${wrapped.replace('begun.', 'begun, as one elder said:')}\n\nNobody came when we called, and nobody who\nstayed away will be forgiven.\n\n${wrapped}`,
      [
        `body: ${wrapped.replaceAll('\n', ' ').replace('begun.', 'begun, as one elder said:')}`,
        'quote: Nobody came when we called, and nobody who stayed away will be forgiven.',
        `body: ${wrapped.replaceAll('\n', ' ')}`,
      ],
    ],
    [
      'captions',
      `${wrapped}\n\nFigure 2: Families that left\n\n${wrapped}`,
      [
        `body: ${wrapped.replaceAll('\n', ' ')}`,
        'caption: Figure 2: Families that left',
        `body: ${wrapped.replaceAll('\n', ' ')}`,
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(outline(read(text).paragraphs)).toEqual(expected)
  })

  test('a dash in the middle of a sentence is no list', () => {
    const text =
      'Almost a million people had to leave their homes in that one month\n– nearly a fifth of all who lived there – and some went to the capital\n- four days on foot - where nobody waited for them at all that winter.'
    expect(textsOf(text)).toHaveLength(1)
  })
})

describe('characters', () => {
  test.each<[string, string, string]>([
    ['tabs and wide spaces become one space', 'The\tUN  came', 'The UN came'],
    ['no-break spaces become spaces', 'some 2\u00A0000 people', 'some 2 000 people'],
    ['soft hyphens and zero-width characters go', 'Sé\u00ADlé\u200Bka\uFEFF came', 'Séléka came'],
    ['ligatures come apart', 'the oﬃce of the ﬁrst', 'the office of the first'],
    ['lost characters go, but for those in words', '“\uFFFDR2P” in S\uFFFDl\uFFFDka', '“R2P” in S\uFFFDl\uFFFDka'],
  ])('%s', (_, text, expected) => {
    expect(textsOf(text)).toEqual([expected])
  })
})

describe('the glossary', () => {
  const au = { abbreviation: 'AU', longForm: 'African Union' }
  const ngo = { abbreviation: 'NGO', longForm: 'Non-Governmental Organisation' }
  const icc = { abbreviation: 'ICC', longForm: 'International Criminal Court' }

  test.each<[string, string]>([
    [
      'one entry a line, by tabs',
      'Acronyms\n\nAU\tAfrican Union\nNGO\tNon-Governmental Organisation\nICC\tInternational Criminal Court',
    ],
    [
      'one entry a line, by dashes',
      'Acronyms\n\nAU – African Union\nNGO – Non-Governmental Organisation\nICC – International Criminal Court',
    ],
    [
      'long forms before abbreviations',
      'Acronyms\n\n\tAfrican Union\n\n\tNon-Governmental\nOrganisation\n\n\tInternational Criminal Court\n\nAU\n\nNGO\n\nICC',
    ],
    [
      'abbreviations before long forms',
      'Acronyms\n\nAU\nNGO\nICC\n\nAfrican Union\n\nNon-Governmental Organisation\n\nInternational Criminal Court',
    ],
  ])('is paired: %s', (_, section) => {
    const text = `${wrapped}\n\n${section}\n\n\n\n${wrapped}`
    expect(read(text).glossary).toEqual([au, ngo, icc])
  })

  test('is empty where the columns do not agree', () => {
    expect(read(`${wrapped}\n\nAcronyms\n\nRed apples\n\nGreen pears\n\nXYZ\n\nQWK`).glossary).toEqual([])
  })
})
