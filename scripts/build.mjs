// Compiles src/ to dist/ and puts the data files (lexicons) beside the code that reads them.
import { execFileSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')

rmSync(`${root}dist`, { recursive: true, force: true })
execFileSync(process.execPath, [tsc, '--project', `${root}tsconfig.build.json`], { stdio: 'inherit', cwd: root })
cpSync(`${root}src`, `${root}dist`, {
  recursive: true,
  filter: (path) => !/\.tsx?$/.test(path),
})
