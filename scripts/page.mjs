import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, tail } from './run.mjs'
import { hashOf, stamp, stamped } from './stamp.mjs'

const SOURCES = [
  'scripts/compressed.mjs',
  'scripts/segmentation.mjs',
  'scripts/tflite-metadata.mjs',
  'src/client',
  'src/protocol',
  'src/rules',
  'public',
  'index.html',
  'vite.config.ts',
  'vite.portal.config.ts',
  'package-lock.json',
]
const dist = join(root, 'dist')
const modules = join(root, 'node_modules')

/** Builds the page into dist/, unless dist/ was built from just these sources. @type {import('./progress.mjs').Work} */
export async function page() {
  const wanted = hashOf(root, SOURCES, (name) => !/\.test\.tsx?$/.test(name))
  if (stamped(join(dist, '.stamp'), wanted)) return 'up to date'
  sweep()
  const fresh = join(modules, `.page-${process.pid}`)
  for (const config of ['vite.config.ts', 'vite.portal.config.ts']) {
    const args = ['build', '--logLevel', 'warn', '--config', config]
    const { code, output } = await run('vite', args, { env: { ROSTRUM_DIST: fresh } })
    if (code !== 0) throw new Error(`The page could not be built:\n${tail(output, 40)}`)
  }
  stamp(join(fresh, '.stamp'), wanted)
  const old = join(modules, `.page-${process.pid}-old`)
  if (existsSync(dist)) renameSync(dist, old)
  renameSync(fresh, dist)
  rmSync(old, { recursive: true, force: true })
  return 'built'
}

/** Takes away what a build that broke off has left. */
function sweep() {
  for (const name of readdirSync(modules)) {
    const pid = /^\.page-(\d+)/.exec(name)?.[1]
    if (pid && !alive(Number(pid))) rmSync(join(modules, name), { recursive: true, force: true })
  }
}

/** @param {number} pid */
function alive(pid) {
  try {
    process.kill(pid, 0)
    return pid !== process.pid
  } catch {
    return false
  }
}
