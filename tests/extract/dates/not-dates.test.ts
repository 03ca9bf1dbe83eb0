import { describe } from 'vitest'
import { casesOf } from '../cases.ts'

const texts = [
  'Resolution 2127 was adopted under Chapter VII.',
  'Resolutions 2121 and 2127 were adopted.',
  'See S/PRST/2017/22 and A/RES/60/1.',
  'Some 2000 people fled.',
  'The force of 2000 troops arrived.',
  'They killed 1995 civilians.',
  'About 1950 fled.',
  'It costs $2000 a day.',
  'It lies 2000 metres above the sea.',
  'See page 2012 of the annex.',
  'Room 2015 is closed.',
  'Law No. 1998 was repealed.',
  'Call 555-2012 for help.',
  'They may march to the capital.',
  'You may 12 times ask.',
  'May the victims rest in peace.',
  'March with us.',
  'General March spoke to April Smith.',
  'Every Tuesday the market opens.',
  'Markets open on Tuesdays.',
  'The annual review takes two months.',
  'They walked for fourteen consecutive years.',
  'A 24-hour curfew and a three-day siege followed.',
  'At 10:30 a.m. the second truck came.',
  'The second of the trucks came.',
  'The war left 12 dead.',
  'Recently, and now, and today, little moves.',
  'Few battles were fought along the March.',
  'Some about 1950 fled.',
  'The cost of 1860 francs was high.',
  'The fair draws 2020 visitors and 1990 spectators.',
  'The record of 1987 points stands.',
  'An august assembly met.',
  'The sun sat low.',
  'She is 24 years old.',
  'They won 3-2, then 12-10.',
  'Black September claimed the raid.',
  'In the past, at the time, it was calm.',
  'It took 10 months.',
  'Prices fall in the north.',
  'The 5th Brigade and the 24th session met.',
  'A week of talks failed.',
]

describe('what only looks like a date', () => {
  casesOf(
    'date',
    texts.map((text) => [text, []] as const),
  )
})
