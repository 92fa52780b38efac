import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { machinePath, root, run, tail } from './run.mjs'
import { placeRuntime } from './runtime.mjs'
import { hashOf, stamp, stamped } from './stamp.mjs'

const stampFile = join(root, 'node_modules', '.rostrum-packages')
const wanted = () => `${hashOf(root, ['package-lock.json'])} ${process.platform} ${process.arch}`

/** Installs what package-lock.json says, unless that is what is there. @type {import('./progress.mjs').Work} */
export async function packages(bar) {
  if (stamped(stampFile, wanted())) return 'up to date'
  const folders = lockedFolders()
  const arrived = () => folders.filter((folder) => existsSync(join(root, folder))).length
  const timer = setInterval(() => bar(arrived(), folders.length), 500)
  const { code, output } = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    env: { PATH: machinePath() },
  })
  clearInterval(timer)
  if (code !== 0) throw new Error(`npm could not install the packages:\n${tail(output)}`)
  finish()
  return 'installed'
}

/** What is left to do once the packages are there. */
function finish() {
  placeRuntime()
  stamp(stampFile, wanted())
}

/** Folders that will appear; packages for other platforms will not. @returns {string[]} */
function lockedFolders() {
  /** @type {{ packages: Record<string, { optional?: boolean }> }} */
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(lock.packages).flatMap(([folder, entry]) => (folder === '' || entry.optional ? [] : [folder]))
}

// As npm's postinstall: an installation by hand counts as well, unless it left something out.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.env['npm_config_omit']) placeRuntime()
  else finish()
}
