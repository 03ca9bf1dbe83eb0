import { describe } from 'vitest'
import { casesOf } from './cases.ts'

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
      [{ kind: 'incitement', harm: 'killing', speaker: 'Leaflets' }],
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

describe('call: action is demanded', () => {
  casesOf('warning', [
    [
      '# Recommendations\n\nThe massacre in Bria was the third. The killings at the bridge came next. Clashes followed. Many were murdered. [Donors should pay the judges.]',
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
      [{ kind: 'call', harm: 'killing' }],
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

describe('no warning', () => {
  casesOf('warning', [
    [
      '# The day\n\nThe massacre in Bria was the third. The killings at the bridge came next. Clashes followed. Many were murdered. The judges should arrive on Monday.',
      [],
    ],
    ['The minister asked for a glass of water and a chair.', []],
    ['Rain is likely in the north and the west on Sunday.', []],
    ['The ingredients of the dish are rice, beans and oil.', []],
    ['The company pressed the council to sell the land.', []],
    ['THE BANKS WARNED THAT EXPORTS OF COFFEE COULD FALL THIS YEAR.', []],
    ['THE MINISTER CALLED FOR LOWER TAXES AND MORE ROADS.', []],
    ['The central bank warned that inflation could rise above four percent next year.', []],
    ['Shares fell after the airline issued a profit warning.', []],
    ['The weather service issued a storm warning for the coast and urged residents to stay indoors.', []],
    ['The coach warned his players not to take the visitors lightly.', []],
    ['Analysts cautioned that the merger could face opposition from regulators.', []],
    ['Doctors warned of the risk of heart attacks among smokers.', []],
    ['The company said demand for its trucks would rise in the second quarter.', []],
    ['The union threatened to strike if talks on wages failed.', []],
    ['The senator called for lower taxes and urged the president to sign the bill.', []],
    ['Police fired warning shots into the air and nobody was hurt.', []],
    ['The court imposed the order under threat of a fine.', []],
    ['The bank must raise more capital, the regulator said.', []],
    ['The minister said the country needs to protect its dairy industry.', []],
    ['The fire department completed a risk assessment of the tower.', []],
    ['Insurers fear that claims from the hurricane could exceed two billion dollars.', []],
    ["The players' association demanded an independent investigation of the doping tests.", []],
    ['The airline must pay compensation to passengers, the judge ruled.', []],
    ['The team is at risk of relegation after a third defeat.', []],
    ['Economists predicted a recession if the trade war continued.', []],
    ['The price war between supermarkets could lead to job losses.', []],
    ['She warned that the album might be her last.', []],
    ['The call centre will open in March with 300 staff.', []],
    ['The jury heard that he had threatened to kill his business partner.', []],
    ['The agency issued a call for tenders for the new bridge.', []],
    ['Schools should teach children how to prevent accidents at home, the report said.', []],
    ['Health officials urged parents to have their children vaccinated.', []],
    ['There was no warning before the bridge collapsed.', []],
    ['Telecoms groups are at war over prices.', []],
    ['The striker is a threat to any defence.', []],
    ['Traffic police appealed for witnesses to the accident.', []],
    ['Congress should act to prevent another shutdown, business leaders said.', []],
    ['The volcano could erupt again within days, scientists warned.', []],
    ['Airlines called for an end to the fuel tax.', []],
    ['The regulator warned banks against lending too freely.', []],
    ['Several investors voiced concern over the takeover.', []],
    ['The mission deployed 400 troops to the town in May.', []],
    ['The Council decided to extend the mandate of the mission by six months.', []],
    ['The resolution authorised the force to use all necessary means.', []],
    ['The attackers killed 30 villagers and burned the market.', []],
    ['Thousands fled across the border as the fighting went on.', []],
    ['No warning was given before the shelling of the market began.', []],
    ['The commission failed to warn the villagers of the coming attack.', []],
    ['The soldiers fired warning shots as the crowd approached the base.', []],
    ['The office set up an early warning system for the border districts in 2010.', []],
    ['The peace agreement reduced the risk of renewed fighting.', []],
    ['Rebels demanded a ransom of two million dollars for the hostages.', []],
    ['The army called in air strikes on rebel positions.', []],
    ['The trial of the former general for war crimes began in The Hague.', []],
    ['Peacekeepers risked their lives to save the patients.', []],
    ['He was accused of genocide and crimes against humanity.', []],
    ['The so-called safe area had neither food nor water.', []],
    ['The government ordered its troops to attack the rebel town.', []],
    ['On 6 April the plane carrying the president was shot down over Kigali.', []],
    ['The survivors should have been taken to hospital at once.', []],
    ['Civilians had to walk for three days to reach the camp.', []],
    ['Displaced families need to walk ten kilometres for water.', []],
    ['The militia took its orders from the capital, witnesses said.', []],
    ['The report describes the massacre in detail and names eleven commanders.', []],
    ['The militia must have known of the camp, investigators believe.', []],
    ['The rebels needed to capture the bridge to reach the capital.', []],
    ['The report warns against the use of the term.', []],
  ])
})
