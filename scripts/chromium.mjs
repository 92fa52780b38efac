import { existsSync } from 'node:fs'
import { onPath } from './livekit.mjs'
import { run, tail } from './run.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * The Chromium for the browser tests: CHROMIUM_PATH, an installed one, or Debian's package when run as root there.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ path: string, outcome: string }>} throws with what to do when there is none
 */
export async function chromium(env = process.env) {
  const named = env['CHROMIUM_PATH']
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH is ${named}, but nothing is there.`)
  if (named) return { path: named, outcome: 'from CHROMIUM_PATH' }
  const found = await installed()
  if (found) return { path: found, outcome: 'found' }
  if (!mayInstall())
    throw new Error(
      'The browser tests need Chromium: install it or Google Chrome, or set CHROMIUM_PATH to the program.',
    )
  const apt = { env: { DEBIAN_FRONTEND: 'noninteractive' } }
  await run('apt-get', ['update'], apt)
  const { output } = await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], apt)
  const path = await installed()
  if (path) return { path, outcome: 'installed' }
  throw new Error(`The browser tests need Chromium, and apt-get could not install it:\n${tail(output, 5)}`)
}

async function installed() {
  for (const path of [...NAMES.map(onPath), ...PLACES])
    // Ubuntu has a program of that name that only says where to get the real one.
    if (path && existsSync(path) && (await run(path, ['--version'])).code === 0) return path
  return undefined
}

/** Debian and what comes from it, as root. */
function mayInstall() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version')
}
