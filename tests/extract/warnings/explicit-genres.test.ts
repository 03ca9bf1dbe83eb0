import { describe } from 'vitest'
import { warnings } from './sentences.ts'

describe('a speaker warns: UN press statements and briefings', () => {
  warnings('explicit', [
    [
      'The Special Adviser expressed deep alarm at the growing risk of genocide in the country.',
      'Special Adviser',
      'genocide',
    ],
    [
      'Briefing the Security Council, Martha Pobee cautioned that the offensive could trigger mass displacement.',
      'Martha Pobee',
      'displacement',
    ],
    [
      'The members of the Security Council expressed grave concern that the fighting could lead to a wider civil war.',
      'The members of the Security Council',
      'conflict',
    ],
    [
      '“Without a truce we will see a massacre,” the Under-Secretary-General told the Council.',
      'Under-Secretary-General',
      'killing',
    ],
    [
      'The High Commissioner was deeply alarmed by reports that another attack on civilians was being prepared.',
      'High Commissioner',
      'killing',
    ],
    [
      'Stéphane Dujarric, the spokesman for the UN Secretary-General, said the town was at imminent risk of a massacre.',
      'Stéphane Dujarric',
      'killing',
    ],
    [
      'In a letter to the Council, the Secretary-General raised the alarm about ethnic cleansing in the north.',
      'UN Secretary-General',
      'ethnic-cleansing',
    ],
    [
      'According to the Panel of Experts, the militia is preparing an attack on the displaced people’s camps.',
      'Panel of Experts',
      'displacement',
    ],
    [
      'The Commission of Inquiry found that there was a serious risk of further crimes against humanity.',
      'Commission of Inquiry',
      'crimes-against-humanity',
    ],
    ['UN experts today sounded the alarm over the prospect of a genocide in the region.', 'UN experts', 'genocide'],
    [
      'The envoy painted a bleak picture, telling ministers that a bloodbath was only days away.',
      'The envoy',
      'killing',
    ],
    [
      'Volker Türk said he feared that the assault on the city would bring new atrocities.',
      'Volker Türk',
      'mass-atrocity',
    ],
    [
      'Two special rapporteurs alerted member states to the danger of mass starvation in the besieged towns.',
      'Two special rapporteurs',
      'humanitarian',
    ],
  ])
})

describe('a speaker warns: organisations', () => {
  warnings('explicit', [
    ['We warn that a second massacre may follow if the camps remain without guards.', null, 'killing'],
    [
      'Human Rights Watch and Amnesty International warned that forces on both sides might commit war crimes.',
      'Human Rights Watch and Amnesty International',
      'war-crimes',
    ],
    [
      'In its latest bulletin, International Crisis Group foresees a return to civil war.',
      'International Crisis Group',
      'conflict',
    ],
    ['Genocide Watch has issued a genocide emergency alert for the highland districts.', 'Genocide Watch', 'genocide'],
    [
      'Warnings by International Crisis Group and Human Rights Watch of ethnic violence were brushed aside.',
      'International Crisis Group and Human Rights Watch',
      'conflict',
    ],
    [
      'A coalition of 40 civil society groups warned of a looming famine.',
      'A coalition of 40 civil society groups',
      'humanitarian',
    ],
    [
      'Oxfam’s country director cautions that hunger will kill more people than bullets.',
      'Oxfam’s country director',
      'killing',
    ],
    [
      'A joint statement by twelve aid agencies warns of a catastrophe if the siege of the town goes on.',
      'twelve aid agencies',
      'conflict',
    ],
    [
      'The report by Amnesty International warns that the killings may amount to ethnic cleansing.',
      'Amnesty International',
      'ethnic-cleansing',
    ],
    [
      'The Simon-Skjodt Center put the country among the ten at highest risk of mass killing.',
      'Simon-Skjodt Center',
      'killing',
    ],
    [
      'The International Committee of the Red Cross fears that thousands of civilians will be trapped by the fighting.',
      'International Committee of the Red Cross',
      'conflict',
    ],
    ['Campaigners say the next attack could wipe out the last villages of the minority.', 'Campaigners', 'killing'],
    [
      'The union of nurses predicted that dozens more patients would die unless the road was opened.',
      'The union of nurses',
      'killing',
    ],
    [
      'The Early Warning Project has repeatedly flagged the danger of mass atrocities.',
      'Early Warning Project',
      'mass-atrocity',
    ],
  ])
})

