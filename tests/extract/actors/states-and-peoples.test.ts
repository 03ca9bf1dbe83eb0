import { describe } from 'vitest'
import { casesOf } from '../cases.ts'

describe('offices that act', () => {
  casesOf('actor', [
    ['The [UN Secretary-General] condemned the attack.', [{ name: 'UN Secretary-General', type: 'igo' }]],
    [
      'The [High Commissioner for Refugees] visited the camp.',
      [{ name: 'UN High Commissioner for Refugees', type: 'igo' }],
    ],
    ['The [Foreign Secretary] told parliament that the flights would go on.', [{ name: 'Foreign Secretary' }]],
    ['The [Special Representative of the Secretary-General] briefed the members.', [{ rule: 'actor.office' }]],
    ['The [French Foreign Minister] called for sanctions.', [{ type: 'government', rule: 'actor.office' }]],
  ])
})

describe('states: who acts, not where', () => {
  casesOf('actor', [
    ['[Chad] evacuated its nationals.', [{ name: 'Chad', type: 'government' }]],
    ['Refugees crossed into Chad.', []],
    ['[Khartoum] denied arming the militia.', [{ name: 'Sudan', type: 'government' }]],
    ['[France] and the [United Kingdom] abstained.', [{ name: 'France' }, { name: 'United Kingdom' }]],
    [
      'The countries that have deployed troops include [Chad], [Kenya] and [Uganda].',
      [{ name: 'Chad' }, { name: 'Kenya' }, { name: 'Uganda' }],
    ],
    ['The countries with the worst floods include Chad and Kenya.', []],
    ['The road from Khartoum was mined.', []],
    ['The [government of Burundi] rejected the report.', [{ name: 'Burundi', type: 'government' }]],
    ['[Rwandan] troops crossed the border near Gisenyi.', [{ name: 'Rwanda', type: 'government' }]],
    ['They live in towns east of Uganda.', []],
    ['[Ethiopia] and [Kenya] sent observers.', [{ name: 'Ethiopia' }, { name: 'Kenya' }]],
    ['The talks were held in Ethiopia and Kenya.', []],
    ['Pro-[Khartoum] militias burned the fields.', [{ name: 'Sudan', type: 'government' }]],
    ["[Kenya]'s security forces fired on the crowd.", [{ name: 'Kenya', type: 'government' }]],
    ["Kenya's lakes are drying up.", []],
  ])
})

describe('peoples and identity groups', () => {
  casesOf('actor', [
    ['[Muslim civilians] fled to the enclave.', [{ name: 'Muslims', type: 'civilian', rule: 'actor.identity-noun' }]],
    ['The [Tutsi] were killed at roadblocks.', [{ name: 'Tutsi', type: 'civilian', rule: 'actor.identity' }]],
    ['Armed men attacked [Peuhl herders] near Bocaranga.', [{ name: 'Fulani', type: 'civilian' }]],
    ['Members of the [Christian community] hid in the forest.', [{ name: 'Christians', type: 'civilian' }]],
    ['[Hema] and [Lendu villagers] clashed over land.', [{ name: 'Hema' }, { name: 'Lendu' }]],
    ['The [Fur] and the [Zaghawa] were driven from their villages.', [{ name: 'Fur' }, { name: 'Zaghawa' }]],
    ['[Yazidi women] were sold in the market.', [{ name: 'Yazidis', type: 'civilian' }]],
    ['[Sudanese refugees] arrived on foot.', [{ name: 'Sudanese', type: 'civilian' }]],
    ['Anti-Muslim slogans were painted on the walls.', []],
    ['Shops in the Muslim quarter were looted.', []],
    ['A Kikuyu militia killed farm workers.', []],
    ['A predominantly Muslim district was burned.', []],
  ])
})
