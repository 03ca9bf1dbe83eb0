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
