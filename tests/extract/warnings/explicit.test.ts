import { describe } from 'vitest'
import { casesOf } from '../cases.ts'

describe('explicit: a speaker warns', () => {
  casesOf('warning', [
    ['[The alarm had been raised weeks before the massacre.]', [{ kind: 'explicit', harm: 'killing', speaker: null }]],
    [
      'The commission’s second report came out in May. [It cautions that the danger of genocide is growing.]',
      [{ kind: 'explicit' }],
    ],
    [
      'Navi Pillay reports abuses by both armies. [She warns that the fighting may turn into ethnic cleansing.]',
      [{ kind: 'explicit', harm: 'ethnic-cleansing', speaker: 'Navi Pillay' }],
    ],
    [
      '[In January 1994 the force commander, Roméo Dallaire, warned New York that militias were being trained for the extermination of Tutsis.]',
      [{ kind: 'explicit', harm: 'genocide' }],
    ],
    [
      '[Warnings of genocide had reached every embassy in Kigali by March 1994.]',
      [{ kind: 'explicit', harm: 'genocide', speaker: null }],
    ],
    [
      '[A Belgian diplomat cautioned that the distribution of machetes could end in a massacre of Tutsi civilians.]',
      [{ kind: 'explicit', harm: 'killing', speaker: 'A Belgian diplomat' }],
    ],
    [
      '[Ratko Mladić warned the Dutch commander that the men of the enclave would be killed if they did not surrender.]',
      [{ kind: 'explicit', harm: 'killing', speaker: 'Ratko Mladić' }],
    ],
    [
      '[Dutchbat reported that an attack on the enclave was imminent and that civilians would be killed.]',
      [{ kind: 'explicit', harm: 'killing' }],
    ],
    [
      '[UNHCR alerted donors in May 1995 that ethnic cleansing was about to reach Žepa.]',
      [{ kind: 'explicit', harm: 'ethnic-cleansing', speaker: 'UN High Commissioner for Refugees' }],
    ],
    [
      '[Mukesh Kapila, the UN coordinator in Sudan, warned in March 2004 that Darfur was witnessing ethnic cleansing that could turn into another Rwanda.]',
      [{ kind: 'explicit', harm: 'ethnic-cleansing', speaker: 'Mukesh Kapila' }],
    ],
    [
      '[“Without access, hundreds of thousands will starve,” said Jan Egeland.]',
      [{ kind: 'explicit', harm: 'humanitarian', speaker: 'Jan Egeland' }],
    ],
    [
      '[International Crisis Group warned before the vote that Kenya could slide into ethnic violence.]',
      [{ kind: 'explicit', harm: 'conflict', speaker: 'International Crisis Group' }],
    ],
    [
      '[The United States raised concerns that militias close to the party were rearming and that clashes would follow.]',
      [{ kind: 'explicit', harm: 'conflict' }],
    ],
    [
      '[Adama Dieng voiced alarm over the risk of mass atrocities in Burundi.]',
      [{ kind: 'explicit', harm: 'mass-atrocity', speaker: 'Adama Dieng' }],
    ],
    ['[Belgium fears that Burundi is heading for genocide.]', [{ kind: 'explicit', harm: 'genocide' }]],
    [
      '[Zeid Ra’ad Al Hussein predicted that the operation in Rakhine would become a textbook case of ethnic cleansing.]',
      [{ kind: 'explicit', harm: 'ethnic-cleansing', speaker: "Zeid Ra'ad Al Hussein" }],
    ],
    [
      '[“There is a real risk that genocide will recur,” Yanghee Lee told the Human Rights Council.]',
      [{ kind: 'explicit', harm: 'genocide', speaker: 'Yanghee Lee' }],
    ],
    [
      '[The UN Commission on Human Rights in South Sudan cautioned that a process of ethnic cleansing was under way and that genocide could follow.]',
      [{ kind: 'explicit', harm: 'genocide' }],
    ],
    ['[The World Food Programme warned of famine in Unity State.]', [{ kind: 'explicit', harm: 'humanitarian' }]],
    [
      '[OCHA warns that 1.5 million people will face starvation by July.]',
      [{ kind: 'explicit', harm: 'humanitarian', speaker: 'OCHA' }],
    ],
    [
      '[The Syrian Observatory for Human Rights expressed fears of a massacre in eastern Ghouta.]',
      [{ kind: 'explicit', harm: 'killing' }],
    ],
    [
      '[Staffan de Mistura told reporters that Idlib could become a bloodbath.]',
      [{ kind: 'explicit', harm: 'killing', speaker: 'Staffan de Mistura' }],
    ],
    [
      '[Abiy Ahmed warned the TPLF that war would follow if it held elections.]',
      [{ kind: 'explicit', harm: 'conflict', speaker: 'Abiy Ahmed' }],
    ],
    [
      '[“Famine is looming in Tigray,” Mark Lowcock warned.]',
      [{ kind: 'explicit', harm: 'humanitarian', speaker: 'Mark Lowcock' }],
    ],
    [
      '[Days before the fighting broke out, Volker Perthes had cautioned that Khartoum was sitting on a powder keg.]',
      [{ kind: 'explicit', harm: 'conflict', speaker: 'Volker Perthes' }],
    ],
    [
      '[A US official said the world risked watching another ethnic cleansing in El Geneina.]',
      [{ kind: 'explicit', harm: 'ethnic-cleansing', speaker: 'A US official' }],
    ],
    [
      '[Aid agencies sounded the alarm over famine in Zamzam camp.]',
      [{ kind: 'explicit', harm: 'humanitarian', speaker: 'Aid agencies' }],
    ],
    [
      '[Alice Wairimu Nderitu said that the risk of genocide in Darfur was growing.]',
      [{ kind: 'explicit', harm: 'genocide', speaker: 'Alice Wairimu Nderitu' }],
    ],
    [
      '[UNRWA warned that Gaza was on the brink of famine.]',
      [{ kind: 'explicit', harm: 'humanitarian', speaker: 'UNRWA' }],
    ],
    [
      '[Médecins Sans Frontières alerted the Haitian authorities that gangs were preparing an attack on the hospital.]',
      [{ kind: 'explicit', harm: 'conflict', speaker: 'Médecins Sans Frontières' }],
    ],
    [
      '[The bishop cautioned that more villagers would die if the army stayed away.]',
      [{ kind: 'explicit', harm: 'killing', speaker: 'The bishop' }],
    ],
    [
      '[Senior aid workers in Juba feared that the country was sliding towards genocide.]',
      [{ kind: 'explicit', harm: 'genocide', speaker: 'Senior aid workers in Juba' }],
    ],
    [
      '[In July 2016, several diplomats warned that the ceasefire could collapse and fighting resume.]',
      [{ kind: 'explicit', harm: 'conflict', speaker: 'several diplomats' }],
    ],
    [
      '[Extrajudicial killings may multiply, according to the special rapporteur.]',
      [{ kind: 'explicit', harm: 'killing', speaker: 'the special rapporteur' }],
    ],
    [
      '[“It is only a matter of time before there are atrocities,” said a retired general.]',
      [{ kind: 'explicit', harm: 'mass-atrocity', speaker: 'a retired general' }],
    ],
    [
      '[An internal memo predicted clashes between the two militias.]',
      [{ kind: 'explicit', harm: 'conflict', speaker: 'An internal memo' }],
    ],
    ['[Fears of a new war grew after the talks broke down.]', [{ kind: 'explicit', harm: 'conflict', speaker: null }]],
    [
      '[Repeated warnings that the camp would be attacked went unheeded.]',
      [{ kind: 'explicit', harm: 'conflict', speaker: null }],
    ],
    [
      '[The mission ignored warnings of an attack on civilians in Kiwanja.]',
      [{ kind: 'explicit', harm: 'killing', speaker: null }],
    ],
    [
      '[The Norwegian Refugee Council raised the alarm about mass displacement in Ituri.]',
      [{ kind: 'explicit', harm: 'displacement' }],
    ],
    [
      '[Alarm bells had been ringing since the first clashes in May.]',
      [{ kind: 'explicit', harm: 'conflict', speaker: null }],
    ],
    [
      '[UN OFFICIALS WARNED THAT MORE CIVILIANS WOULD BE KILLED IF THE SIEGE WENT ON.]',
      [{ kind: 'explicit', harm: 'killing', speaker: 'UN OFFICIALS' }],
    ],
    [
      '[It is feared that the truce will not hold and that war will return.]',
      [{ kind: 'explicit', harm: 'conflict', speaker: null }],
    ],
    [
      '[The UN was warned by aid agencies that atrocities were coming.]',
      [{ kind: 'explicit', harm: 'mass-atrocity', speaker: 'aid agencies' }],
    ],
    [
      '[His deputy cabled that the extermination of the Tutsi was being prepared.]',
      [{ kind: 'explicit', harm: 'genocide', speaker: 'His deputy' }],
    ],
    [
      '[A hunger crisis is looming, aid agencies say.]',
      [{ kind: 'explicit', harm: 'humanitarian', speaker: 'aid agencies' }],
    ],
    [
      '[Observers had long predicted that the vote would end in bloodshed.]',
      [{ kind: 'explicit', harm: 'killing', speaker: 'Observers' }],
    ],
  ])
})
