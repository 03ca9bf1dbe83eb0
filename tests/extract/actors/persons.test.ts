import { describe } from 'vitest'
import { casesOf } from '../cases.ts'

describe('persons of any origin, in any company', () => {
  casesOf('actor', [
    ['General [Abdel Fattah al-Burhan] met the envoy. [Burhan] refused.', [{ type: 'person' }, { type: 'person' }]],
    [
      'The deputy leader, [Mohamed Hamdan Dagalo], denied the charge. [Dagalo] left the town.',
      [{ type: 'person' }, { type: 'person' }],
    ],
    ['[Abu Bakr al-Baghdadi] was killed in a raid.', [{ type: 'person' }]],
    ['[Abu Mohammad al-Julani] said his men had left the village.', [{ type: 'person' }]],
    ['A commander called [Abu Ali al-Anbari] ordered the beheadings.', [{ type: 'person' }]],
    ['[Amadou Koufa ag Sidi] recruited herders in the delta, elders said.', [{ type: 'person' }]],
    ['The Mauritanian president, [Mohamed Ould Ghazouani], sent troops.', [{ type: 'person' }]],
    ['[Osama bin Laden] moved to Khartoum that year.', [{ type: 'person' }]],
    ['Colonel [Thein Lwin Oo] commanded the battalion.', [{ type: 'person' }]],
    [
      'Senior General [Min Aung Hlaing] took power. [Min Aung Hlaing] promised polls.',
      [{ type: 'person' }, { type: 'person' }],
    ],
    [
      '[Velupillai Prabhakaran] was killed in May. [Prabhakaran] had led the movement for decades.',
      [{ type: 'person' }, { type: 'person' }],
    ],
    [
      'Archbishop [Óscar Arnulfo Romero] was murdered at the altar. [Romero] had denounced the army.',
      [{ type: 'person' }, { type: 'person' }],
    ],
    ['Mayor [José Luis Pérez de la Cruz] fled the town.', [{ type: 'person' }]],
    [
      '[Slobodan Petković] and [Milica Jovanović] testified before the court.',
      [{ type: 'person' }, { type: 'person' }],
    ],
    ['[Ratko Mladić] ordered the shelling. [Mladic] laughed.', [{ type: 'person' }, { type: 'person' }]],
    ['Witnesses said [Oleksandr Hryhorovych Bondarenko] was dragged from his car.', [{ type: 'person' }]],
    ['The priest, Father [Emmanuel Ntakirutimana], opened the doors.', [{ type: 'person' }]],
    ['[Jean-Bosco Uwizeye] was hacked to death, his widow [Immaculée] said.', [{ type: 'person' }, { type: 'person' }]],
    ['The mayor of Bunia, [Deogratias Mugisa Kabwe], was arrested.', [{ type: 'person' }]],
    ['According to [Ngozi Eze], a teacher, the men wore uniforms.', [{ type: 'person' }]],
    ['"They burned everything," said [Halima Yusuf Adan], 34, a mother of six.', [{ type: 'person' }]],
    ['"We have nothing," [Tesfaye Gebre] told the researchers.', [{ type: 'person' }]],
    ['[Tesfaye Gebre], a farmer from Adwa, lost two sons.', [{ type: 'person' }]],
    ['Survivor [Nadia Khalaf] described the market.', [{ type: 'person' }]],
    ['Mr [Kamau] said the police had watched.', [{ type: 'person' }]],
    ['Mrs. [Thiri] lost her house.', [{ type: 'person' }]],
    ['By [Daniel Hartwell] in Goma', [{ type: 'person' }]],
    ['By [Sarah Okonjo] and [Peter Lindqvist]', [{ type: 'person' }, { type: 'person' }]],
    ['Her lawyer, [Krystyna Nowak-Wilska], appealed.', [{ type: 'person' }]],
    ['Gen. [Prak Sokhonn] and Col. [Heng Vuthy] denied it.', [{ type: 'person' }, { type: 'person' }]],
    [
      '[Khieu Samphan] and [Nuon Chea] were convicted. [Samphan] appealed.',
      [{ type: 'person' }, { type: 'person' }, { type: 'person' }],
    ],
    ['Datu [Andal Ampatuan Jr]. ordered the killing, prosecutors say.', [{ type: 'person' }]],
    ['[Benigno Aquino III] apologised.', [{ type: 'person' }]],
    [
      'The journalists [Rafael Quintana], [Elena Duarte] and [Hugo Sandoval] were found dead.',
      [{ type: 'person' }, { type: 'person' }, { type: 'person' }],
    ],
    ['UN Special Rapporteur on Myanmar [Thomas Andrews] warned of starvation.', [{ type: 'person' }]],
    ['[Thomas Andrews], the UN Special Rapporteur on Myanmar, warned of starvation.', [{ type: 'person' }]],
    ['The then prime minister, [Ranil Fonseka], signed the truce.', [{ type: 'person' }]],
    ['Defence Minister [Sadiq al-Hassan Omar] denied the strike.', [{ type: 'person' }]],
    ["[Yevgeny Ivanovich Morozov]'s fighters took the mine.", [{ type: 'person' }]],
    ['The trial of [Dominic Okello Ongwen] opened on Monday.', [{ type: 'person' }]],
    ['Lieutenant-Colonel [Yaya Dramé] seized the radio station.', [{ type: 'person' }]],
    ['[Isaias Afwerki] ruled from Asmara. [Isaias] never held elections.', [{ type: 'person' }, { type: 'person' }]],
    [
      'President [Maithripala Senanayake] appointed a panel. [Senanayake] later dissolved it.',
      [{ type: 'person' }, { type: 'person' }],
    ],
    [
      'Human rights lawyer [Tahir Elçin] was shot. [Elçin] had received threats.',
      [{ type: 'person' }, { type: 'person' }],
    ],
    ['"I saw them," recalled [Miriam].', [{ type: 'person' }]],
    ['[Zainab], 19, was taken from the school.', [{ type: 'person' }]],
    ['Village head [Musa Danladi] counted the bodies.', [{ type: 'person' }]],
    ['Sister [Maria Goretti] hid them.', [{ type: 'person' }]],
    ['Commander [Zero] gave the order.', [{ type: 'person' }]],
    ["Rebel leader [Joseph Kony] fled to Garamba. [Kony]'s men split up.", [{ type: 'person' }, { type: 'person' }]],
    ['Bosnian Serb commander [Radovan Ilić] was extradited.', [{ type: 'person' }]],
    [
      'Captain [Moussa Dadis Camara] and his aide, [Toumba Diakité], blamed each other.',
      [{ type: 'person' }, { type: 'person' }],
    ],
    ['[Hun Sen] ruled for decades. [Hun Sen] denied the massacre.', [{ type: 'person' }, { type: 'person' }]],
    [
      '[Xi Jinping] and [Kim Jong-un] met. [Kim] left early.',
      [{ type: 'person' }, { type: 'person' }, { type: 'person' }],
    ],
    ['[Imam Suleiman] sheltered the families.', [{ type: 'person' }]],
    ['[Moktar Belmoktar] split from the group.', [{ type: 'person' }]],
    ['The bodies of [Ita Ford] and [Maura Clarke] were exhumed.', [{ type: 'person' }, { type: 'person' }]],
    ['Generals [Joseph E. Johnston] and [P. G. T. Beauregard] met.', [{ type: 'person' }, { type: 'person' }]],
    ['The port fell to Maj. Gen. [Nathaniel P. Banks] in May.', [{ type: 'person' }]],
  ])
})

