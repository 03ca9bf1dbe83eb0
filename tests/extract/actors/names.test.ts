import { describe } from 'vitest'
import { casesOf } from '../cases.ts'

describe('names of the lexicon', () => {
  casesOf('actor', [
    [
      "The [Lord's Resistance Army] abducted children near Obo.",
      [{ name: "Lord's Resistance Army", type: 'armed-group', rule: 'actor.known-name' }],
    ],
    ['[UNAMID] peacekeepers reached Kutum two days after the raid.', [{ name: 'UNAMID', type: 'peace-operation' }]],
    [
      '[Human Rights Watch] and [Amnesty International] documented the burning of six villages.',
      [
        { name: 'Human Rights Watch', type: 'ngo' },
        { name: 'Amnesty International', type: 'ngo' },
      ],
    ],
    ['The [janjaweed] rode into the market at dawn.', [{ name: 'Janjaweed', type: 'armed-group' }]],
    [
      'The [Security Council] renewed the mandate of [MONUSCO].',
      [
        { name: 'UN Security Council', type: 'igo' },
        { name: 'MONUSCO', type: 'peace-operation' },
      ],
    ],
    [
      'Doctors of the [ICRC] treated the wounded in Goma.',
      [{ name: 'International Committee of the Red Cross', type: 'ngo' }],
    ],
    ['[Boko Haram] attacked the college at Buni Yadi.', [{ name: 'Boko Haram', type: 'armed-group' }]],
    ['[Al-Shabaab] claimed the bombing of a hotel in Mogadishu.', [{ name: 'Al-Shabaab', type: 'armed-group' }]],
    ['The [M23] took Bunagana in June.', [{ name: 'M23', type: 'armed-group' }]],
    ['[Imam Kobine] called for calm.', [{ name: 'Omar Kobine Layama', type: 'person' }]],
    ['[Jean-Pierre Bemba] led the movement.', [{ name: 'Jean-Pierre Bemba', type: 'person' }]],
  ])
})

describe('newswire all in capitals', () => {
  casesOf('actor', [
    [
      'GUERRILLAS OF THE [FMLN] ATTACKED A POWER STATION IN SAN MIGUEL.',
      [{ name: 'Farabundo Martí National Liberation Front', type: 'armed-group' }],
    ],
    ['THE [SALVADORAN ARMY] DENIED THE CHARGE.', [{ name: 'Armed Forces of El Salvador', type: 'state-force' }]],
    ['PRESIDENT [ALFREDO CRISTIANI] CONDEMNED THE MURDER.', [{ name: 'Alfredo Cristiani', type: 'person' }]],
    ['COLONEL [RENE PONCE] SAID THAT THE ARMY WOULD INVESTIGATE.', [{ name: 'Rene Ponce', type: 'person' }]],
    [
      'SPOKESMEN FOR THE [MINISTRY OF DEFENSE] SAID TWO SOLDIERS DIED.',
      [{ type: 'government', rule: 'actor.shouted-organisation' }],
    ],
    ['THE REBELS BURNED THE VILLAGE AND THE CIVILIANS FLED.', []],
  ])
})

describe('short forms', () => {
  casesOf('actor', [
    [
      'The [Security Council] met on Monday. The [Council] demanded a ceasefire.',
      [{ name: 'UN Security Council' }, { name: 'UN Security Council', rule: 'actor.short-form' }],
    ],
    [
      'The [Security Council] must act. I ask this [Council] to send a mission.',
      [{ name: 'UN Security Council' }, { name: 'UN Security Council' }],
    ],
    [
      'The [African Union] sent observers. The [Union] asked for access.',
      [{ name: 'African Union' }, { name: 'African Union', type: 'igo' }],
    ],
    [
      'The [Ministry of Defence] denied it. The [Ministry] gave no reason.',
      [{ name: 'Ministry of Defence' }, { name: 'Ministry of Defence', type: 'government' }],
    ],
  ])
})

describe('what has no name of its own', () => {
  casesOf('actor', [
    ['The rebels burned the village.', []],
    ['Fighters crossed the river at night.', []],
    ['Civilians fled when the peacekeepers left.', []],
    ['The international community looked away.', []],
    ['Amnesty was granted to those who laid down arms. An amnesty had been refused before.', []],
    ['In May the rains came and the roads were closed.', []],
    ['Troops surrounded the Catholic church at dawn.', []],
    ['The market in Bangui reopened.', []],
    ['The commission met behind closed doors.', []],
    ['The Universal Declaration of Human Rights was adopted in Paris.', []],
  ])
})
