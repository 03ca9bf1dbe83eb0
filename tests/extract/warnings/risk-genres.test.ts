import { describe } from 'vitest'
import { warnings } from './sentences.ts'

describe('the text itself sees risk', () => {
  warnings('risk', [
    [
      'The risk of mass atrocities in the border region is now higher than at any time since 2003.',
      null,
      'mass-atrocity',
    ],
    ['The state stands at the edge of civil war.', null, 'conflict'],
    ['Further attacks on civilians are expected in the coming weeks.', null, 'killing'],
    ['Fighting is expected to intensify when the rains end.', null, 'conflict'],
    ['Ethnic Masalit in Zamzam camp remain at extreme risk of being killed.', null, 'killing'],
    ['Renewed hostilities cannot be ruled out.', null, 'conflict'],
    ['Civilians in the three encircled towns face an imminent threat of massacre.', null, 'killing'],
    ['All the preconditions of genocide are present.', null, 'genocide'],
    ['The situation could rapidly descend into inter-ethnic violence.', null, 'conflict'],
    ['A return to civil war is a distinct possibility.', null, 'conflict'],
    ['The elections carry a high risk of violence.', null, 'conflict'],
    ['Early-warning signs of the genocide were ignored in every capital.', null, 'genocide'],
    ['There was every reason to expect a massacre.', null, 'killing'],
    ['The warning signs were there for all to see long before the pogrom.', null, 'killing'],
    ['Hate speech on the radio has laid the ground for mass killing.', null, 'killing'],
    ['If the dam road is cut, famine will follow within weeks.', null, 'humanitarian'],
    ['Should the ceasefire collapse, a wave of reprisal killings is all but certain.', null, 'killing'],
    ['The longer the siege lasts, the greater the danger of starvation.', null, 'humanitarian'],
    ['Without protection, the returnees could be massacred again.', null, 'killing'],
    ['The militia has the means and the will to commit further atrocities.', null, 'mass-atrocity'],
    ['Unless checked, the raids may provoke a cycle of revenge killings.', null, 'killing'],
    ['The withdrawal of peacekeepers would leave a security vacuum and expose villagers to massacre.', null, 'killing'],
    ['The scene is set for another round of ethnic cleansing.', null, 'ethnic-cleansing'],
    ['History suggests that more bloodshed lies ahead.', null, 'killing'],
    ['The dehumanising language of the campaign is a precursor of genocide.', null, 'genocide'],
    ['It is only a matter of time before the militias massacre the Hazara.', null, 'killing'],
    ['The massacre was entirely foreseeable.', null, 'killing'],
    ['Nobody who had read the cables could have been surprised by the genocide.', null, 'genocide'],
    ['Conditions are in place for crimes against humanity.', null, 'crimes-against-humanity'],
    ['Prospects for a peaceful vote are poor and the likelihood of deadly violence is high.', null, 'conflict'],
    [
      'THE MASSACRE LASTED ALL NIGHT. [MORE VIOLENCE IS EXPECTED DURING THE STRIKE CALLED BY THE GUERRILLAS.]',
      null,
      'conflict',
    ],
    ['Hundreds of thousands of people could be displaced if the front moves south.', null, 'displacement'],
    ['# Outlook\n\n[Clashes between the two wings of the army are likely to spread to Blue Nile.]', null, 'conflict'],
    [
      '# At risk\n\nThe massacre in Bria was the third. [At risk: 40,000 civilians in the enclaves of Boda and Carnot.]',
      null,
      'other',
    ],
    ['The threat of genocide hangs over the Nuba Mountains.', null, 'genocide'],
    [
      'The atmosphere resembles that of the weeks before the killings of 1994, and the danger is real.',
      null,
      'killing',
    ],
  ])
})
