import type { FastifyInstance } from 'fastify'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { buildApp } from './http/app.ts'
import { systemClock } from './clock.ts'
import { readConfig, type Config } from './config.ts'
import { SetUp } from './accounts/set-up.ts'
import { openDatabase } from './database/database.ts'
import { openFiles } from './files/open-files.ts'
import { claimFolder } from './data-folder.ts'
import { EngineFault } from './media/engine.ts'
import type { AppNeeds } from './app-context.ts'
import { endInOrder } from './last-resort.ts'
import { inUrl } from './media/livekit-config.ts'
import { createLog } from './log.ts'
import { createLiveKit, type LiveKitConfig } from './media/media.livekit.ts'
import { soleOwnership } from './rooms/ownership.ts'
import { readSecrets, type Secrets } from './secrets.ts'
import { openStore } from './store/store.threads.ts'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))

try {
  await run()
} catch (fault) {
  // An operator needs the sentence, not the way through our code.
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`)
  process.exit(1)
}

async function run(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog(config.log)
  const { lastAlive, release } = claimFolder(config.dataFolder)
  await tryPort(config)
  const secrets = await readSecrets(config.dataFolder)
  const store = await openStore(config.dataFolder, log)
  const database = openDatabase(config.dataFolder, log)
  const files = await openFiles(config)
  const setUp = new SetUp(database)
  const way = await setUp.path()
  const media = await createLiveKit(mediaConfig(config, secrets), log)
  const ownership = soleOwnership(store)
  const needs = {
    config,
    secrets,
    store,
    database,
    files,
    setUp,
    ownership,
    media,
    clock: systemClock,
    log,
    dist,
    lastAlive,
  }
  const app = await serve(needs).catch(async (fault) => {
    await media.stop()
    throw fault
  })
  endInOrder(log, [() => app.close(), () => media.stop(), () => database.destroy(), () => store.close(), release])
  if (way) process.stdout.write(`Set up the administrator, once: ${new URL(way, config.url).href}\n`)
  process.stdout.write(`Rostrum is ready at ${config.url.origin}\n`)
}

async function serve(needs: AppNeeds): Promise<FastifyInstance> {
  const app = await buildApp(needs)
  const { host, port } = needs.config
  await app.listen({ host, port }).catch((fault: unknown) => {
    throw listenFault(fault, needs.config)
  })
  return app
}

/** Looks whether the port can be had before a LiveKit is started for nothing. */
async function tryPort(config: Config): Promise<void> {
  const server = createServer().listen({ host: config.host, port: config.port })
  await once(server, 'listening').catch((fault: unknown) => {
    throw listenFault(fault, config)
  })
  const closed = once(server, 'close')
  server.close()
  await closed
}

function mediaConfig({ media, host, port, dataFolder }: Config, secrets: Secrets): LiveKitConfig {
  if (media.kind === 'remote') return media
  if (media.binary === null)
    throw new EngineFault(
      'There is no LiveKit to start. Set LIVEKIT_BINARY to a livekit-server, or LIVEKIT_URL with LIVEKIT_API_KEY and ' +
        'LIVEKIT_API_SECRET, or run npm start, which finds one on the PATH, builds it with Go, or fetches the release.',
    )
  // What listens on all addresses is reached by the loopback of its own kind.
  const reachable = { '0.0.0.0': '127.0.0.1', '::': '::1', localhost: '127.0.0.1' }[host] ?? host
  const webhook = `http://${inUrl(reachable)}:${port}/api/media/webhook`
  return { ...media, binary: media.binary, key: secrets.livekitKey, secret: secrets.livekitSecret, webhook, dataFolder }
}

function listenFault(fault: unknown, { host, port }: Config): Error {
  const code = fault instanceof Error && 'code' in fault ? fault.code : ''
  if (code === 'EADDRINUSE')
    return new Error(`Port ${port} is taken by another program. Set ROSTRUM_PORT to a free one.`)
  if (code === 'EACCES')
    return new Error(`Port ${port} may not be opened by this user. Set ROSTRUM_PORT to one above 1023.`)
  if (code === 'EADDRNOTAVAIL') return new Error(`ROSTRUM_HOST is "${host}", which is no address of this machine.`)
  return fault instanceof Error ? fault : new Error(String(fault))
}
