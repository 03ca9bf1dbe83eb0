import { describe } from 'vitest'
import { casesOf } from '../cases.ts'
import { dates } from './written.ts'

describe('days', () => {
  casesOf(
    'date',
    dates([
      ['The camp was burned on [24 March 2013].', '2013-03-24'],
      ['The camp was burned on [24th March 2013].', '2013-03-24'],
      ['The camp was burned on [the 24th of March, 2013].', '2013-03-24'],
      ['The camp was burned on [March 24, 2013], at dawn.', '2013-03-24'],
      ['The camp was burned on [March 24th 2013].', '2013-03-24'],
      ['The camp was burned on [24 Mar. 2013] at dawn.', '2013-03-24'],
      ['The camp was burned on [Sunday, 24 March 2013].', '2013-03-24'],
      ['The camp was burned on [Sunday 24 March 2013].', '2013-03-24'],
      ['The camp was burned on [Sun., 24 Mar. 2013].', '2013-03-24'],
      ['The camp was burned on [24-Mar-2013].', '2013-03-24'],
      ['The camp was burned on [24 mars 2013].', '2013-03-24'],
      ['The camp was burned on [24 de marzo de 2013].', '2013-03-24'],
      ['The camp was burned on [1er août 2013].', '2013-08-01'],
      ['THE CAMP WAS BURNED ON [24 MARCH 1989].', '1989-03-24'],
      ['SAN JUAN, [24 MAR 89] -- THE CAMP WAS BURNED.', '1989-03-24'],
      ["The camp was burned on [24 March '89].", '1989-03-24'],
      ['[2013-03-24]: camp burned.', '2013-03-24'],
      ['Logged [2013-03-24T10:15:00Z] by the guard.', '2013-03-24'],
      ['The camp was burned on [24/03/2013].', '2013-03-24'],
      ['The camp was burned on [24.3.2013].', '2013-03-24'],
      ['Called on [May 3, 2014], burned on [12.06.2014].', '2014-05-03', '2014-06-12'],
      ['It fell on [the 12th of June 2014], logged [12/07/2014].', '2014-06-12', '2014-07-12'],
      ['It fell on [June 12, 2014], logged [12/07/2014].', '2014-06-12', '2014-12-07'],
      ['They met on [the eve of 7 May 2014].', '2014-05-06'],
      ['The camp was burned in [the night of 24 March 2013].', '2013-03-24'],
      ['It burned in [the early morning hours of June 2, 2011].', '2011-06-02'],
      ['The fort fell on [12 August 490 BC].', '-0489-08-12'],
      ['They met on [Christmas Day 2013].', '2013-12-25'],
      ['They met on [Easter Sunday 2013].', '2013-03-31'],
    ]),
  )
})

describe('months, years and longer', () => {
  casesOf(
    'date',
    dates([
      ['It began in [December 2012].', '2012-12-01..2012-12-31'],
      ['It began in [Dec. 2012].', '2012-12-01..2012-12-31'],
      ['It began in [December, 2012], and spread.', '2012-12-01..2012-12-31'],
      ['It began in [February of 2012].', '2012-02-01..2012-02-29'],
      ['It began in [1960].', '1960-01-01..1960-12-31'],
      ['The [2005] summit adopted it.', '2005-01-01..2005-12-31'],
      ['The post-[2011] order did not last.', '2011-01-01..2011-12-31'],
      ['Its law ([1998]) was never applied.', '1998-01-01..1998-12-31'],
      ['[2012] was calm.', '2012-01-01..2012-12-31'],
      ['They came in [1848].', '1848-01-01..1848-12-31'],
      ['The election of [1872] split the valley.', '1872-01-01..1872-12-31'],
      ['The Conference of [1884] drew the border.', '1884-01-01..1884-12-31'],
      ['The mission was founded about [1910] by monks.', '1910-01-01..1910-12-31'],
      ['# Siege and famine, [1871]', '1871-01-01..1871-12-31'],
      ['Aid grew in [the 1990s].', '1990-01-01..1999-12-31'],
      ["Aid grew in [the 1990's].", '1990-01-01..1999-12-31'],
      ["Aid grew in [the '90s].", '1990-01-01..1999-12-31'],
      ['Aid grew in [the nineties].', '1990-01-01..1999-12-31'],
      ['The kingdom fell in [the nineteenth century].', '1800-01-01..1899-12-31'],
      ['The kingdom fell in [the 19th century].', '1800-01-01..1899-12-31'],
      ['Rain failed in [spring 2014].', '2014-03-01..2014-05-31'],
      ['Rain failed in [the summer of 2014].', '2014-06-01..2014-08-31'],
      ['Rain failed in [the winter of 2014].', '2014-12-01..2015-02-28'],
      ['Prices rose in [Q2 2019].', '2019-04-01..2019-06-30'],
      ['Prices rose in [the second quarter of 2019].', '2019-04-01..2019-06-30'],
      ['The city fell in [490 BC].', '-0489-01-01..-0489-12-31'],
    ]),
  )
})