describe('a speaker warns: wire stories', () => {
  warnings('explicit', [
    [
      'Rwanda could explode into ethnic bloodshed within weeks, a senior Western diplomat said on Tuesday.',
      'a senior Western diplomat',
      'killing',
    ],
    ['Fears were growing on Friday of a massacre in the encircled town.', null, 'killing'],
    ['Fears were raised that the army would take revenge on villagers.', null, 'conflict'],
    ['“It will be a slaughter,” said Omar, a baker who had stayed behind.', 'Omar', 'killing'],
    [
      'The opposition leader, Morgan Tsvangirai, warned that the country risked sliding into civil war.',
      'Morgan Tsvangirai',
      'conflict',
    ],
    ['Pope Francis warned on Sunday of a tide of hatred that might end in new massacres.', 'Pope Francis', 'killing'],
    ['The president warned that rebels were preparing fresh attacks on civilians.', 'The president', 'killing'],
    [
      'The massacre went on for a week. [Aid workers said they feared the worst for some 20,000 people trapped by the shelling.]',
      'Aid workers',
      'conflict',
    ],
    [
      'The bishops’ conference, in a pastoral letter, spoke of the danger of a new civil war.',
      'The bishops’ conference',
      'conflict',
    ],
    [
      'A cholera epidemic and starvation threaten the camps, the health minister told Reuters.',
      'the health minister',
      'humanitarian',
    ],
    ['France and Britain warned of a humanitarian disaster in the enclave.', 'France and Britain', 'humanitarian'],
    ['The Pentagon said an attack on the city was imminent.', 'Pentagon', 'conflict'],
    ['Local leaders say they expect reprisals against the Hutu minority.', 'Local leaders', 'conflict'],
    ['One European envoy put it bluntly: “This will end in genocide.”', 'One European envoy', 'genocide'],
    [
      'A UN spokeswoman in Geneva warned that up to 80,000 people might flee across the river.',
      'A UN spokeswoman in Geneva',
      'displacement',
    ],
    ['Prime Minister Hun Sen said there would be civil war if his party lost.', 'Hun Sen', 'conflict'],
    ['The mayor, who has received threats himself, said more killings were to be expected.', 'The mayor', 'killing'],
    ['Analysts see a growing danger of sectarian war.', 'Analysts', 'conflict'],
    [
      'There were warnings from Western intelligence agencies that the militia would carry out massacres.',
      'Western intelligence agencies',
      'killing',
    ],
  ])
})

describe('a speaker warns: broadcasts in capitals', () => {
  warnings('explicit', [
    ['THE ARCHBISHOP WARNED THAT THE COUNTRY WAS ON THE VERGE OF CIVIL WAR.', 'THE ARCHBISHOP', 'conflict'],
    ['MONSIGNOR ROSA CHAVEZ SAID IN HIS SUNDAY HOMILY THAT MORE MASSACRES COULD FOLLOW.', 'Rosa Chavez', 'killing'],
    [
      'PRESIDENT CRISTIANI WARNED THAT THE GUERRILLAS ARE PREPARING A NEW WAVE OF ATTACKS ON CIVILIANS.',
      'Cristiani',
      'killing',
    ],
    [
      'THE HUMAN RIGHTS COMMISSION EXPRESSED FEAR FOR THE LIVES OF THE DETAINED UNION LEADERS.',
      'THE HUMAN RIGHTS COMMISSION',
      'killing',
    ],
    [
      'THE DEFENSE MINISTER HAS WARNED THE PUBLIC THAT TERRORISTS PLAN TO PLACE BOMBS IN SHOPPING CENTERS.',
      'THE DEFENSE MINISTER',
      'conflict',
    ],
    [
      'ACCORDING TO MILITARY SOURCES, THE REBELS PLAN TO ATTACK THE CAPITAL BEFORE THE ELECTIONS.',
      'MILITARY SOURCES',
      'conflict',
    ],
    ['IT IS FEARED THAT THE HOSTAGES WILL BE MURDERED.', null, 'killing'],
    [
      'THE UNITED NATIONS WARNED THAT THE FIGHTING COULD FORCE 50,000 PEASANTS TO FLEE.',
      'United Nations',
      'displacement',
    ],
  ])
})

describe('a speaker warns: histories', () => {
  warnings('explicit', [
    ['He had warned in 1993 that the army was arming militias for a massacre of the minority.', null, 'killing'],
    [
      'As early as 1938 the consul had cautioned London that the pogroms would not stop at the border.',
      'the consul',
      'killing',
    ],
    [
      'Henry Morgenthau warned Washington in 1915 that a campaign of race extermination was in progress.',
      'Henry Morgenthau',
      'genocide',
    ],
    [
      'In August 1942 Gerhart Riegner cabled that the extermination of all Jews in Europe was being planned.',
      'Gerhart Riegner',
      'genocide',
    ],
    ['Jan Karski carried a warning of the coming extermination to London and Washington.', 'Jan Karski', 'genocide'],
    [
      'Western diplomats in Phnom Penh predicted a bloodbath once the city fell.',
      'Western diplomats in Phnom Penh',
      'killing',
    ],
    ['Dallaire’s cable of 11 January 1994 warned of a plan to exterminate the Tutsi.', 'Dallaire', 'genocide'],
    ['The consul’s warnings that the Armenians would be massacred were filed away.', 'The consul', 'killing'],
    ['The embassy was told by a priest that the village would be attacked.', 'a priest', 'conflict'],
    ['Missionaries had sent word that a massacre was being prepared.', 'Missionaries', 'killing'],
  ])
})

describe('a speaker warns: courts and inquiries', () => {
  warnings('explicit', [
    [
      'The Chamber heard that the accused had been warned by his own officers that prisoners would be killed.',
      'his own officers',
      'killing',
    ],
    ['Witness DE testified that he had warned the prefect of the coming massacre.', 'Witness DE', 'killing'],
    [
      'The International Court of Justice found a real and imminent risk that the rights of the group would be destroyed by genocide.',
      'International Court of Justice',
      'genocide',
    ],
    [
      'The inquiry noted that the ministry had received four warnings of an attack on the camp.',
      'The inquiry',
      'conflict',
    ],
  ])
})
