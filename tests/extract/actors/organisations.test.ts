import { describe } from 'vitest'
import { casesOf } from '../cases.ts'

describe('organisations by shape, unit, language and owner', () => {
  casesOf('actor', [
    [
      'Soldiers of the [3rd Infantry Brigade] burned the huts.',
      [{ name: '3rd Infantry Brigade', type: 'state-force' }],
    ],
    ['The [Third Battalion] was sent to Kidal.', [{ name: 'Third Battalion', type: 'state-force' }]],
    ['Survivors blamed [Light Infantry Division 77].', [{ name: 'Light Infantry Division 77', type: 'state-force' }]],
    [
      'Survivors blamed the [77th Light Infantry Division].',
      [{ name: '77th Light Infantry Division', type: 'state-force' }],
    ],
    ['[Division 17] withdrew from its base at dawn.', [{ name: 'Division 17', type: 'state-force' }]],
    ['Men from [Brigade 93] fled to the hills.', [{ name: 'Brigade 93', type: 'state-force' }]],
    ['The [Kaibiles] and the [Atlacatl Battalion] took part.', [{}, {}]],
    ["The [Republican Guard]'s [105th Brigade] shelled the suburb.", [{}, {}]],
    ['[Liwa al-Tawhid] claimed the attack.', [{ name: 'Liwa al-Tawhid', type: 'armed-group' }]],
    ['[Katibat al-Furqan] held the hostages.', [{ name: 'Katibat al-Furqan', type: 'armed-group' }]],
    ['[Jaysh al-Sunna] shelled Fua.', [{ name: 'Jaysh al-Sunna', type: 'armed-group' }]],
    ['[Harakat al-Sabireen] took the village.', [{ name: 'Harakat al-Sabireen', type: 'armed-group' }]],
    ['[Firqat al-Hamza] fighters looted homes.', [{ name: 'Firqat al-Hamza', type: 'armed-group' }]],
    ['[Saraya al-Khorasani] set up checkpoints.', [{}]],
    [
      'The [Frente Popular de Resistencia] ambushed a patrol.',
      [{ name: 'Frente Popular de Resistencia', type: 'armed-group' }],
    ],
    [
      'The [Mouvement patriotique pour le salut] split.',
      [{ name: 'Mouvement patriotique pour le salut', type: 'armed-group' }],
    ],
    ['The [Barisan Pembebasan Rakyat] denied it.', [{}]],
    ['The [Tehrik-e-Nifaz] took Swat.', [{}]],
    ['The [Ministry of Interior] denied the report.', [{}]],
    ['The [Constitutional Court of Benin] annulled the vote.', [{}]],
    ['The [Constitutional Court] annulled the vote.', [{ name: 'Constitutional Court', type: 'other' }]],
    ['The [National Human Rights Commission of Nigeria] opened an inquiry.', [{}]],
    [
      'The [National Electoral Commission] delayed the count.',
      [{ name: 'National Electoral Commission', type: 'other' }],
    ],
    ['The [Truth Commission] heard 300 witnesses.', [{}]],
    [
      'The [Directorate of Military Intelligence] held him for a year.',
      [{ name: 'Directorate of Military Intelligence', type: 'state-force' }],
    ],
    ['The [National Security Agency] tapped his phone.', [{}]],
    ["The [Attorney General's Office] filed charges.", [{}]],
    ['The [Supreme Judicial Council] dismissed the judges.', [{ name: 'Supreme Judicial Council', type: 'other' }]],
    ['[Radio Okapi] reported the raid.', [{}]],
    ['The [Mtetezi Daily] said twelve had died.', [{}]],
    ['The [Centre for Civil Liberties] published the list.', [{ name: 'Centre for Civil Liberties', type: 'ngo' }]],
    ['[Lawyers for Justice in Libya] filed a complaint.', [{ name: 'Lawyers for Justice in Libya', type: 'ngo' }]],
    ['The [Kachin Baptist Convention] sheltered them.', [{}]],
    ['The [Syrian Network for Human Rights] counted 92 deaths.', [{}]],
    ['The [Darfur Bar Association] named the victims.', [{ name: 'Darfur Bar Association', type: 'ngo' }]],
    ['The [Democratic Forum Party] boycotted the poll.', [{ name: 'Democratic Forum Party', type: 'other' }]],
    ["The [Bishops' Conference of Burundi] pleaded for talks.", [{}]],
    ['[Médecins du Monde] left the town.', [{}]],
    ['The [Orhan Mining Company] paid the guards.', [{ name: 'Orhan Mining Company', type: 'other' }]],
    [
      'The [Peace and Security Council of the African Union] met.',
      [{ name: 'AU Peace and Security Council', type: 'igo' }],
    ],
    ['The [Security Council of the United Nations] met.', [{ name: 'UN Security Council', type: 'igo' }]],
    ['The [Human Rights Council of the UN] met.', [{ name: 'UN Human Rights Council', type: 'igo' }]],
    [
      'The [UN Independent Inquiry on Kasa] ([UNIIK]) published its findings. [UNIIK] named no one.',
      [
        { name: 'UN Independent Inquiry on Kasa', type: 'igo' },
        { name: 'UN Independent Inquiry on Kasa', type: 'igo' },
        { name: 'UN Independent Inquiry on Kasa', type: 'igo' },
      ],
    ],
    ['The [Group of Experts on Yemen] briefed the members.', [{}]],
    ['The [Joint Monitoring Mechanism] reported breaches.', [{}]],
    ['The Wars of the Roses ended.', []],
    ['Peter Church and Lynn Garrison were friends.', []],
    ['The Soviet Union stretched to the Pacific; borders of the Soviet Union were closed.', []],
    ['The [US Congress] on April 8 heard him.', [{}]],
    ['The [French Parliament] on May 29 voted.', [{}]],
    ['It fell on the Western Front.', []],
    ['Union representatives and union losses.', []],
    ['He read Crime and Society and the History of the Party.', []],
    ['The [507th ATW] will be deploying again.', [{}]],
    ['The 16th BRITT summit opened.', []],
    ['[James Reston] of The [New York Times] wrote it.', [{}, {}]],
    [
      'A chronicle of Kenya: the [Constitutional Court] ruled; Kenya waited.',
      [{ name: 'Constitutional Court of Kenya', type: 'other' }],
    ],
  ])
})

describe('armed groups that became parties', () => {
  casesOf('actor', [
    [
      'In May 1998 the [CNDD-FDD] burned a camp; in June 1998 it burned two.',
      [{ name: 'CNDD-FDD', type: 'armed-group' }],
    ],
    [
      'In May 2015 the [CNDD-FDD] named its candidate; in June 2015 it held a rally.',
      [{ name: 'CNDD-FDD', type: 'other' }],
    ],
    [
      'In May 1981 the [FMLN] attacked a garrison.',
      [{ name: 'Farabundo Martí National Liberation Front', type: 'armed-group' }],
    ],
    [
      'In May 2009 the [FMLN] won the election.',
      [{ name: 'Farabundo Martí National Liberation Front', type: 'other' }],
    ],
  ])
})
