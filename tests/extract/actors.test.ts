import { describe, expect, test } from 'vitest'
import { annotationsIn, casesOf } from './cases.ts'

describe('known names', () => {
  casesOf('actor', [
    ['The [Security Council] met; [MSF] withdrew.', [{ name: 'UN Security Council', type: 'igo' }, { type: 'ngo' }]],
    ['Fighters of the [ex-Séléka] burned the village.', [{ name: 'Séléka', type: 'armed-group' }]],
    ['Commanders of the former [Séléka] burned it.', [{ name: 'Séléka' }]],
    ['The [janjaweed] came at dawn.', [{ name: 'Janjaweed', type: 'armed-group' }]],
    ['An [AU]-led force replaced it.', [{ name: 'African Union' }]],
    ['Those who died broke the UN Charter.', []],
    ['It was a question of who would go and what it was.', []],
    ['Parliament voted an amnesty for the soldiers.', []],
  ])
})

describe('what a document teaches', () => {
  casesOf('actor', [
    [
      'The [Valley Liberation Front] ([VLF]) attacked. Later the [VLF] withdrew.',
      [{ type: 'armed-group' }, { name: 'Valley Liberation Front' }, { name: 'Valley Liberation Front' }],
    ],
    [
      'The [VLF] attacked first. The [Valley Liberation Front] ([VLF]) denied it.',
      [{ name: 'Valley Liberation Front' }, { name: 'Valley Liberation Front' }, { name: 'Valley Liberation Front' }],
    ],
    [
      'The [Mouvement des Patriotes de la Vallée], or [MPV], rose. The [MPV] lost.',
      [{}, { name: 'Mouvement des Patriotes de la Vallée' }, { name: 'Mouvement des Patriotes de la Vallée' }],
    ],
    ['A militia known as the [Night Owls] burned farms.', [{ name: 'Night Owls', type: 'armed-group' }]],
    ['A disarmament, demobilisation and reintegration (DDR) plan failed. DDR stopped.', []],
    [
      'The [Security Council] met. The [Council] was divided.',
      [{ name: 'UN Security Council' }, { name: 'UN Security Council', rule: 'actor.short-form' }],
    ],
    ['[KZP] fighters came. A spokesman for the [KZP] denied it.', [{ type: 'armed-group' }, { name: 'KZP' }]],
  ])
})

describe('organisations by shape', () => {
  casesOf('actor', [
    ['The [Patriotic Front for Renewal] seized the town.', [{ type: 'armed-group' }]],
    ['[Operation Silver Dawn] began in May.', [{ type: 'peace-operation' }]],
    ['The [Harbour Widows’ Association] kept a list.', [{ type: 'ngo' }]],
    ['The [Ministry of Hydrology] and the [River Guard] disagreed.', [{ type: 'government' }, { type: 'state-force' }]],
    ['The Responsibility to Protect is a norm.', []],
    ['They met at the Grand Hotel in Market Street.', []],
    ['The rebels, the mission and the international community agreed.', []],
  ])
})

describe('persons', () => {
  casesOf('actor', [
    ['President [Salvador Ibarra] resigned. [Ibarra] fled.', [{ type: 'person' }, { name: 'Salvador Ibarra' }]],
    ['Lt. Gen. [Otto van der Berg] denied it.', [{ name: 'Otto van der Berg', type: 'person' }]],
    ['The militia was led by [Ousmane Keïta].', [{ name: 'Ousmane Keïta' }]],
    ['[Maria López], a teacher, saw it. [López] wept.', [{}, { name: 'Maria López' }]],
    ['[Imam Yusuf] called for calm.', [{ name: 'Imam Yusuf', type: 'person' }]],
    ['The Chadian President, [Idriss Déby], spoke.', [{ name: 'Idriss Déby', type: 'person' }]],
    ['The UN Special Adviser on the Prevention of Genocide, [Petra Novak], spoke.', [{ name: 'Petra Novak' }]],
    ['They crossed the Silver River near Fort Hope.', []],
  ])
})

describe('offices', () => {
  casesOf('actor', [
    ['The [UN Secretary-General] condemned it.', [{ name: 'UN Secretary-General', type: 'igo' }]],
    ['The [Foreign Secretary] condemned it.', [{ type: 'government' }]],
    ['The head of [BINUCA] briefed them.', [{ name: 'BINUCA', type: 'peace-operation' }]],
  ])
})

describe('states', () => {
  casesOf('actor', [
    ['[Chad] recalled its envoys.', [{ name: 'Chad', type: 'government' }]],
    ['Refugees lived in Chad and east of Sudan.', []],
    ['[France] and the [United Kingdom] supported the text.', [{ name: 'France' }, { name: 'United Kingdom' }]],
    ['The backing of both [Uganda] and [Rwanda] was decisive.', [{ name: 'Uganda' }, { name: 'Rwanda' }]],
    ['[Khartoum] provided weapons to pro-[Khartoum] groups.', [{ name: 'Sudan' }, { name: 'Sudan' }]],
    ['People in Khartoum waited near the border with Chad.', []],
    ['[French] troops and [Chadian] mercenaries came.', [{ name: 'France' }, { name: 'Chad' }]],
    ['[Chad]’s security forces fired; Chad’s citizens fled.', [{ name: 'Chad' }]],
    ['The council accused [Rwanda] of it.', [{ name: 'Rwanda' }]],
    ['[Belgium], which once ruled here, has sent paratroopers.', [{ name: 'Belgium' }]],
    ['Chad is a country of many droughts.', []],
  ])
})

describe('identity groups', () => {
  casesOf('actor', [
    [
      'They killed [Muslim civilians] and [Peuhl herders].',
      [{ name: 'Muslims', type: 'civilian' }, { type: 'civilian' }],
    ],
    ['Attacks on the [Christian] or [Muslim community] rose.', [{ name: 'Christians' }, { name: 'Muslims' }]],
    ['He favoured the [Gbaya].', [{ name: 'Gbaya' }]],
    ['The predominantly Muslim town heard anti-Muslim slogans.', []],
    ['[Chadian residents] hid; two [Syrians] died.', [{ name: 'Chadians' }, { name: 'Syrians' }]],
  ])
})

describe('text all in capitals', () => {
  casesOf('actor', [
    [
      'THE [FARABUNDO MARTI NATIONAL LIBERATION FRONT] [[FMLN]] ATTACKED; PRESIDENT [ALFREDO CRISTIANI] TOLD US WHO DID IT.'.replace(
        '[[FMLN]]',
        '([FMLN])',
      ),
      [{ type: 'armed-group' }, { type: 'armed-group' }, { name: 'Alfredo Cristiani' }],
    ],
    ['THE [NATIONAL POLICE] SAID THAT IT IS MAY AND THAT AID FOR US IS LATE.', [{ type: 'state-force' }]],
  ])
})

test('an abbreviation that several have means the one that the document names in full', () => {
  const names = annotationsIn('The Rapid Support Forces left Khartoum. The RSF burned it.')
    .filter(({ layer }) => layer === 'actor')
    .map(({ fields }) => ('name' in fields ? fields.name : null))
  expect(names).toEqual(['Rapid Support Forces', 'Rapid Support Forces'])
})
