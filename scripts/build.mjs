// Compiles src/ to dist/, bundles the review page, and puts the lexicons beside the code that reads them, as JSON, which loads faster than YAML.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { globSync } from 'tinyglobby'
import { build } from 'vite'
import { parse } from 'yaml'

const root = fileURLToPath(new URL('..', import.meta.url))
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')

rmSync(`${root}dist`, { recursive: true, force: true })
execFileSync(process.execPath, [tsc, '--project', `${root}tsconfig.build.json`], { stdio: 'inherit', cwd: root })
for (const path of globSync('**/*.yaml', { cwd: `${root}src` })) {
  const target = `${root}dist/${path.replace(/\.yaml$/, '.json')}`
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, JSON.stringify(parse(readFileSync(`${root}src/${path}`, 'utf8'))))
}
await build({ configFile: `${root}src/annotate/page/vite.config.ts` })