describe('called by a part of the name', () => {
  casesOf('actor', [
    [
      '[Abiy Ahmed] sent troops to Mekelle. In November [Abiy] declared victory.',
      [
        { name: 'Abiy Ahmed', type: 'person' },
        { name: 'Abiy Ahmed', type: 'person' },
      ],
    ],
    [
      '[Ramón Castillo Vega] was shot outside his home. [Castillo] had led the union.',
      [
        { name: 'Ramón Castillo Vega', type: 'person' },
        { name: 'Ramón Castillo Vega', type: 'person' },
      ],
    ],
    [
      'President [Mwangi] called for calm. [Mwangi] blamed the opposition.',
      [
        { name: 'Mwangi', type: 'person' },
        { name: 'Mwangi', type: 'person' },
      ],
    ],
    ['[Abiy Ahmed] left the country. Cars burned in Abiy Street.', [{}]],
    [
      '[Kim Jong-un] met him. Then [Kim] left early.',
      [
        { name: 'Kim Jong-un', type: 'person' },
        { name: 'Kim Jong-un', type: 'person' },
      ],
    ],
  ])
})

describe('names that only look like persons', () => {
  casesOf('actor', [
    ['The convoy left Port Sudan for Wad Madani at dawn.', []],
    ['Heavy rain fell over New South Wales on Sunday.', []],
    ['They bought tickets to see the Rolling Stones in Hyde Park.', []],
    ['The Black Sea and the Baltic Sea froze that winter.', []],
    ['The Golden Globe Awards were held in Beverly Hills.', []],
    ['The Great Depression hit Ohio and New Jersey hard.', []],
    ['The Ford Focus and the Toyota Corolla were the best selling cars.', []],
    ['He read Moby Dick and War and Peace on the train.', []],
    ['Apple Pie and Irish Coffee were served at the Grand Canyon Lodge.', []],
    ['Central Park was closed after Hurricane Sandy passed.', []],
    ['The Battle of Kursk began in July near Prokhorovka.', []],
    ['Saint Petersburg and Nizhny Novgorod were cut off.', []],
    ['They marched from Monte Cassino to Anzio.', []],
    ['The Treaty of San Stefano ended the war.', []],
    ['Buenos Aires and Rio de Janeiro are twin cities.', []],
    ['The Maginot Line and the Siegfried Line were built before the war.', []],
    ['San Salvador lies near Santa Tecla.', []],
    ['Mount Kenya and Lake Victoria draw many visitors.', []],
    ['The film Apocalypse Now opened the festival.', []],
    ['The stock rose on the New York Stock Exchange and Wall Street cheered.', []],
    ['Saudi Arabia Airlines cancelled flights to Addis Ababa and Dire Dawa.', []],
    ['Deir ez-Zor and Tal Afar were surrounded.', []],
    ['They fought at Dien Bien Phu and Khe Sanh.', []],
    ['The Suez Canal and the Gaza Strip were closed.', []],
    ['Residents of Ein el-Hilweh and Jisr al-Shughour fled.', []],
    ['Khan Younis and Beit Lahia were shelled.', []],
    ['The Super Bowl drew a crowd to Los Angeles.', []],
    ['Microsoft Windows and Google Maps crashed.', []],
    ['Christmas Eve and New Year were quiet.', []],
    ['Rolls Royce built the engines in Derby.', []],
  ])
})
