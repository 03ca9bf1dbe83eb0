import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserServer, chromium } from 'playwright-core'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Nothing but the page: no calls home, no first-run questions. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Starts a browser that tests and scripts connect to: on Linux x64 the one that a dev dependency ships, elsewhere an
 * installed Chrome, Chromium or Edge; `CHROME_PATH` names another.
 *
 * @throws Error where there is none, saying what to do
 */
export function launchBrowser(): Promise<BrowserServer> {
  const named = process.env.CHROME_PATH
  if (named === undefined && process.platform === 'linux' && process.arch === 'x64') return launchShipped()
  const executablePath = [named, ...installedPaths()].find((path) => path !== undefined && existsSync(path))
  if (executablePath === undefined) {
    throw new Error(
      'The browser tests need a browser: install Chrome, Chromium or Edge, or name one of these in CHROME_PATH.',
    )
  }
  return chromium.launchServer({ executablePath, args: flags })
}

function launchShipped(): Promise<BrowserServer> {
  const folder = unpacked()
  return chromium.launchServer({
    executablePath: join(folder, 'chromium'),
    args: flags,
    env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  })
}

/** The folder of the shipped browser, unpacked once and kept beside the packages. */
function unpacked(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '../../package.json'), 'utf8')) as {
    version: string
  }
  const cache = join(root, 'node_modules/.cache')
  const folder = join(cache, `chromium-${version}`)
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const fresh = mkdtempSync(join(cache, 'chromium-'))
  try {
    // The package unpacks to wherever temporary files go, and takes what lies there already for whole.
    const unpack = "await (await import('@sparticuz/chromium')).default.executablePath()"
    execFileSync(process.execPath, ['--input-type=module', '-e', unpack], {
      cwd: root,
      env: { ...process.env, TMPDIR: fresh },
    })
    writeFileSync(join(fresh, 'fonts.conf'), fontsIn(join(folder, 'fonts')))
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    // Another process may have been first.
    if (!existsSync(folder)) throw error
  }
  return folder
}

/** The font that comes with the browser first, so that pages look the same everywhere; then those of the system. */
function fontsIn(folder: string): string {
  const preferred = ['sans-serif', 'system-ui'].map(
    (family) => `<alias binding="strong"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`,
  )
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `<dir>${folder}</dir>`,
    ...preferred,
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
    '</fontconfig>',
    '',
  ].join('\n')
}

/** Where a Chrome, a Chromium or an Edge is, if it is installed. */
function installedPaths(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform === 'win32') {
    const { PROGRAMFILES, 'PROGRAMFILES(X86)': programFiles86, LOCALAPPDATA } = process.env
    return [PROGRAMFILES, programFiles86, LOCALAPPDATA].flatMap((folder) =>
      folder === undefined
        ? []
        : [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')],
    )
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge']
  return (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
}
