import { describe } from 'vitest'
import { warnings } from './sentences.ts'

describe('who warns: pronouns', () => {
  warnings('explicit', [
    [
      'Juan Méndez briefed Kofi Annan on Monday. [He warned that Darfur was on the brink of genocide.]',
      'Juan E. Méndez',
      'genocide',
    ],
    [
      'Samantha Power met Salva Kiir in Juba. [She warned that the country could slide into genocide.]',
      'Samantha Power',
      'genocide',
    ],
    [
      'Fatou Bensouda addressed the Assembly with Mohamed Chande Othman at her side. [She cautioned that more atrocities would follow.]',
      'Fatou Bensouda',
      'mass-atrocity',
    ],
    [
      'The African Union met in Addis Ababa on Friday. [It warned that the clashes could spread.]',
      'African Union',
      'conflict',
    ],
    [
      'Human Rights Watch published a report on Ituri on 4 May. [It warns that massacres of civilians may follow.]',
      'Human Rights Watch',
      'killing',
    ],
    [
      'Amnesty International and Oxfam wrote to the ministers. [They warned of a coming famine.]',
      'Amnesty International and Oxfam',
      'humanitarian',
    ],
    ['The bishop was interviewed on Sunday. [He said that a massacre was being prepared.]', 'The bishop', 'killing'],
    [
      'Adama Dieng visited Bangui in March. Two ministers received him. [He said the country was at risk of genocide.]',
      'Adama Dieng',
      'genocide',
    ],
  ])
})

describe('who warns: offices, spokespeople, several, bodies', () => {
  warnings('explicit', [
    [
      'The spokesman for the UN Secretary-General warned that a massacre was imminent.',
      'The spokesman for the UN Secretary-General',
      'killing',
    ],
    [
      'Ravina Shamdasani, spokesperson for the UN human rights office, warned of mass atrocities.',
      'Ravina Shamdasani',
      'mass-atrocity',
    ],
    ['OHCHR spokesperson Jeremy Laurence warned of ethnic violence.', 'Jeremy Laurence', 'conflict'],
    [
      'The head of UNHCR in the country warned that 100,000 people could flee.',
      'The head of UNHCR in the country',
      'displacement',
    ],
    [
      'The British, French and German ambassadors warned of civil war.',
      'The British, French and German ambassadors',
      'conflict',
    ],
    [
      'Both the African Union and the European Union warned that violence would follow the vote.',
      'the African Union and the European Union',
      'conflict',
    ],
    [
      'In an open letter published on 3 June, sixty Nobel laureates warned of genocide.',
      'sixty Nobel laureates',
      'genocide',
    ],
    ['A report published in May by Oxfam warned that famine was near.', 'Oxfam', 'humanitarian'],
    ['According to a report by Oxfam, famine is imminent in four districts.', 'Oxfam', 'humanitarian'],
    ['Violence could erupt at any moment, according to Crisis Group analyst Alan Boswell.', 'Alan Boswell', 'conflict'],
    ['The warning of a new massacre came from Caritas.', 'Caritas', 'killing'],
    ['It was Oxfam that first warned of a famine.', 'Oxfam', 'humanitarian'],
    [
      'Speaking in Geneva on Tuesday, the director of the agency, Filippo Grandi, said a mass exodus was likely.',
      'Filippo Grandi',
      'displacement',
    ],
    ['UN warnings of genocide were ignored.', 'United Nations', 'genocide'],
    [
      'The government has dismissed a warning by the opposition of ethnic violence after the vote.',
      'the opposition',
      'conflict',
    ],
    ['Warned by the Red Cross of an epidemic of killings, the governor did nothing.', 'Red Cross', 'killing'],
    ['A leaked memo from the embassy predicted mass killings.', 'the embassy', 'killing'],
    [
      'The commander of the peacekeepers, General Patrick Cammaert, told New York that hundreds of villagers would be killed.',
      'Patrick Cammaert',
      'killing',
    ],
  ])
})

describe('who speaks: quotations over several sentences', () => {
  warnings('explicit', [
    [
      '“No one is safe here,” said Father Bernard Kinvi. [“They will come back and there will be a massacre.”]',
      'Bernard Kinvi',
      'killing',
    ],
  ])
})
