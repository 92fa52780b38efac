import { existsSync } from 'node:fs'
import { onPath } from './livekit.mjs'
import { run, tail } from './run.mjs'

/**
 * @typedef {{
 *   name: string,
 *   variable: string,
 *   programs: readonly string[],
 *   places: readonly string[],
 *   debian: string,
 *   asked?: string,
 * }} Kind what a program is called and where it may be; `debian`: its packages, `asked` how it is asked for its version
 * @typedef {{
 *   path: (name: string) => string | undefined,
 *   exists: (file: string) => boolean,
 *   runs: (file: string, asked: string) => Promise<boolean>,
 *   mayInstall: () => boolean,
 *   install: (debian: string) => Promise<string>,
 * }} Machine how the machine is asked; `install` answers with what was said
 */

/** @type {Kind} */
export const CHROMIUM = {
  name: 'Chromium or Google Chrome',
  variable: 'CHROMIUM_PATH',
  programs: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  places: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  debian: 'chromium',
}

/** A Chromium without a window's parts: the stories take it where there is one, because each page costs less in it. @type {Kind} */
export const HEADLESS_SHELL = {
  name: 'Chromium’s headless shell',
  variable: 'HEADLESS_SHELL_PATH',
  programs: ['chromium-headless-shell', 'chrome-headless-shell'],
  places: [],
  debian: 'chromium-headless-shell',
}

/** @type {Kind} */
export const FIREFOX = {
  name: 'Firefox',
  variable: 'FIREFOX_PATH',
  programs: ['firefox-esr', 'firefox'],
  places: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
  debian: 'firefox-esr',
}

/** What tests of office documents read them with; they are left out where there is none. @type {Kind} */
export const LIBREOFFICE = {
  name: 'LibreOffice',
  variable: 'SOFFICE_PATH',
  programs: ['soffice'],
  places: [],
  // What reads presentations, and what reads texts.
  debian: 'libreoffice-impress-nogui libreoffice-writer-nogui',
}

/** What tests of films read them with; they are left out where there is none. @type {Kind} */
export const FFMPEG = {
  name: 'FFmpeg',
  variable: 'FFMPEG_PATH',
  programs: ['ffmpeg'],
  places: [],
  debian: 'ffmpeg',
  asked: '-version',
}

// Where nothing answers, a machine has no way out: apt-get would wait for minutes.
const IMPATIENT = ['-o', 'Acquire::http::Timeout=10', '-o', 'Acquire::https::Timeout=10', '-o', 'Acquire::Retries=0']

/** @type {Machine} */
const HERE = {
  path: onPath,
  exists: existsSync,
  // Ubuntu has programs of these names that only say where to get the real ones.
  runs: async (file, asked) => (await run(file, [asked])).code === 0,
  // Debian and what comes from it, as root.
  mayInstall: () => process.getuid?.() === 0 && existsSync('/etc/debian_version'),
  async install(debian) {
    const apt = { env: { DEBIAN_FRONTEND: 'noninteractive' } }
    await run('apt-get', [...IMPATIENT, 'update'], apt)
    return (await run('apt-get', [...IMPATIENT, 'install', '-y', '--no-install-recommends', ...debian.split(' ')], apt))
      .output
  },
}

/**
 * A browser for the tests: the one that its variable names, an installed one, or Debian's package when run as root there.
 *
 * @param {Kind} kind @param {NodeJS.ProcessEnv} [env] @param {Machine} [machine]
 * @returns {Promise<{ path: string, outcome: string }>} throws with what to do when there is none
 */
export async function browser(kind, env = process.env, machine = HERE) {
  const { name, variable } = kind
  const named = env[variable]
  if (named && !machine.exists(named)) throw new Error(`${variable} is ${named}, but nothing is there.`)
  if (named) return { path: named, outcome: `from ${variable}` }
  const found = await installed(kind, machine)
  if (found) return { path: found, outcome: 'found' }
  if (!machine.mayInstall())
    throw new Error(`The browser tests need ${name}: install it, or set ${variable} to the program.`)
  const said = await machine.install(kind.debian)
  const path = await installed(kind, machine)
  if (path) return { path, outcome: 'installed' }
  throw new Error(`The browser tests need ${name}, and apt-get could not install it:\n${tail(said, 5)}`)
}

/** @param {Kind} kind @param {Machine} machine */
async function installed({ programs, places, asked = '--version' }, machine) {
  for (const path of [...programs.map(machine.path), ...places])
    if (path && machine.exists(path) && (await machine.runs(path, asked))) return path
  return undefined
}
