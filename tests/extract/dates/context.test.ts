import { describe } from 'vitest'
import { casesOf } from '../cases.ts'
import { dates } from './written.ts'

describe('a month or day without a year takes that of the narrative', () => {
  casesOf(
    'date',
    dates([
      [
        'Talks opened on [11 January 2013]. In [March] the capital fell.',
        '2013-01-11',
        '2013-03-01..2013-03-31 context',
      ],
      [
        'Talks opened on [11 November 2012]. In [March] the capital fell.',
        '2012-11-11',
        '2013-03-01..2013-03-31 context',
      ],
      ['The town fell on [5 December 2013]. The raid of [28 November] had failed.', '2013-12-05', '2013-11-28 context'],
      [
        'In [1940] the front moved. By [August] it had stopped.',
        '1940-01-01..1940-12-31',
        '1940-08-01..1940-08-31 context',
      ],
      ['Fought from [3 May 1968]. On [the 9th] the bridge fell.', '1968-05-03', '1968-05-09 context'],
      [
        '# 2015\n\n[26 April]: police fired on a march.'.replace('2015', '[2015]'),
        '2015-01-01..2015-12-31',
        '2015-04-26 context',
      ],
      [
        'The fighting of [March], [April] and [May 2013] spared it.',
        '2013-03-01..2013-03-31 context',
        '2013-04-01..2013-04-30 context',
        '2013-05-01..2013-05-31',
      ],
      [
        'Rebels took the town on [24 March 2013] under a law ([1998]) on emergencies. On [2 April] they left.',
        '2013-03-24',
        '1998-01-01..1998-12-31',
        '2013-04-02 context',
      ],
      [
        'Rebels took the town on [24 March 2013]. Their leader, born in [1961], spoke on [2 April].',
        '2013-03-24',
        '1961-01-01..1961-12-31',
        '2013-04-02 context',
      ],
      [
        'On [2 August 1964] a ship was hit. Papers opened in [2005] show that nothing happened on [4 August].',
        '1964-08-02',
        '2005-01-01..2005-12-31',
        '1964-08-04 context',
      ],
      [
        'The [December 2013] clashes spread. By [10 January] half the town had fled.',
        '2013-12-01..2013-12-31',
        '2014-01-10 context',
      ],
    ]),
  )
})

describe('where the narrative stands', () => {
  casesOf(
    'date',
    dates([
      [
        'The siege began in [March 1988]. It grew in [June 1988], and by [October 1988] hunger ruled. Relief came from [2 November 1988 to 30 January 1989].\n\nOn [14 March], the town fell.',
        '1988-03-01..1988-03-31',
        '1988-06-01..1988-06-30',
        '1988-10-01..1988-10-31',
        '1988-11-02..1989-01-30',
        '1989-03-14 context',
      ],
      [
        'Shelling began in [March 1965], as it had [two decades earlier]. By [December] it was over.',
        '1965-03-01..1965-03-31',
        '1940-01-01..1949-12-31 relative',
        '1965-12-01..1965-12-31 context',
      ],
      [
        '# [1950]\n\nTalks failed in [May].\n\nA second war broke out on [3 August 1958] and ended in [October of that year]. On [7 September] a convoy came.',
        '1950-01-01..1950-12-31',
        '1950-05-01..1950-05-31 context',
        '1958-08-03',
        '1958-10-01..1958-10-31 relative',
        '1958-09-07 context',
      ],
      [
        'The front moved on [4 June 1957].\n\nThe army turned at [the end of 1958] to new means. Within [the next year] it had won.',
        '1957-06-04',
        '1958-09-01..1958-12-31',
        '1959-01-01..1959-12-31 relative',
      ],
      [
        'The army entered on [6 June 2014]. The siege lasted until the fall of the citadel in [March 2015]. The villages had burned in [early July].',
        '2014-06-06',
        '2015-03-01..2015-03-31',
        '2014-07-01..2014-07-10 context',
      ],
      [
        'The war ended on [2 May 2013]. Its leader was seized on [3 May 2009] and tried on [6 June].',
        '2013-05-02',
        '2009-05-03',
        '2009-06-06 context',
      ],
    ]),
  )
})

