import { describe } from 'vitest'
import { casesOf } from '../cases.ts'

const unity = { name: 'Patriotic Front for Unity', type: 'armed-group' } as const

describe('names that the document introduces', () => {
  casesOf('actor', [
    [
      'The [Patriotic Front for Unity] ([PFU]) crossed the river. [PFU] fighters burned two hamlets.',
      [unity, unity, unity],
    ],
    ['The [PFU] ([Patriotic Front for Unity]) crossed the river. Later the [PFU] denied it.', [unity, unity, unity]],
    [
      'The [Union for National Renewal] (“the [Union]”) signed the accord.',
      [{ name: 'Union for National Renewal' }, { name: 'Union for National Renewal' }],
    ],
    ['A militia known as the [Kwebo Boys] manned the roadblock.', [{ name: 'Kwebo Boys', type: 'armed-group' }]],
    ['A group called the [Black Lions] claimed the ambush.', [{ name: 'Black Lions', type: 'armed-group' }]],
  ])
})

describe('organisations by the shape of their names', () => {
  casesOf('actor', [
    [
      'The [Ministry of Justice] opened a file on the massacre.',
      [{ name: 'Ministry of Justice', type: 'government', rule: 'actor.organisation-shape' }],
    ],
    ['The [Popular Movement for Dignity] rejected the accord.', [{ type: 'armed-group' }]],
    ['[Operation Northern Shield] began in March.', [{ type: 'peace-operation', rule: 'actor.code-name' }]],
    ['The [Third Infantry Brigade] shelled the valley.', [{ type: 'state-force' }]],
    ["The [Kasai Women's Association] buried the dead.", [{ name: "Kasai Women's Association", type: 'ngo' }]],
    ['The [Supreme Court of Guinea] upheld the ban.', [{ type: 'other' }]],
  ])
})

describe('persons', () => {
  casesOf('actor', [
    [
      'General [Martin Okello] ordered the retreat. [Okello] was later tried.',
      [
        { name: 'Martin Okello', type: 'person', rule: 'actor.titled-name' },
        { name: 'Martin Okello', type: 'person' },
      ],
    ],
    [
      'President [Adama Barrow] visited the wounded. [Barrow] promised justice.',
      [{ name: 'Adama Barrow' }, { name: 'Adama Barrow' }],
    ],
    ['[Maria Fernanda Lopez], a teacher, saw the bodies.', [{ name: 'Maria Fernanda Lopez', type: 'person' }]],
    [
      '[Joseph Mwangi] said the soldiers came at night. [Mwangi] had hidden in a well.',
      [{ name: 'Joseph Mwangi' }, { name: 'Joseph Mwangi' }],
    ],
    ['The colonel, [Haider al-Mansour], denied the charge.', [{ name: 'Haider al-Mansour' }]],
    ['Captain [Ahmed bin Saleh] told reporters that his men had left.', [{ name: 'Ahmed bin Saleh' }]],
    ['Mr. [Ochieng] said that his brother was among the dead.', [{ name: 'Ochieng', type: 'person' }]],
    ['Bishop [Samuel Kameni] sheltered hundreds in his church.', [{ name: 'Samuel Kameni' }]],
    ['Shells fell on the camps of Abu Shouk and Al Salam.', []],
    ['Gunmen stormed the church of Notre-Dame de Fatima.', []],
    ['The US special envoy, [Martin Okello], left.', [{ name: 'Martin Okello' }]],
    ['Minister for the Middle East [Joseph Okello] said little.', [{ name: 'Joseph Okello' }]],
    [
      "[Francis Deng], then the Secretary-General's Special Adviser on the Prevention of Genocide, spoke.",
      [{ name: 'Francis Deng' }],
    ],
    ['[Jendayi Frazer] called the killings ethnic cleansing.', [{ name: 'Jendayi Frazer' }]],
    [
      '[Graça Machel] and [Benjamin Mkapa] mediated.',
      [{ name: 'Graça Machel', rule: 'actor.full-name' }, { name: 'Benjamin Mkapa' }],
    ],
    ['[Mugabe Were], a member of parliament, was shot outside his house.', [{ name: 'Mugabe Were' }]],
  ])
})
