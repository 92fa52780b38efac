import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { run, tail } from './run.mjs'

/**
 * @typedef {{ version: string, base: string, assets: Record<string, { file: string, sha256: string }> }} Releases
 *   what media/releases.json holds; assets by `<platform>-<arch>` as Node calls them
 */

/**
 * Fetches LiveKit's official release and puts its program in place. What does not have the pinned SHA-256 is never
 * written to the disk.
 *
 * @param {Releases} releases @param {string} target where the program goes
 * @param {import('./progress.mjs').Bar} [bar] @param {string} [machine] `<platform>-<arch>`
 * @returns {Promise<void>} throws with the reason: no pinned sum, not reachable, another sum, not unpackable
 */
export async function fetchRelease(releases, target, bar, machine = `${process.platform}-${process.arch}`) {
  const asset = releases.assets[machine]
  if (!asset) throw new Error(`LiveKit ${releases.version} has no release with a pinned sum for ${machine}`)
  const archive = await download(new URL(asset.file, releases.base), bar)
  const sum = createHash('sha256').update(archive).digest('hex')
  if (sum !== asset.sha256)
    throw new Error(`${asset.file} has the SHA-256 ${sum} instead of ${asset.sha256}, so it was thrown away`)
  mkdirSync(dirname(target), { recursive: true })
  const folder = mkdtempSync(join(dirname(target), '.release-'))
  try {
    writeFileSync(join(folder, asset.file), archive)
    // Every tar reads .tar.gz, and the one that comes with Windows reads .zip too.
    const { code, output } = await run('tar', ['-xf', asset.file, basename(target)], { cwd: folder })
    if (code !== 0) throw new Error(`${asset.file} could not be unpacked: ${tail(output, 3)}`)
    chmodSync(join(folder, basename(target)), 0o755)
    renameSync(join(folder, basename(target)), target)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {URL} url @param {import('./progress.mjs').Bar} [bar] */
async function download(url, bar) {
  const response = await fetch(url, { signal: AbortSignal.timeout(300_000) }).catch((error) => {
    throw new Error(`${url.host} cannot be reached (${error.cause?.code ?? error.message})`)
  })
  if (!response.ok || !response.body) throw new Error(`${url.href} answers ${response.status}`)
  const total = Number(response.headers.get('content-length'))
  /** @type {Uint8Array[]} */
  const parts = []
  let done = 0
  for await (const part of response.body) {
    parts.push(part)
    bar?.((done += part.length), total)
  }
  return Buffer.concat(parts)
}
