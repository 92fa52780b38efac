import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { BODY_MAX, type Refused } from '../../protocol/http.ts'
import type { Config } from '../config.ts'
import { MediaLoadWatch } from '../media/media-load.ts'
import { signallingProxy } from '../media/signalling-proxy.ts'
import { GuestCookie } from './guest-cookie.ts'
import type { AppContext, AppNeeds } from '../app-context.ts'
import { links } from './link-routes.ts'
import { Retention } from '../rooms/retention.ts'
import { RoomRegistry } from '../rooms/registry.ts'
import { faultId } from '../log.ts'
import { isOwnOrigin } from './origin.ts'
import { metrics } from './metrics-route.ts'
import { page } from './static-page.ts'
import { reject } from './rejections.ts'
import { StoreDown } from '../store/store.ts'
import { roomSockets } from '../realtime/room-sockets.ts'
import { rooms } from './room-routes.ts'
import { routeUpgrades } from '../realtime/upgrades.ts'

const SWEEP_EVERY = 60_000

/** Builds the app; nothing listens yet, and nothing happens on import. Closing it closes rooms and sockets. */
export async function buildApp(needs: AppNeeds): Promise<FastifyInstance> {
  const { config, clock, log, media, store } = needs
  // Fastify says of itself only where it listens; main.ts says that in the words of a person.
  const quiet = log.isLevelEnabled('warn') ? log.child({}, { level: 'warn' }) : log
  const loggerInstance: FastifyBaseLogger = quiet
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_MAX,
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    forceCloseConnections: true,
  })
  const context: AppContext = {
    ...needs,
    cookie: new GuestCookie(needs.secrets.serverKey, config.url.protocol === 'https:'),
    rooms: new RoomRegistry({
      store,
      media,
      clock,
      log,
      video: config.video,
      patience: config.patience,
      erase: () => retention.soon(),
    }),
  }

  const retention = new Retention({
    store,
    clock,
    log,
    keepDays: config.keepDays,
    isOpen: (room) => context.rooms.isOpen(room),
    forgetAgain: async (room, person) => await (await context.rooms.inMemory(room))?.forgetAgain(person),
    reread: async (room) => await (await context.rooms.inMemory(room))?.reread(),
    isQuiet: () => context.rooms.isQuiet,
  })

  app.setErrorHandler(async (fault: Error & { statusCode?: number }, request, reply) => {
    const status = fault.statusCode ?? 500
    if (status === 429) return await reject(reply, 'too-fast')
    // All that is sent to these routes is names.
    if (status === 413) return await reject(reply, 'name-long').code(status)
    if (fault instanceof StoreDown) {
      request.log.error({ fault }, 'the store is away')
      return await reject(reply, 'store-down')
    }
    if (status < 500) return await reply.code(status).send({ refusal: 'bad-request' } satisfies Refused)
    request.log.error({ fault }, 'a request failed')
    return await reply.code(status).send({ refusal: 'server-fault', fault: faultId(fault) } satisfies Refused)
  })
  await app.register(helmet, security(config))
  await app.register(cookie)
  // Who has gone in mid-request has no address any more.
  await app.register(rateLimit, { global: false, keyGenerator: ({ ip }) => ip ?? 'gone' })
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers
    if (request.method !== 'GET' && origin !== undefined && !isOwnOrigin(origin, request.headers.host, config))
      return await reject(reply, 'not-allowed')
    return undefined
  })
  app.get('/api/health', async () => ({ ok: true, media: media.isUp }))
  rooms(app, context)
  links(app, context)
  await page(app, needs.dist)
  const sockets = roomSockets(context)
  const signalling = signallingProxy(app, context)
  routeUpgrades(app, [sockets, signalling])
  const load = new MediaLoadWatch({
    media,
    clock,
    log,
    viewers: () => signalling.connected(),
    limit: config.maxViewers,
  })
  metrics(app, { sockets: () => sockets.measure(), load, token: config.metricsToken })

  let callOff = clock.after(SWEEP_EVERY, sweep)
  function sweep() {
    context.rooms.sweep().catch((fault: unknown) => log.error({ fault }, 'empty rooms could not be forgotten'))
    callOff = clock.after(SWEEP_EVERY, sweep)
  }
  app.addHook('preClose', async () => {
    callOff()
    load.close()
    sockets.close()
    signalling.close()
    await retention.close()
    await context.rooms.close()
  })
  await media.start(context.rooms.reports)
  // Nobody waits for the store yet. [KEEP-9]
  await store.scrub(true).catch((fault: unknown) => log.warn({ fault }, 'the file of the store could not be made anew'))
  await context.rooms.resume(needs.lastAlive)
  retention.start()
  return app
}

function security(config: Config) {
  const secure = config.url.protocol === 'https:'
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' as const },
    strictTransportSecurity: secure ? undefined : (false as const),
  }
}
