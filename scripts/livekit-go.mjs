import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { root, run, tail } from './run.mjs'

const MAIN = 'github.com/livekit/livekit-server/cmd/server'
const NEEDED = '1.26'
const STALE_MS = 3_600_000

/**
 * Builds the LiveKit that media/go.mod pins. The program appears in its place in one go, so a build that breaks off
 * leaves nothing to be mistaken for it, and two builds at once do no harm.
 *
 * @param {string} target where the program goes @param {import('./progress.mjs').Bar} [bar]
 * @returns {Promise<void>} throws with the reason: no Go, too old, or what Go said
 */
export async function buildLiveKit(target, bar) {
  await checkGo()
  const folder = dirname(target)
  mkdirSync(folder, { recursive: true })
  sweep(folder)
  const packages = await countPackages(bar)
  const fresh = `${target}.${process.pid}.partial`
  // The modules have been a tenth of the way.
  const total = packages / 0.9
  let done = total - packages
  const { code, output } = await go(
    ['build', '-v', '-trimpath', '-buildvcs=false', '-ldflags', '-s -w', '-o', fresh, MAIN],
    (line) => !line.startsWith('go: ') && bar?.(++done, total),
  )
  if (code !== 0) {
    rmSync(fresh, { force: true })
    throw new Error(`Go could not build it: ${tail(output, 5)}`)
  }
  renameSync(fresh, target)
}

async function checkGo() {
  const { code, output } = await run('go', ['env', 'GOVERSION'], { cwd: dirname(process.execPath) })
  const found = /go(\d+\.\d+)/.exec(output)?.[1]
  if (code !== 0 || !found) throw new Error('Go is not installed')
  // Go 1.21 and newer fetch the toolchain that go.mod asks for by themselves.
  if (before(found, '1.21')) throw new Error(`Go ${found} is too old: ${NEEDED} is needed, or 1.21, which fetches it`)
}

/** How many packages there are to compile; gets the modules on the way. @param {import('./progress.mjs').Bar} [bar] */
async function countPackages(bar) {
  const modules = readFileSync(join(root, 'media', 'go.mod'), 'utf8').match(/^\t.* v/gm)?.length ?? 1
  let fetched = 0
  const { code, output } = await go(
    ['list', '-deps', MAIN],
    (line) => line.startsWith('go: downloading') && bar?.(Math.min(++fetched, modules), modules * 10),
  )
  if (code !== 0) throw new Error(`Go could not get its modules: ${tail(output, 5)}`)
  return output.split('\n').filter((line) => !line.startsWith('go: ')).length
}

/** @param {string[]} args @param {(line: string) => void} [onLine] */
function go(args, onLine) {
  const env = { CGO_ENABLED: '0', GOFLAGS: '-mod=readonly', GOWORK: 'off', GOOS: undefined, GOARCH: undefined }
  return run('go', args, { cwd: join(root, 'media'), env, ...(onLine && { onLine }) })
}

/** Takes away what builds that broke off have left. @param {string} folder */
function sweep(folder) {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.partial')))
    if (Date.now() - statSync(join(folder, name)).mtimeMs > STALE_MS)
      rmSync(join(folder, basename(name)), { force: true })
}

/** Whether a version comes before another, each as `major.minor`. @param {string} a @param {string} b */
export function before(a, b) {
  const [[a1 = 0, a2 = 0], [b1 = 0, b2 = 0]] = [a.split('.').map(Number), b.split('.').map(Number)]
  return a1 < b1 || (a1 === b1 && a2 < b2)
}
