import { describe } from 'vitest'
import { peace } from './sentences.ts'

describe('what is denied, tried, ordered or decided is no warning', () => {
  peace([
    'There is no risk of genocide in the country, the minister said.',
    'The accused was convicted of genocide and could be sentenced on Friday.',
    'He was charged with murder and is expected to plead guilty.',
    'The general ordered his men to attack the rebel town.',
    'The agreement averted the threat of civil war.',
    'No one was warned before the massacre began.',
    'The mission never warned the villagers of the coming attack.',
    'A memorial to the victims of the genocide will be opened in April.',
  ])
})
