import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { linesOf, temporaryFolder, tocsin } from './tocsin.ts'

const text = "Fighters of the Ligue d'autodéfense de la haute vallée burned Tarro, VRM said. UVSL denied it.\n"

/** Actors of the text, as "span: name (type)". */
async function actors(args: readonly string[]): Promise<string[]> {
  const run = await tocsin(['tag', '-', ...args], { input: text })
  expect(run.code).toBe(0)
  return linesOf(run.out)
    .filter((row) => row.layer === 'actor')
    .map((row) => `${row.exact}: ${Object.values(row.fields as object).join(', ')}`)
}

describe('a lexicon of the user', () => {
  test('adds actors that the built-in ones do not know', async () => {
    const league = 'Upper Valley Self-Defence League, armed-group'
    expect(await actors(['--lexicon', 'examples/lexicon'])).toEqual([
      `Ligue d'autodéfense de la haute vallée: ${league}`,
      'VRM: Valley Rights Monitor, ngo',
      `UVSL: ${league}`,
    ])
    expect(await actors([])).not.toContain('VRM: Valley Rights Monitor, ngo')
  })

  test.each([
    ['actors/lexicon/mine.yaml', '- name: A Front\n  type: rebels\n', /mine\.yaml:2: 0\.type: /],
    ['actors/lexicon/mine.yaml', '- name: A Front\n  type: armed-group\n- nom: B\n', /mine\.yaml:3: 1/],
    ['actors/lexicon/mine.yaml', '- name: [A\n', /mine\.yaml:\d+: is not YAML/],
    ['analyse/numbers.yaml', 'units: { nil: none }\n', /numbers\.yaml:1: units\.nil: /],
  ])('that does not fit (%s) is refused with line and field', async (file, content, message) => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), content)
    const run = await tocsin(['tag', '-', '--lexicon', folder], { input: text })
    expect(run.code).toBe(2)
    expect(run.err).toMatch(message)
    expect(run.err.trim().split('\n')).toHaveLength(1)
  })
})

test('a file of the user names only what it adds', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'analyse'))
  writeFileSync(join(folder, 'analyse/numbers.yaml'), 'multipliers: { gross: 144 }\n')
  const run = await tocsin(['tag', '-', '--lexicon', folder], { input: 'The shelling killed two gross civilians.\n' })
  const claims = linesOf(run.out).filter((row) => row.layer === 'casualty')
  expect(claims.map((row) => row.fields)).toMatchObject([{ low: 288, high: 288, effect: 'killed' }])
})
