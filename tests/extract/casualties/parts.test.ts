import { describe } from 'vitest'
import { casesOf } from '../cases.ts'

/** Parts, shares, sums and remainders: counts that take their harm from the words or the count before them. */
describe('counts that go on from others', () => {
  casesOf('casualty', [
    ['Of those killed, [31] were men and [12] women.', [{ effect: 'killed' }, { effect: 'killed' }]],
    ['Of the dead, the mayor added, [nine] have no name yet.', [{ effect: 'killed', low: 9, high: 9 }]],
    ['Of those detained, [forty] were students.', [{ effect: 'detained' }]],
    ['OF THE WOUNDED, [SIX] WERE CHILDREN.', [{ effect: 'injured' }]],
    ['Of the dead, little was said; 12 buses had left the town.', []],
    ['Of those invited, 31 were men and 12 women.', []],
    [
      'Troops killed [90] civilians ([41] men, [thirty] women and [19] children).',
      [{ effect: 'killed' }, { effect: 'killed' }, { effect: 'killed' }, { effect: 'killed' }],
    ],
    ['The hall seats 90 guests (41 men, 30 women).', []],
    [
      '[Sixty per cent] of the dead were women and [40 per cent] children.',
      [
        { effect: 'killed', low: 60 },
        { effect: 'killed', low: 40 },
      ],
    ],
    ['Sixty per cent of the voters were women and 40 per cent men.', []],
    ['The ministry put the dead at [1,429].', [{ effect: 'killed', low: 1429, high: 1429 }]],
    ['One study puts the deaths from all causes at [over 61,000].', [{ effect: 'killed', low: 61000, high: null }]],
    ['Aid agencies estimated the displaced at [40,000].', [{ effect: 'displaced' }]],
    ['The auditors put the cost at 1,429.', []],
    ['Diggers recovered the remains of [162] people.', [{ effect: 'killed' }]],
    ['Archaeologists studied the remains of 12 temples.', []],
    ['The council of 15 remains divided after the attack.', []],
    ['[A million and a half] people fled the war.', [{ effect: 'displaced', low: 1500000, high: 1500000 }]],
    [
      '[Between half a million and a million and a half] people were uprooted.',
      [{ effect: 'displaced', low: 500000, high: 1500000 }],
    ],
    ['[Two and a half million] people were displaced.', [{ low: 2500000 }]],
    ['The bridge cost a million and a half dollars.', []],
    ['[More than 5 million] Malians now live abroad as refugees.', [{ effect: 'refugees' }]],
    ['[Three hundred] men were seized without a warrant and killed.', [{ effect: 'killed' }]],
    ['[Forty] teachers were abducted from their homes and murdered.', [{ effect: 'killed' }]],
    ['[Forty] teachers were abducted on the road and killed a guard.', [{ effect: 'detained' }]],
    ['After the raid the [276] who were seized there were not heard of again.', [{ effect: 'detained' }]],
    [
      '[Some 90,000] people were uprooted, and [a third] of them reached Mexico.',
      [{ effect: 'displaced' }, { effect: 'refugees' }],
    ],
    ['Police found 5,668 weapons, of which 1,359 have come back.', []],
    ['A student of 19 was killed in the raid.', []],
  ])
})
