import { describe } from 'vitest'
import { casesOf } from '../cases.ts'
import { dates } from './written.ts'

describe('news counts from the day it was written', () => {
  casesOf(
    'date',
    dates([
      ['Gunmen shot two farmers on [Tuesday].', '2014-03-11 document'],
      ['Gunmen shot two farmers [Tuesday night].', '2014-03-11 document'],
      ['Gunmen shot two farmers on [Thursday].', '2014-03-13 document'],
      ['The court will hear the case on [Tuesday].', '2014-03-18 document'],
      ['Gunmen shot two farmers [last Tuesday].', '2014-03-11 document'],
      ['The court meets [next Tuesday].', '2014-03-18 document'],
      ['Gunmen shot two farmers [yesterday].', '2014-03-12 document'],
      ['Gunmen shot two farmers [last night].', '2014-03-12 document'],
      ['The court meets [tomorrow].', '2014-03-14 document'],
      ['Gunmen shot two farmers [last week].', '2014-03-03..2014-03-09 document'],
      ['Gunmen shot two farmers [last month].', '2014-02-01..2014-02-28 document'],
      [
        'Gunmen shot two farmers [earlier this month].'.replace('[earlier this month]', 'earlier [this month]'),
        '2014-03-01..2014-03-31 document',
      ],
      ['Gunmen shot two farmers [last year].', '2013-01-01..2013-12-31 document'],
      ['Elections are due [next year].', '2015-01-01..2015-12-31 document'],
      ['Gunmen shot two farmers in [December].', '2013-12-01..2013-12-31 document'],
      ['Gunmen shot two farmers on [March 3].', '2014-03-03 document'],
      ['Elections will be held in [June].', '2014-06-01..2014-06-30 document'],
      ['Gunmen shot two farmers [two days ago].', '2014-03-11 document'],
      ['Gunmen shot two farmers [a month ago].', '2014-02-01..2014-02-28 document'],
      ['Gunmen shot two farmers [last May].', '2013-05-01..2013-05-31 document'],
      ['Gunmen shot two farmers [last summer].', '2013-06-01..2013-08-31 document'],
      ['GUNMEN SHOT TWO FARMERS ON [TUESDAY].', '2014-03-11 document'],
      ['GUNMEN SHOT TWO FARMERS [LAST NIGHT].', '2014-03-12 document'],
      ['GUNMEN SHOT TWO FARMERS ON [3 MARCH].', '2014-03-03 document'],
    ]),
    { published: '2014-03-13' },
  )
})

describe('a dateline dates the item below it, whenever the whole was published', () => {
  casesOf(
    'date',
    dates([
      [
        'SAN MARCO, [28 NOV 89] (ABC) -- GUNMEN KILLED SIX FARMERS [YESTERDAY]. THE ARMY CAME [THIS MORNING].\n\nPORT ELIAS, [12 MAR 91] (RADIO NORTE) -- ON [SUNDAY] A BOMB EXPLODED. IT FOLLOWED THE RAID OF [3 MARCH].',
        '1989-11-28',
        '1989-11-27 document',
        '1989-11-28 document',
        '1991-03-12',
        '1991-03-10 document',
        '1991-03-03 document',
      ],
      [
        'PORT ELIAS, [March 4] (Wire) – Gunmen killed five herders on [Saturday], police said.',
        '2015-03-04 document',
        '2015-02-28 document',
      ],
      [
        'Geneva, [12 May 2014] – Some 300 families have fled since [last week]. A convoy arrived on [Friday].',
        '2014-05-12',
        '2014-05-05..2014-05-11 document',
        '2014-05-09 document',
      ],
      [
        'SANTA ROSA (NORTH), [3 JAN 90] (ABC) -- THE BRIDGE WAS BLOWN UP IN [DECEMBER]. IT WILL REOPEN ON [TUESDAY].',
        '1990-01-03',
        '1989-12-01..1989-12-31 document',
        '1990-01-09 document',
      ],
      [
        'The army, which on [12 May 2014] – earlier than planned – took the town, left on [Friday].',
        '2014-05-12',
        '2015-03-06 document',
      ],
    ]),
    { published: '2015-03-06' },
  )
})

describe('the head of a report says when it was written', () => {
  casesOf(
    'date',
    dates([
      [
        'Situation Report No. 7 (as of [12 May 2015])\n\nOn [9 May] gunmen burned two villages. [Last week] aid was halted.',
        '2015-05-12',
        '2015-05-09 document',
        '2015-05-04..2015-05-10 document',
      ],
      [
        'Reporting period: [3–16 June 2014]\n\nOn [5 June] gunmen burned two villages. On [29 May] the road was cut.',
        '2014-06-03..2014-06-16',
        '2014-06-05 document',
        '2014-05-29 document',
      ],
      ['Date: [12 May 2015]\n\nTwo teams left on [Sunday].', '2015-05-12', '2015-05-10 document'],
    ]),
  )
})

describe('a narrative in a text of our day keeps its own year', () => {
  casesOf(
    'date',
    dates([
      [
        'Soldiers came on [30 August 2017]. A raid on [9 October 2016] had failed; on [24 August 2017] envoys warned. In [Obo], on [2 September], ten men died.'.replace(
          '[Obo]',
          'Obo',
        ),
        '2017-08-30',
        '2016-10-09',
        '2017-08-24',
        '2017-09-02 context',
      ],
      ['A parade begins on [Thursday].', '2018-10-18 document'],
      ['The Union should convene the guarantors in [January].', '2019-01-01..2019-01-31 document'],
      ['She told it to us once in [November].', '2017-11-01..2017-11-30 document'],
    ]),
    { published: '2018-10-15' },
  )
})
