import { describe } from 'vitest'
import { casesOf } from '../cases.ts'

describe('incitement: calls to violence and threats', () => {
  casesOf('warning', [
    [
      '[LRA fighters threatened to kill the villagers of Dungu.]',
      [{ kind: 'incitement', harm: 'killing', speaker: "Lord's Resistance Army" }],
    ],
    [
      '[The fighters had sworn that the Nuer would never come home.]',
      [{ kind: 'incitement', speaker: 'The fighters' }],
    ],
    [
      '[RTLM called on its listeners to kill the cockroaches wherever they were hiding.]',
      [{ kind: 'incitement', harm: 'killing', speaker: 'Radio-Télévision Libre des Mille Collines' }],
    ],
    [
      '[In a speech in Kabaya, Léon Mugesera called for the extermination of the Tutsi.]',
      [{ kind: 'incitement', harm: 'genocide', speaker: 'Léon Mugesera' }],
    ],
    [
      '[“The graves are only half full,” the radio told its listeners.]',
      [{ kind: 'incitement', harm: 'killing', speaker: 'the radio' }],
    ],
    [
      '[Witnesses recalled how a Janjaweed leader vowed to wipe out the Zaghawa villages.]',
      [{ kind: 'incitement', harm: 'killing', speaker: 'a Janjaweed leader' }],
    ],
    [
      '[In Bujumbura the president of the Senate told local officials to “get to work” and to exterminate the opponents.]',
      [{ kind: 'incitement', harm: 'genocide', speaker: 'the president of the Senate' }],
    ],
    [
      '[State television broadcast threats to burn the town and kill everyone in it.]',
      [{ kind: 'incitement', harm: 'killing', speaker: null }],
    ],
    [
      '[Jimmy Chérizier vowed to burn the houses of all who helped the police and kill them.]',
      [{ kind: 'incitement', harm: 'killing', speaker: 'Jimmy Chérizier' }],
    ],
    [
      '[A local commander swore to kill every Hema who stayed in the village.]',
      [{ kind: 'incitement', harm: 'killing', speaker: 'A local commander' }],
    ],
    [
      '[Leaflets dropped overnight urged the youths to take up arms and chase out the newcomers.]',
      [{ kind: 'incitement', harm: 'displacement', speaker: 'Leaflets' }],
    ],
    ['[“Spare no one,” the general told his men.]', [{ kind: 'incitement', harm: 'killing', speaker: 'the general' }]],
    [
      '[The preacher called for jihad against the unbelievers in the town.]',
      [{ kind: 'incitement', harm: 'killing', speaker: 'The preacher' }],
    ],
    [
      '[Calls to exterminate the Masalit circulated on social media in June.]',
      [{ kind: 'incitement', harm: 'genocide', speaker: null }],
    ],
    [
      '[THE GUERRILLAS THREATENED TO KILL THE MAYORS OF TEN TOWNS.]',
      [{ kind: 'incitement', harm: 'killing', speaker: 'THE GUERRILLAS' }],
    ],
  ])
})
