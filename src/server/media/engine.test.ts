import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { builtLiveKit, KEYS, startLiveKit } from '../../../test/media/livekit.ts'
import { SOON } from '../../../test/media/media.contract.ts'
import { endLeftOver, notedPid, startProcess } from './engine-process.ts'
import { Engine } from './engine.ts'
import { tcpPort, udpPort } from './free-ports.ts'
import { createLiveKit } from './media.livekit.ts'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-engine-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A program in LiveKit's place: counts its starts, does something before, and is LiveKit then. */
function livekitAfter(folder: string, before: string): { binary: string; starts: () => number } {
  const binary = join(folder, 'livekit-server')
  const script = `#!/bin/sh\ncd ${folder}\necho x >> starts\n${before}\nexec ${builtLiveKit()}\n`
  writeFileSync(binary, script, { mode: 0o755 })
  return { binary, starts: () => readFileSync(join(folder, 'starts'), 'utf8').length / 2 }
}

test('where a port that was free is taken when LiveKit comes to it, others are sought', async () => {
  const port = `$(echo "$LIVEKIT_CONFIG" | sed 's/.*"port":\\([0-9]*\\).*/\\1/')`
  const taken = `echo "listen tcp 127.0.0.1:${port}: bind: address already in use"; exit 0`
  const { binary } = livekitAfter(newFolder(), `[ -e tried ] || { touch tried; ${taken}; }`)
  const livekit = await startLiveKit(binary)
  expect(livekit.media.isUp).toBe(true)
  await livekit.stop()
})

test('a stranger at LiveKit’s port is not taken for it, nor does it make LiveKit start in a storm', async () => {
  const { binary, starts } = livekitAfter(newFolder(), '[ -e slow ] && sleep 1; touch slow')
  const livekit = await startLiveKit(binary)
  onTestFinished(async () => await livekit.stop())
  const before = livekit.media.url
  process.kill(livekit.pid(), 'SIGKILL')
  await expect.poll(() => livekit.media.isUp, SOON).toBe(false)
  const stranger = createHttpServer((_request, answer) => answer.end('OK'))
  onTestFinished(() => void stranger.close())
  await once(stranger.listen(Number(new URL(before).port), '127.0.0.1'), 'listening')
  await expect.poll(() => livekit.media.isUp, { timeout: 20_000 }).toBe(true)
  expect(livekit.media.url).not.toBe(before)
  expect(starts()).toBeLessThan(6)
}, 30_000)

const PORTS = [
  ['UDP', 'ROSTRUM_MEDIA_UDP_PORT', 'udpPort'],
  ['TCP', 'ROSTRUM_MEDIA_TCP_PORT', 'tcpPort'],
  ['TCP', 'ROSTRUM_MEDIA_PORT', 'httpPort'],
] as const

test.each(PORTS)(
  'a %s port that is taken stops the start with a sentence that names %s',
  async (kind, variable, name) => {
    const port = kind === 'UDP' ? await udpPort(0) : await tcpPort(0)
    if (kind === 'UDP') {
      const other = createSocket('udp4').bind(port, '127.0.0.1')
      onTestFinished(() => void other.close())
      await once(other, 'listening')
    } else {
      const other = createServer().listen(port, name === 'httpPort' ? '127.0.0.1' : '0.0.0.0')
      onTestFinished(() => void other.close())
      await once(other, 'listening')
    }
    const ports = { udpPort: 0, tcpPort: 0, httpPort: 0, [name]: port }
    const webhook = 'http://127.0.0.1:9/'
    const own = { kind: 'own', binary: builtLiveKit(), address: '127.0.0.1', webhook, dataFolder: newFolder() } as const
    await expect(createLiveKit({ ...own, ...KEYS, ...ports }, pino({ level: 'silent' }))).rejects.toThrow(
      `${variable} is ${port}, and that ${kind} port is taken by another program. Set ${variable} to a free one`,
    )
  },
)

test('a name without an address, and a program that is none, stop the start with what to do', async () => {
  const own = { kind: 'own', udpPort: 0, tcpPort: 0, httpPort: 0, webhook: 'http://127.0.0.1:9/', ...KEYS } as const
  const start = async (binary: string, address: string) =>
    await createLiveKit({ ...own, binary, address, dataFolder: newFolder() }, pino({ level: 'silent' }))
  await expect(start(builtLiveKit(), 'no-such-name.invalid')).rejects.toThrow(
    'ROSTRUM_MEDIA_ADDRESS is "no-such-name.invalid", and that name has no address.',
  )
  await expect(start('/no/such/program', '127.0.0.1')).rejects.toThrow('LiveKit could not be started: spawn')
})

test('LiveKit takes an address of each kind, and loopback by IPv6', async () => {
  for (const address of ['127.0.0.1,::1', '::1', 'localhost']) {
    const own = { kind: 'own', udpPort: 0, tcpPort: 0, httpPort: 0, webhook: 'http://127.0.0.1:9/', ...KEYS } as const
    const config = { ...own, binary: builtLiveKit(), address, dataFolder: newFolder() }
    const media = await createLiveKit(config, pino({ level: 'silent' }))
    expect(media.isUp).toBe(true)
    await media.stop()
  }
})

test('LiveKit’s process is noted before it is healthy, and one that is left over is ended at the next start, and no other', async () => {
  const folder = newFolder()
  const binary = join(folder, 'livekit-server')
  writeFileSync(binary, '#!/bin/sh\nexec sleep 60\n', { mode: 0o755 })
  const { child, ended } = await startProcess(binary, '{}', folder, () => {})
  child.kill('SIGSTOP')
  expect(notedPid(folder)).toBe(child.pid)
  await endLeftOver(folder)
  await ended
  expect(child.signalCode).toBe('SIGKILL')
  // The number is somebody else's by now.
  writeFileSync(join(folder, 'livekit.pid'), `${process.pid}\nThu Jan  1 00:00:00 1970\n`)
  await endLeftOver(folder)
  expect(notedPid(folder)).toBeNull()
})

test('a name that comes to stand for another address starts LiveKit again with it; one that cannot be looked up changes nothing', async () => {
  const config = { binary: builtLiveKit(), address: 'media.example', udpPort: 0, tcpPort: 0, httpPort: 0 }
  let addresses: string[] | null = ['127.0.0.1']
  let failed = 0
  const resolve = async () => {
    if (addresses) return addresses
    failed += 1
    throw new Error('no such name')
  }
  const ups: boolean[] = []
  const dataFolder = newFolder()
  const engine = await Engine.start(
    { ...config, ...KEYS, webhook: 'http://127.0.0.1:9/', dataFolder },
    async (url) => void (await fetch(url)),
    pino({ level: 'silent' }),
    (up) => ups.push(up),
    { resolve, every: 20 },
  )
  onTestFinished(async () => await engine.stop())
  const first = notedPid(dataFolder)
  addresses = null
  await expect.poll(() => failed).toBeGreaterThan(3)
  expect([notedPid(dataFolder), ups]).toEqual([first, []])
  addresses = ['127.0.0.1', '::1']
  await expect.poll(() => ups, { timeout: 10_000 }).toEqual([false, true])
  expect(notedPid(dataFolder)).not.toBe(first)
})
