import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cachedLiveKit } from './cache.mjs'
import { before, buildLiveKit } from './livekit-go.mjs'
import { fetchRelease } from './livekit-release.mjs'
import { step } from './progress.mjs'
import { machinePath, root, run, stopTogether } from './run.mjs'

/** @type {import('./livekit-release.mjs').Releases} */
const releases = JSON.parse(readFileSync(join(root, 'media', 'releases.json'), 'utf8'))
const OLDEST = '1.13'

/**
 * @typedef {{ from: 'url' | 'path' | 'cache' | 'go' | 'release', binary?: string, warning?: string }} Found
 * @typedef {{
 *   path: (name: string) => string | undefined,
 *   version: (binary: string) => Promise<string | undefined>,
 *   exists: (file: string) => boolean,
 *   build: (target: string) => Promise<void>,
 *   release: (target: string) => Promise<void>,
 * }} Ways how the machine is asked
 */

/**
 * Where LiveKit comes from: the first that is found of LIVEKIT_URL, the PATH, Go (a build is kept in the user's cache)
 * and the official release.
 *
 * @param {NodeJS.ProcessEnv} env @param {Ways} ways
 * @returns {Promise<Found>} throws one text that names all four and says why each did not do
 */
export async function findLiveKit(env, ways) {
  if (env['LIVEKIT_URL']) {
    const missing = ['LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET'].filter((name) => !env[name])
    if (missing.length > 0) throw new Error(`LIVEKIT_URL is set, so ${missing.join(' and ')} must be set too.`)
    return { from: 'url' }
  }
  const reasons = ['LIVEKIT_URL with LIVEKIT_API_KEY and LIVEKIT_API_SECRET: not set']
  const binary = ways.path('livekit-server')
  const version = binary && ((await ways.version(binary)) ?? 'without a version')
  if (binary && version === releases.version) return { from: 'path', binary }
  if (binary && version && /^\d/.test(version) && !before(version, OLDEST))
    return {
      from: 'path',
      binary,
      warning: `livekit-server on the PATH is ${version}; Rostrum is tested with ${releases.version}.`,
    }
  const refused = version && `livekit-server on the PATH is ${version} and not used: ${OLDEST} is needed.`
  reasons.push(refused ?? 'livekit-server on the PATH: not found')

  const cached = cachedLiveKit(env)
  /** @param {Found['from']} from @returns {Found} */
  const got = (from) => ({ from, binary: cached, ...(refused && { warning: refused }) })
  if (ways.exists(cached)) return got('cache')
  for (const [from, name, get] of /** @type {const} */ ([
    ['go', 'a build with Go', ways.build],
    ['release', 'the official release', ways.release],
  ]))
    try {
      await get(cached)
      return got(from)
    } catch (error) {
      reasons.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  throw new Error(`LiveKit carries sound and pictures, and none of its four sources works:\n- ${reasons.join('\n- ')}`)
}

const OUTCOMES = {
  url: 'from LIVEKIT_URL',
  path: 'from the PATH',
  cache: 'up to date',
  go: 'built',
  release: 'downloaded',
}

/**
 * The step of the set-up: gets LiveKit and says where its program is.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string | undefined>} undefined when LIVEKIT_URL is used
 */
export async function liveKit(env = process.env) {
  /** @type {Found | undefined} */
  let found
  await step('LiveKit', async (bar) => {
    found = await findLiveKit(env, {
      path: onPath,
      version: versionOf,
      exists: existsSync,
      build: (target) => buildLiveKit(target, bar),
      release: (target) => fetchRelease(releases, target, bar),
    })
    return OUTCOMES[found.from]
  })
  if (found?.warning) console.log(found.warning)
  return found?.binary
}

/** A program on the PATH. @param {string} name @returns {string | undefined} */
export function onPath(name) {
  return machinePath()
    .split(delimiter)
    .map((folder) => join(folder, process.platform === 'win32' ? `${name}.exe` : name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK)
        return statSync(file).isFile()
      } catch {
        return false
      }
    })
}

/** @param {string} binary @returns {Promise<string | undefined>} e.g. `1.13.5` */
async function versionOf(binary) {
  const { output } = await run(binary, ['--version'])
  return /version (\d+\.\d+\.\d+)/.exec(output)?.[1]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  stopTogether()
  try {
    console.log((await liveKit()) ?? process.env['LIVEKIT_URL'])
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
