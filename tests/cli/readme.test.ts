import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root, tocsin } from './tocsin.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')

test('the README quotes the help as the program prints it', async () => {
  const { out } = await tocsin(['--help'])
  expect(readme).toContain(out.trim())
})

test('every npm script that the README names exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const named = [...readme.matchAll(/npm run ([a-z]+)/g)].map(([, name]) => name)
  expect(named.length).toBeGreaterThan(0)
  for (const name of named) expect(Object.keys(scripts)).toContain(name)
})