describe('dates told by their distance from another', () => {
  casesOf(
    'date',
    dates([
      ['It fell on [10 May 2014]. [That day] it burned.', '2014-05-10', '2014-05-10 relative'],
      ['It fell on [10 May 2014]. On [that same day] it burned.', '2014-05-10', '2014-05-10 relative'],
      ['It fell on [10 May 2014]. [The same month] it burned.', '2014-05-10', '2014-05-01..2014-05-31 relative'],
      ['It fell on [10 May 2014]. In [that year] it burned.', '2014-05-10', '2014-01-01..2014-12-31 relative'],
      [
        'It fell on [10 May 2014]. In [August of that year] it burned.',
        '2014-05-10',
        '2014-08-01..2014-08-31 relative',
      ],
      ['It fell on [10 May 2014]. [The following day] it burned.', '2014-05-10', '2014-05-11 relative'],
      ['It fell on [10 May 2014]. [The next morning] it burned.', '2014-05-10', '2014-05-11 relative'],
      ['It fell on [10 May 2014]. [The following week] it burned.', '2014-05-10', '2014-05-12..2014-05-18 relative'],
      ['It fell on [10 May 2014]. [The following month] it burned.', '2014-05-10', '2014-06-01..2014-06-30 relative'],
      ['It fell on [10 May 2014]. In [the following days] it burned.', '2014-05-10', '2014-05-11..2014-05-17 relative'],
      [
        'It fell on [10 May 2014]. In [the days that followed] it burned.',
        '2014-05-10',
        '2014-05-11..2014-05-17 relative',
      ],
      [
        'It fell on [10 May 2014]. In [the weeks that followed] it burned.',
        '2014-05-10',
        '2014-05-11..2014-06-07 relative',
      ],
      ['It fell on [10 May 2014]. [Two days later] it burned.', '2014-05-10', '2014-05-12 relative'],
      ['It fell on [10 May 2014]. [Two weeks later] it burned.', '2014-05-10', '2014-05-24 relative'],
      ['It fell on [10 May 2014]. [Two months earlier] it stood.', '2014-05-10', '2014-03-01..2014-03-31 relative'],
      ['It fell on [10 May 2014]. [A year earlier] it stood.', '2014-05-10', '2013-01-01..2013-12-31 relative'],
      ['It fell on [10 May 2014]. [The year before], it stood.', '2014-05-10', '2013-01-01..2013-12-31 relative'],
      ['It fell on [10 May 2014]. [The previous month] it stood.', '2014-05-10', '2014-04-01..2014-04-30 relative'],
      [
        'It fell on [10 May 2014]. By [the end of the month] it burned.',
        '2014-05-10',
        '2014-05-21..2014-05-31 relative',
      ],
      [
        'It fell on [10 May 2014]. By [the end of the year] it burned.',
        '2014-05-10',
        '2014-09-01..2014-12-31 relative',
      ],
      ['It fell on [10 May 2014]. By [late that year] it burned.', '2014-05-10', '2014-09-01..2014-12-31 relative'],
      ['It fell [two days after 10 May 2014].', '2014-05-12'],
      ['It fell on [10 May 2014]. Later in [the year] it burned.', '2014-05-10', '2014-01-01..2014-12-31 relative'],
      ['It fell on [10 May 2014], and [the day following] saw it burn.', '2014-05-10', '2014-05-11 relative'],
    ]),
  )
})

describe('dates told by an event that has a date', () => {
  casesOf(
    'date',
    dates([
      [
        'The militia launched its attack on [5 December 2013]. The council met on [the day of the assault].',
        '2013-12-05',
        '2013-12-05 relative',
      ],
      [
        'The militia launched its attack on [5 December 2013]. Guards had been told [a full week ahead of the attack].',
        '2013-12-05',
        '2013-11-28 relative',
      ],
      [
        'The vote was held on [25 May 2014]. The camp was closed [three days after the vote].',
        '2014-05-25',
        '2014-05-28 relative',
      ],
      ['The coup came on [24 March 2013]. He had fled [the day before the coup].', '2013-03-24', '2013-03-23 relative'],
      ['They fled two days after the flood.'],
      ['The vote was held on [25 May 2014]. On [the eve of the vote] he fled.', '2014-05-25', '2014-05-24 relative'],
      ['They fled on the eve of the flood.'],
      [
        'The coup came on [24 March 2013]. Crowds marched on [the second anniversary of the coup].',
        '2013-03-24',
        '2015-03-24 relative',
      ],
      ['On [9 April 2010], [the sixth anniversary] of the fall, crowds marched.', '2010-04-09', '2010-04-09 relative'],
      ['The firm kept the anniversary of its founding.'],
    ]),
  )
})

describe('a report counts "this year" and "last month" from its publication', () => {
  casesOf(
    'date',
    dates([
      [
        'The crisis began in [2013]. [This year] marks a decade of aid.',
        '2013-01-01..2013-12-31',
        '2015-01-01..2015-12-31 document',
      ],
      ['Since [2012] aid fell. [Last year] it rose.', '2012-01-01..2012-12-31', '2014-01-01..2014-12-31 document'],
    ]),
    { published: '2015-09' },
  )
})

describe('the turn of a month or weekday from where the narrative stands', () => {
  casesOf(
    'date',
    dates([
      [
        'The coup came on [3 May 2013]. [The following February] it was undone.',
        '2013-05-03',
        '2014-02-01..2014-02-28 relative',
      ],
      [
        'The raid came on [31 January 1980]. [The following February] a report told of it.',
        '1980-01-31',
        '1981-02-01..1981-02-28 relative',
      ],
      ['The siege began on [6 May 2013]. [The following Tuesday] it ended.', '2013-05-06', '2013-05-07 relative'],
      ['The siege began on [6 May 2013]. [The previous Friday] envoys had left.', '2013-05-06', '2013-05-03 relative'],
    ]),
  )
})

describe('what points back', () => {
  casesOf(
    'date',
    dates([
      ['They left on [18 May 2013]. [Two days after this] they came back.', '2013-05-18', '2013-05-20 relative'],
      ['They left on [18 May 2013]. [A week after that] Obi signed.', '2013-05-18', '2013-05-25 relative'],
      [
        'In [the six months to 31 January 2013] it held 40 men; in [the same six months] it freed two.',
        '2012-08-01..2013-01-31',
        '2012-08-01..2013-01-31 relative',
      ],
      [
        'Rebels took the hill on [20 October 2013]. Few wrote on [the 27th] that it was over.',
        '2013-10-20',
        '2013-10-27 context',
      ],
      [
        'The assault began on [25 August 2013]. On [the first day of the assault] the bridge fell.',
        '2013-08-25',
        '2013-08-25 relative',
      ],
    ]),
  )
})
