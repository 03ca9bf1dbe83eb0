import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Builds the product before the tests, which run it as a user does. */
export function setup(): void {
  const root = fileURLToPath(new URL('..', import.meta.url))
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' })
}