describe('pieces of a month or year', () => {
  casesOf(
    'date',
    dates([
      ['By [early December 2012] it held the north.', '2012-12-01..2012-12-10'],
      ['By [mid-December 2012] it held the north.', '2012-12-11..2012-12-20'],
      ['By [mid December 2012] it held the north.', '2012-12-11..2012-12-20'],
      ['By [late December 2012] it held the north.', '2012-12-21..2012-12-31'],
      ['By [mid-to-late October 2012] it held the north.', '2012-10-11..2012-10-31'],
      ['By [early-to-mid October 2012] it held the north.', '2012-10-01..2012-10-20'],
      ['By [the end of March 2013] it held the north.', '2013-03-21..2013-03-31'],
      ['By [end March 2013] it held the north.', '2013-03-21..2013-03-31'],
      ['By [end of March 2013] it held the north.', '2013-03-21..2013-03-31'],
      ['By [the beginning of March 2013] it held the north.', '2013-03-01..2013-03-10'],
      ['In [early 2013] the talks failed.', '2013-01-01..2013-04-30'],
      ['In [mid-2013] the talks failed.', '2013-05-01..2013-08-31'],
      ['In [late 2013] the talks failed.', '2013-09-01..2013-12-31'],
      ['At [the end of 2013] the talks failed.', '2013-09-01..2013-12-31'],
      ['At [the start of 2013] the talks failed.', '2013-01-01..2013-04-30'],
      ['In [the first half of 2013] the talks failed.', '2013-01-01..2013-06-30'],
      ['In [the second half of March 2013] the talks failed.', '2013-03-16..2013-03-31'],
      ['In [the first week of March 2013] the talks failed.', '2013-03-01..2013-03-07'],
      ['In [the last week of March 2013] the talks failed.', '2013-03-25..2013-03-31'],
      ['In [the first three months of 2013] the talks failed.', '2013-01-01..2013-03-31'],
      ['In [the early 2000s] the talks failed.', '2000-01-01..2003-12-31'],
      ['[Late in 2013] the talks failed.', '2013-09-01..2013-12-31'],
    ]),
  )
})

describe('ranges', () => {
  casesOf(
    'date',
    dates([
      ['The [5-6 December 2013] attack failed.', '2013-12-05..2013-12-06'],
      ['It lasted [5 to 9 December 2013].', '2013-12-05..2013-12-09'],
      ['It lasted from [5 to 9 December 2013].', '2013-12-05..2013-12-09'],
      ['It lasted [December 5–9, 2013].', '2013-12-05..2013-12-09'],
      ['On [5 and 6 December 2013] shops shut.', '2013-12-05..2013-12-06'],
      ['On [5], [7] and [9 December 2013] shops shut.', '2013-12-05', '2013-12-07', '2013-12-09'],
      ['Fought [25 February–3 March 2013].', '2013-02-25..2013-03-03'],
      ['Fought from [25 February to 3 March 2013].', '2013-02-25..2013-03-03'],
      ['Fought from [Dec. 31, 2007 to Feb. 28, 2008].', '2007-12-31..2008-02-28'],
      ['Fought from [30 December to 3 January 2013].', '2012-12-30..2013-01-03'],
      ['In [August-September 2013] rain fell.', '2013-08-01..2013-09-30'],
      ['In [August/September 2013] rain fell.', '2013-08-01..2013-09-30'],
      ['Between [March and September 2013] rain fell.', '2013-03-01..2013-09-30'],
      ['Between [the end of June and August 2011] rain fell.', '2011-06-21..2011-08-31'],
      ['Between [2012 and 2014] rain fell.', '2012-01-01..2014-12-31'],
      ['In [March] and [September 2013] rain fell.', '2013-03-01..2013-03-31 context', '2013-09-01..2013-09-30'],
      ['From [December 2012 to December 2013] rain fell.', '2012-12-01..2013-12-31'],
      ['From [2000 to 2010] rain fell.', '2000-01-01..2010-12-31'],
      ['From [2010 until 2014] rain fell.', '2010-01-01..2014-12-31'],
      ['In [2007/08] rain fell.', '2007-01-01..2008-12-31'],
      ['The mission budget for [2013/14] was cut.', '2013-07-01..2014-06-30'],
      ['In fiscal year [2013/14] costs rose.', '2013-07-01..2014-06-30'],
      ['In [2007-08] rain fell.', '2007-01-01..2008-12-31'],
      ['In [1914–18] rain fell.', '1914-01-01..1918-12-31'],
      ['In [2012-2013] rain fell.', '2012-01-01..2013-12-31'],
      ['In [2012] and [2013] rain fell.', '2012-01-01..2012-12-31', '2013-01-01..2013-12-31'],
      ['In [the night of 4–5 March 2013] rain fell.', '2013-03-04..2013-03-05'],
    ]),
  )
})
