import { describe } from 'vitest'
import { warnings } from './sentences.ts'

describe('somebody demands action', () => {
  warnings('call', [
    ['The Council calls upon all States to prevent the flow of arms to the militias.', 'The Council', 'other'],
    ['The Council demands that all parties immediately cease hostilities.', 'The Council', 'conflict'],
    ['The High Commissioner implored the belligerents to spare civilians.', 'High Commissioner', 'other'],
    ['“Governments must act now to stop these atrocities,” said Agnès Callamard.', 'Agnès Callamard', 'mass-atrocity'],
    ['Stop the killing now, the archbishop said.', 'the archbishop', 'killing'],
    ['Activists are calling for an arms embargo on all parties to the war.', 'Activists', 'conflict'],
    ['The African Union should deploy an intervention force without delay.', null, 'other'],
    ['The region’s leaders were urged to send monitors to the border.', null, 'other'],
    [
      'The massacre went on. [A petition signed by 300 academics asks the court to order protection for the minority.]',
      '300 academics',
      'other',
    ],
    ['The Pope appealed for peace in South Sudan and for an end to the fighting.', 'The Pope', 'conflict'],
    ['The time to act is now, before the killing begins.', null, 'killing'],
    ['What is needed is a robust peacekeeping force with a mandate to protect civilians.', null, 'other'],
    ['The group called for the perpetrators of the massacre to be brought to justice.', 'The group', 'killing'],
    [
      'THE ARCHBISHOP URGED BOTH SIDES TO CEASE HOSTILITIES AND PROTECT THE CIVILIAN POPULATION.',
      'THE ARCHBISHOP',
      'conflict',
    ],
    ['CARDINAL OBANDO CALLED FOR A TRUCE BETWEEN THE ARMY AND THE REBELS.', 'Miguel Obando y Bravo', 'conflict'],
    ['Her call for sanctions on the militia’s leaders went unanswered after the massacre.', null, 'killing'],
    ['We call on the Government of Ethiopia to grant unhindered humanitarian access.', null, 'humanitarian'],
    ['He called on the Council to authorise a force that could protect civilians.', null, 'other'],
    ['Concrete steps are needed to protect displaced women from sexual violence.', null, 'displacement'],
    ['Every effort must be made to prevent a new cycle of violence.', null, 'conflict'],
    [
      'Resolution 819 demanded that Srebrenica be treated as a safe area, free from armed attack.',
      'UN Security Council',
      'conflict',
    ],
    [
      'The massacre went on. [The Assembly invited member states to give refugees asylum and protection.]',
      'The Assembly',
      'other',
    ],
    ['Pressure is growing on the Council to send peacekeepers to stop the bloodshed.', null, 'killing'],
  ])
})
