import { fastify, type FastifyInstance } from 'fastify'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, PageFault } from './static-page.ts'

let dist: string
let app: FastifyInstance

beforeEach(async () => {
  dist = mkdtempSync(join(tmpdir(), 'rostrum-dist-'))
  mkdirSync(join(dist, 'assets/portal'), { recursive: true })
  for (const [html, which] of Object.entries({ 'index.html': 'room', 'portal.html': 'portal' }))
    writeFileSync(
      join(dist, html),
      `<!doctype html><html><head><title>Rostrum</title></head><body>${which}</body></html>`,
    )
  for (const name of [
    'messages-de-first-abc1234.js',
    'messages-en-first-abc1234.js',
    'messages-he-first-abc1234.js',
    'messages-he-more-abc1234.js',
  ])
    for (const folder of ['assets', 'assets/portal']) writeFileSync(join(dist, folder, name), name)
  app = fastify()
  await page(app, dist)
})
afterEach(async () => {
  await app.close()
  rmSync(dist, { recursive: true })
})

const get = async (url: string, headers: Record<string, string> = {}) => await app.inject({ url, headers })

test('[LANG-1] the page names the messages of the visitor’s language at its head', async () => {
  const german = await get('/', { 'accept-language': 'de-AT,de;q=0.9,en;q=0.8' })
  expect(german.body).toContain('href="/assets/portal/messages-de-first-abc1234.js"')
  const hebrew = await get('/r/some-room/room', { 'accept-language': 'xx, he-IL' })
  expect(hebrew.body).toContain('href="/assets/messages-he-first-abc1234.js"')
  expect(hebrew.headers['vary']).toBe('Accept-Encoding, Accept-Language')
})

test('a link and a room have the page of a call, all other addresses the lighter one of the portal', async () => {
  const room = ['/i/token', '/i/token?from=mail', '/r/room/room', '/r/room/room/']
  const portal = [
    '/',
    '/sessions',
    '/r/room',
    '/r/room/edit',
    '/r/room/room/else',
    '/i/',
    '/i',
    '/r/room/roomy',
    '/x/i/token',
  ]
  for (const url of room) expect((await get(url)).body, url).toContain('<body>room</body>')
  for (const url of portal) expect((await get(url)).body, url).toContain('<body>portal</body>')
})

test('whoever asks for no language, or for one that there is not, is given English, whole', async () => {
  for (const language of [undefined, '', ',;q=,', 'tlh', 'a'.repeat(8_000)]) {
    const { statusCode, body } = await get('/', language === undefined ? {} : { 'accept-language': language })
    expect(statusCode).toBe(200)
    expect(body).toContain('messages-en-first')
  }
})

test('the page comes compressed to who can read that, and is never kept', async () => {
  const br = await get('/', { 'accept-encoding': 'gzip, deflate, br' })
  expect(br.headers['content-encoding']).toBe('br')
  expect(brotliDecompressSync(br.rawPayload).toString()).toContain('<title>Rostrum</title>')
  const gzip = await get('/', { 'accept-encoding': 'gzip' })
  expect(gunzipSync(gzip.rawPayload).toString()).toContain('<title>Rostrum</title>')
  const plain = await get('/')
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(plain.headers['cache-control']).toBe('no-cache')
  expect(plain.headers['content-type']).toBe('text/html; charset=utf-8')
})

test('a file that is not there is no page', async () => {
  expect((await get('/assets/gone.js')).statusCode).toBe(404)
  expect((await get('/api/nothing')).statusCode).toBe(404)
})

test('a page that is not built says so', async () => {
  await expect(page(fastify(), join(dist, 'assets'))).rejects.toThrow(PageFault)
})
