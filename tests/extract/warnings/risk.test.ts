import { describe } from 'vitest'
import { casesOf } from '../cases.ts'

describe('risk: the text sees it coming', () => {
  casesOf('warning', [
    ['[If the talks fail, violence is likely in the border towns.]', [{ kind: 'risk', harm: 'conflict' }]],
    ['[The ingredients for another massacre are all there.]', [{ kind: 'risk', harm: 'killing' }]],
    ['[One more night of rain could have cost hundreds of lives.]', [{ kind: 'risk', harm: 'killing' }]],
    [
      '[The lists of names, the roadblocks and the training of militias were clear signs of a coming massacre.]',
      [{ kind: 'risk', harm: 'killing', speaker: null }],
    ],
    [
      '[The killings of 1994 could have been foreseen, and the atrocities that followed came as no surprise.]',
      [{ kind: 'risk', harm: 'mass-atrocity', speaker: null }],
    ],
    [
      '[The enclave remained at risk of ethnic cleansing.]',
      [{ kind: 'risk', harm: 'ethnic-cleansing', speaker: null }],
    ],
    [
      '[Unless the militias are disarmed, the killing will resume once the rains end.]',
      [{ kind: 'risk', harm: 'killing', speaker: null }],
    ],
    [
      '[With both parties arming youths, Kenya stood on the brink of civil war in January 2008.]',
      [{ kind: 'risk', harm: 'conflict', speaker: null }],
    ],
    [
      '[The Rohingya who remain in Rakhine face a serious risk of genocide.]',
      [{ kind: 'risk', harm: 'genocide', speaker: null }],
    ],
    [
      '[Further delays in forming the unity government could reignite the civil war.]',
      [{ kind: 'risk', harm: 'conflict', speaker: null }],
    ],
    [
      '[Hate speech against Tigrayans is a warning sign of atrocities to come.]',
      [{ kind: 'risk', harm: 'mass-atrocity', speaker: null }],
    ],
    [
      '[Haiti is sliding into chaos as gang violence spreads through the capital.]',
      [{ kind: 'risk', harm: 'conflict', speaker: null }],
    ],
    [
      '[There is a high likelihood of renewed fighting once the dry season begins.]',
      [{ kind: 'risk', harm: 'conflict', speaker: null }],
    ],
    [
      '[The potential for mass atrocities remains high in the eastern provinces.]',
      [{ kind: 'risk', harm: 'mass-atrocity', speaker: null }],
    ],
    [
      '[The camp’s residents live under threat of attack by the militia.]',
      [{ kind: 'risk', harm: 'killing', speaker: null }],
    ],
    ['[The election may trigger violence in the capital.]', [{ kind: 'risk', harm: 'conflict', speaker: null }]],
    ['[If left unchecked, the feud could ignite a wider war.]', [{ kind: 'risk', harm: 'conflict', speaker: null }]],
    [
      '[Red flags for genocide, among them the registration of minority families, were visible from 2012.]',
      [{ kind: 'risk', harm: 'genocide', speaker: null }],
    ],
    [
      '[The massacre should have been anticipated after the threats of the previous week.]',
      [{ kind: 'risk', harm: 'killing', speaker: null }],
    ],
    ['[The attack on the camp was predictable.]', [{ kind: 'risk', harm: 'conflict', speaker: null }]],
    [
      '[Tension between herders and farmers is rising and could spill over into open conflict.]',
      [{ kind: 'risk', harm: 'conflict', speaker: null }],
    ],
    ['[Further killings are likely unless the army withdraws.]', [{ kind: 'risk', harm: 'killing', speaker: null }]],
  ])
})
