import { describe } from 'vitest'
import { casesOf } from '../cases.ts'

describe('call: action is demanded', () => {
  casesOf('warning', [
    [
      '# Recommendations\n\nThe massacre in Bria was the third. The killings at the bridge came next. Clashes followed. Civilians were murdered. [Donors should pay the judges.]',
      [{ kind: 'call', harm: 'other', speaker: null }],
    ],
    ['[In May the bishops asked for peacekeepers to guard the camps.]', [{ kind: 'call', speaker: 'the bishops' }]],
    [
      'The massacre went on for a week. [Survivors’ groups asked the Council to send peacekeepers.]',
      [{ kind: 'call', addressee: 'the Council' }],
    ],
    [
      '[Human Rights Watch urged the Security Council to send peacekeepers to Kigali.]',
      [{ kind: 'call', harm: 'other', speaker: 'Human Rights Watch' }],
    ],
    [
      '[The Bosnian government appealed to NATO to protect the population of the safe area.]',
      [{ kind: 'call', harm: 'other' }],
    ],
    [
      '[The African Union demanded that Khartoum disarm the Janjaweed and allow displaced people to go home.]',
      [{ kind: 'call', harm: 'displacement' }],
    ],
    [
      '[Kofi Annan called on both leaders to end the violence.]',
      [{ kind: 'call', harm: 'conflict', speaker: 'Kofi Annan' }],
    ],
    [
      '[The region must act now to prevent mass atrocities in Burundi.]',
      [{ kind: 'call', harm: 'mass-atrocity', speaker: null }],
    ],
    [
      '[The OIC called for an end to the killing of Rohingya villagers.]',
      [{ kind: 'call', harm: 'killing', speaker: 'Organisation of Islamic Cooperation' }],
    ],
    [
      '[It is imperative that all parties allow humanitarian access to Jonglei.]',
      [{ kind: 'call', harm: 'humanitarian', speaker: null }],
    ],
    [
      '[France pressed for safe passage for civilians leaving Aleppo.]',
      [{ kind: 'call', harm: 'other', speaker: 'France' }],
    ],
    [
      '[Amnesty International called for an independent investigation of possible crimes against humanity in Axum.]',
      [{ kind: 'call', harm: 'crimes-against-humanity', speaker: 'Amnesty International' }],
    ],
    [
      '[The Council must impose an arms embargo on all of Sudan if it wants to stop the massacres in Darfur.]',
      [{ kind: 'call', harm: 'killing', speaker: null }],
    ],
    [
      '[António Guterres appealed for a humanitarian ceasefire in Gaza to spare civilians.]',
      [{ kind: 'call', harm: 'conflict', speaker: 'António Guterres' }],
    ],
    [
      '[Donors and neighbours must press both armies to respect the truce before war returns.]',
      [{ kind: 'call', harm: 'conflict', speaker: null }],
    ],
    ['[There is an urgent need for more peacekeepers in the north.]', [{ kind: 'call', harm: 'other', speaker: null }]],
    [
      '[The world cannot stand by while civilians are being slaughtered.]',
      [{ kind: 'call', harm: 'killing', speaker: null }],
    ],
    [
      '[Parliaments ought to ratify the statute to help prevent atrocities.]',
      [{ kind: 'call', harm: 'mass-atrocity', speaker: null }],
    ],
    [
      '[Resolution 1706 called for the deployment of a UN force in Darfur.]',
      [{ kind: 'call', harm: 'other', speaker: 'UN Security Council' }],
    ],
    [
      '[The perpetrators must be brought to justice, said a group of survivors.]',
      [{ kind: 'call', harm: 'other', speaker: 'a group of survivors' }],
    ],
    [
      '[The elders pleaded with both sides to stop the fighting.]',
      [{ kind: 'call', harm: 'conflict', speaker: 'The elders' }],
    ],
    [
      '[The Government of South Sudan was urged to give humanitarian workers safe passage.]',
      [{ kind: 'call', harm: 'other', speaker: null }],
    ],
    [
      '[THE ARCHBISHOP CALLED FOR A CEASE-FIRE AND URGED BOTH SIDES TO LAY DOWN THEIR ARMS.]',
      [{ kind: 'call', harm: 'conflict', speaker: 'THE ARCHBISHOP' }],
    ],
    [
      '[The Secretary-General reiterated his call for an immediate ceasefire in Aleppo.]',
      [{ kind: 'call', harm: 'conflict', speaker: 'UN Secretary-General' }],
    ],
    [
      '[The humanitarian coordinator appealed for 80 million dollars to avert famine.]',
      [{ kind: 'call', harm: 'humanitarian', speaker: 'The humanitarian coordinator' }],
    ],
    [
      '[“We demand justice for the victims,” the widows’ association said.]',
      [{ kind: 'call', harm: 'other', speaker: 'the widows’ association' }],
    ],
    ['[The parties were called upon to resume peace talks.]', [{ kind: 'call', harm: 'conflict', speaker: null }]],
  ])
})

describe('what must be done, in a report on victims, is asked for them', () => {
  const told =
    'Soldiers massacred 40 villagers in the valley. Survivors spoke of a massacre. Gunmen killed nine civilians. Civilians were murdered in the camp. '
  const untold = 'The harvest was good. Traders came from the coast. The road was mended. The school has a new roof. '
  casesOf('warning', [
    [`${told}[The prisons must be opened to inspectors.]`, [{ kind: 'call', trigger: 'must' }]],
    [`${told}[Kenya should say where the men are held.]`, [{ kind: 'call', addressee: 'Kenya' }]],
    [`${told}[The Security Council should meet again in May.]`, [{ kind: 'call', addressee: 'UN Security Council' }]],
    [`${told}Kenya must have known.`, []],
    [`${told}The villagers should reach the coast in two days.`, []],
    [`${untold}The gates must be opened at six.`, []],
    [`${untold}Kenya should say where the goods are held.`, []],
  ])
})
