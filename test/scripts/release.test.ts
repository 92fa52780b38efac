import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchRelease } from '../../scripts/livekit-release.mjs'

const folder = mkdtempSync(join(tmpdir(), 'rostrum-release-'))
const target = join(folder, 'cache', 'livekit-server')
let archive: Buffer
let server: Server
let base: string

beforeAll(async () => {
  writeFileSync(join(folder, 'livekit-server'), 'the program')
  execFileSync('tar', ['-czf', 'release.tar.gz', 'livekit-server'], { cwd: folder })
  archive = readFileSync(join(folder, 'release.tar.gz'))
  server = createServer((request, response) => {
    if (request.url === '/release.tar.gz') response.end(archive)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})

afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

const releases = (sha256: string, file = 'release.tar.gz') => ({
  version: '1.13.5',
  base,
  assets: { 'linux-x64': { file, sha256 } },
})

test('a release with another sum is refused and nothing of it is kept', async () => {
  const wrong = '0'.repeat(64)
  await expect(fetchRelease(releases(wrong), target, undefined, 'linux-x64')).rejects.toThrow('thrown away')
  expect(existsSync(target)).toBe(false)
})

test('a platform without a pinned sum and a missing file are refused in words', async () => {
  await expect(fetchRelease(releases(''), target, undefined, 'darwin-arm64')).rejects.toThrow(
    'no release with a pinned sum for darwin-arm64',
  )
  await expect(fetchRelease(releases('', 'gone.tar.gz'), target, undefined, 'linux-x64')).rejects.toThrow('answers 404')
})

test('a release with the pinned sum is unpacked, may be run, and leaves nothing beside it', async () => {
  const sum = createHash('sha256').update(archive).digest('hex')
  const seen: number[] = []
  await fetchRelease(releases(sum), target, (done) => seen.push(done), 'linux-x64')
  expect(readFileSync(target, 'utf8')).toBe('the program')
  expect(statSync(target).mode & 0o111).not.toBe(0)
  expect(readdirSync(join(folder, 'cache'))).toEqual(['livekit-server'])
  expect(seen.at(-1)).toBe(archive.length)
})

test('what the project pins is complete: version, file and sum agree', () => {
  const media = join(import.meta.dirname, '..', '..', 'media')
  const pins: unknown = JSON.parse(readFileSync(join(media, 'releases.json'), 'utf8'))
  expect(pins).toMatchObject({
    version: '1.13.5',
    assets: { 'linux-x64': { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } },
  })
  expect(readFileSync(join(media, 'go.mod'), 'utf8')).toContain('github.com/livekit/livekit-server v1.13.5')
})
