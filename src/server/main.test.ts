import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { claimFolder } from './data-folder.ts'
import { tcpPort } from './media/free-ports.ts'

const main = join(import.meta.dirname, 'main.ts')

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-main-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Starts the server as npm start does, where it cannot: gives what it says, and with which code it ends. */
async function startsWith(env: NodeJS.ProcessEnv): Promise<{ said: string; code: unknown }> {
  const port = String(await tcpPort(0))
  const settings = { ROSTRUM_DATA: newFolder(), ROSTRUM_HOST: '127.0.0.1', ROSTRUM_PORT: port, ...env }
  const server = spawn(process.execPath, [main], { env: { PATH: process.env['PATH'], ...settings } })
  const [said, [code]] = await Promise.all([text(server.stderr), once(server, 'exit')])
  return { said, code }
}

test('a port that is taken stops the start with a sentence that names it', async () => {
  const port = String(await tcpPort(0))
  const other = createServer().listen(Number(port), '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  expect(await startsWith({ ROSTRUM_PORT: port })).toEqual({
    said: `Port ${port} is taken by another program. Set ROSTRUM_PORT to a free one.\n`,
    code: 1,
  })
})

test('[OWNER-3] an address of another machine, a wrong value and a folder in use stop it as well', async () => {
  const host = await startsWith({ ROSTRUM_HOST: '203.0.113.7' })
  expect(host).toEqual({ said: 'ROSTRUM_HOST is "203.0.113.7", which is no address of this machine.\n', code: 1 })
  const value = await startsWith({ ROSTRUM_PORT: 'eighty' })
  expect(value.said).toMatch(/^ROSTRUM_PORT is "eighty".*\n$/)
  const folder = newFolder()
  onTestFinished(claimFolder(folder).release)
  const taken = await startsWith({ ROSTRUM_DATA: folder })
  expect(taken.said).toContain(`ROSTRUM_DATA is "${folder}", and another Rostrum is running there.`)
})

test('without a LiveKit the four ways to one are named', async () => {
  const { said, code } = await startsWith({})
  expect(said).toMatch(/^There is no LiveKit to start\..*LIVEKIT_BINARY.*LIVEKIT_URL.*npm start/)
  expect(code).toBe(1)
})
