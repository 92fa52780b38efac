import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { join, relative } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import * as v from 'valibot'
import { film } from '../../../test/rules/content-files.ts'
import { hana } from '../../../test/rules/people.ts'
import { newFolder } from '../../../test/server/app-server.ts'
import { pdfOf } from '../../../test/server/conversion.ts'
import { Tus } from '../../../test/server/uploads.ts'
import { RoomMade } from '../../protocol/http.ts'
import { tcpPort } from '../media/free-ports.ts'

const main = join(import.meta.dirname, '..', 'main.ts')

/** A server as npm start runs it, in a process of its own; its media are away, which nobody here needs. */
async function starts(folder: string, port: number): Promise<ChildProcess> {
  const env = {
    PATH: process.env['PATH'],
    // As unless it is set, a path from where the server stands.
    ROSTRUM_DATA: relative('.', folder),
    ROSTRUM_HOST: '127.0.0.1',
    ROSTRUM_PORT: String(port),
    LIVEKIT_URL: 'http://127.0.0.1:9',
    LIVEKIT_API_KEY: 'key',
    LIVEKIT_API_SECRET: 'secret-of-thirty-two-characters-and-more',
  }
  const server = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  onTestFinished(() => void server.kill('SIGKILL'))
  let said = ''
  for await (const part of server.stdout) {
    said += String(part)
    if (said.includes('Rostrum is ready')) return server
  }
  throw new Error(`the server did not start: ${said}`)
}

/** Makes a room over HTTP; gives its host. */
async function creates(port: number): Promise<{ room: string; cookie: string }> {
  const made = await fetch(`http://127.0.0.1:${port}/api/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Harbour library', host: hana.name, mode: 'interactive' }),
  })
  const cookie = made.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { room: v.parse(RoomMade, await made.json()).room, cookie }
}

test('[PAGES-1] a server as npm start runs it makes ready what is brought', async () => {
  const [folder, port] = [newFolder(), await tcpPort(0)]
  await starts(folder, port)
  const [tus, host] = [new Tus({ url: `http://127.0.0.1:${port}` }), await creates(port)]
  await tus.brings(host, 'Plan.pdf', await pdfOf(['One', 'Two']))
  const listed = async () => (await tus.list(host)).documents[0]
  await expect.poll(listed, { timeout: 30_000 }).toMatchObject({ state: 'ready', ready: 2 })
}, 60_000)

test('[CONTENT-2] after the server was killed in the middle of a file, it goes on from what is there', async () => {
  const [folder, port] = [newFolder(), await tcpPort(0)]
  const tus = new Tus({ url: `http://127.0.0.1:${port}` })
  const server = await starts(folder, port)
  const host = await creates(port)
  const { cookie } = host
  const whole = film(5_000_000)
  const path = await tus.begun(host, 'Ships.mp4', whole.length)
  const headers = {
    'tus-resumable': '1.0.0',
    'content-type': 'application/offset+octet-stream',
    'upload-offset': '0',
    'content-length': whole.length,
    cookie,
  }
  const sending = request(`http://127.0.0.1:${port}${path}`, { method: 'PATCH', headers }).on('error', () => {})
  sending.write(whole.subarray(0, 2_000_000))
  const come = () =>
    readdirSync(join(folder, 'uploads')).reduce((sum, name) => sum + statSync(join(folder, 'uploads', name)).size, 0)
  await expect.poll(come, { timeout: 10_000 }).toBeGreaterThan(0)
  server.kill('SIGKILL')
  await once(server, 'exit')
  await starts(folder, port)
  const there = (await tus.offset(host, path)) ?? -1
  expect(there).toBeGreaterThan(0)
  expect(there).toBeLessThanOrEqual(2_000_000)
  const last = await tus.sends(host, path, { bytes: whole.subarray(there), from: there })
  expect(last.body).toMatchObject({ name: 'Ships.mp4', bytes: whole.length })
}, 60_000)
