import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { root } from './run.mjs'
import { hashOf } from './stamp.mjs'

/** The user's folder for what can be had again. @param {NodeJS.ProcessEnv} [env] */
export function userCache(env = process.env, platform = /** @type {string} */ (process.platform), home = homedir()) {
  const named = env['XDG_CACHE_HOME']
  if (named && isAbsolute(named)) return named
  if (platform === 'darwin') return join(home, 'Library', 'Caches')
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local')
  return join(home, '.cache')
}

/** Where every clone with the same pins finds the same LiveKit. @param {NodeJS.ProcessEnv} [env] */
export function cachedLiveKit(env = process.env) {
  const pins = hashOf(join(root, 'media'), ['go.mod', 'go.sum']).slice(0, 16)
  const exe = process.platform === 'win32' ? 'livekit-server.exe' : 'livekit-server'
  return join(userCache(env), 'rostrum', `livekit-${pins}-${process.platform}-${process.arch}`, exe)
}
