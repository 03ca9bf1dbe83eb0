import { describe } from 'vitest'
import { warnings } from './sentences.ts'

describe('calls for violence and threats of armed actors', () => {
  warnings('incitement', [
    ['“We will exterminate the cockroaches,” the announcer shouted.', 'the announcer', 'genocide'],
    ['The governor told the crowd that the Tutsi must be thrown into the river.', 'The governor', 'killing'],
    ['THE EXTRADITABLES THREATENED TO MURDER TEN JUDGES FOR EACH EXTRADITION.', 'The Extraditables', 'killing'],
    ['THE REBELS HAVE WARNED THAT THEY WILL EXECUTE THE HOSTAGES IF THE ARMY ATTACKS.', 'THE REBELS', 'killing'],
    [
      'The FMLN warned that it would kill mayors who did not resign.',
      'Farabundo Martí National Liberation Front',
      'killing',
    ],
    ['Boko Haram vowed to keep attacking Christians until they left the north.', 'Boko Haram', 'killing'],
    [
      'Islamic State fighters gave the Christians of Mosul until noon to convert, leave or die.',
      'Islamic State fighters',
      'killing',
    ],
    ['A militia leader pledged to turn the town into a graveyard.', 'A militia leader', 'killing'],
    ['Posters called for the expulsion of all Muslims from the district.', 'Posters', 'displacement'],
    ['The monk told his followers to drive the Muslims out of Burma.', 'The monk', 'killing'],
    ['Text messages urged young men to sharpen their machetes and finish the work.', 'Text messages', 'killing'],
    [
      'The rebel commander threatened to shell the city until nothing was left of it.',
      'The rebel commander',
      'killing',
    ],
    ['“Kill them before they kill you,” a loudspeaker repeated all night.', 'a loudspeaker', 'killing'],
    ['The pamphlet demanded that the foreigners be driven into the sea.', 'The pamphlet', 'killing'],
    ['Al-Shabaab threatened to attack polling stations.', 'Al-Shabaab', 'conflict'],
    ['The accused was convicted of direct and public incitement to commit genocide.', null, 'genocide'],
    ['He urged the youth wing to avenge their dead and burn the houses of the Luo.', null, 'killing'],
    ['“There will be rivers of blood,” the warlord promised.', 'the warlord', 'killing'],
    [
      'The state broadcaster called Masalit “slaves” and said no one should be left alive.',
      'The state broadcaster',
      'killing',
    ],
    ['Serb radio told Muslims to hang white sheets from their windows or be killed.', 'Serb radio', 'killing'],
    ['THE GUERRILLAS SAID THEY WILL SHOOT ANYONE WHO TRAVELS ON THE HIGHWAYS.', 'THE GUERRILLAS', 'killing'],
  ])
})
