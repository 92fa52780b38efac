import cookies from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import { availableParallelism } from 'node:os'
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify'
import { BODY_MAX, type Refused } from '../../protocol/http.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import { PICTURE_BYTES_MAX } from '../../protocol/rooms.ts'
import type { Config } from '../config.ts'
import { MediaLoadWatch } from '../media/media-load.ts'
import { inUrl } from '../media/livekit-config.ts'
import { REPORTS, signallingProxy } from '../media/signalling-proxy.ts'
import { oidcRoutes } from '../accounts/oidc-routes.ts'
import { passkeyRoutes } from '../accounts/passkey-routes.ts'
import { wayRoutes } from '../accounts/way-routes.ts'
import { AccountMails } from '../accounts/account-mails.ts'
import { accountMailRoutes } from '../accounts/mail-routes.ts'
import { accountRoutes } from '../accounts/account-routes.ts'
import { adminRoutes } from '../accounts/admin-routes.ts'
import { memberRoutes } from '../members/member-routes.ts'
import { openAccounts } from '../accounts/accounts.ts'
import { dropExpiredSecrets } from '../accounts/one-time-secrets.ts'
import { Visitors } from '../accounts/visitors.ts'
import { documentRoutes } from '../content/document-routes.ts'
import { contentRoutes } from '../content/content-routes.ts'
import { storyboardRoutes } from '../content/storyboard-routes.ts'
import { openContent } from '../content/open-content.ts'
import { uploadRoutes } from '../content/upload-routes.ts'
import { pictureRoutes } from '../pictures/picture-routes.ts'
import { Pictures } from '../pictures/pictures.ts'
import { openRedraw } from '../pictures/redraw.ts'
import { myRoutes } from '../portal/my-routes.ts'
import { ScheduleWatch } from '../portal/room-schedule.ts'
import { feedRoutes } from '../portal/calendar/feed-routes.ts'
import { calendarRoutes, isOpenNow } from '../portal/room-timing.ts'
import { scheduleDatesRoutes } from '../portal/schedule-dates.ts'
import { tellGoes } from '../portal/reminders/change-mails.ts'
import { ReminderWatch } from '../portal/reminders/reminder-watch.ts'
import { reminderRoutes } from '../portal/reminders/reminder-routes.ts'
import { unwantedMailRoutes } from '../portal/unwanted-mail-routes.ts'
import { roomDetailsRoutes } from '../portal/room-details-routes.ts'
import { networkOf, networkOfRequest, proxiesOf } from './client-address.ts'
import { GuestCookie } from './guest-cookie.ts'
import type { AppContext, AppNeeds } from '../app-context.ts'
import { limitConnections, REQUEST_LIMITS } from './http-limits.ts'
import { endInvites } from '../invites/invite-rows.ts'
import { inviteRoutes } from '../invites/invite-routes.ts'
import { links, viewersToken } from './link-routes.ts'
import { openMail } from '../mail/open-mail.ts'
import { outboxRoutes } from '../mail/outbox-routes.ts'
import { Retention } from '../rooms/retention.ts'
import { RoomRegistry } from '../rooms/registry.ts'
import { faultId } from '../log.ts'
import { isOwnOrigin } from './origin.ts'
import { metrics } from './metrics-route.ts'
import { linkPreviews } from './link-preview.ts'
import { page } from './static-page.ts'
import { reject } from './rejections.ts'
import { DiskFull, StoreDown } from '../store/store.ts'
import { Admission } from '../realtime/admission.ts'
import { UnreadBudget } from '../realtime/unread-budget.ts'
import { WaitingLine } from '../realtime/waiting-line.ts'
import { rehearsals } from '../rehearse/rehearse.ts'
import { whiteboardRoutes } from '../whiteboard/whiteboard-routes.ts'
import { roomSockets } from '../realtime/room-sockets.ts'
import { rooms as roomRoutes } from './room-routes.ts'
import { loadOfProcess, Strain } from '../realtime/strain.ts'
import { routeUpgrades } from '../realtime/upgrades.ts'

const SWEEP_EVERY = 60_000

// Who has gone in mid-request has no address any more.
const networkOfClient = ({ ip }: { ip?: string }) => networkOf(ip ?? 'gone')

/** Builds the app; nothing listens yet, and nothing happens on import. Closing it closes rooms and sockets. */
export async function buildApp(needs: AppNeeds): Promise<FastifyInstance> {
  const { config, clock, log, media, ownership, store } = needs
  // Fastify says of itself only where it listens; main.ts says that in the words of a person.
  const quiet = log.isLevelEnabled('warn') ? log.child({}, { level: 'warn' }) : log
  const loggerInstance: FastifyBaseLogger = quiet
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_MAX,
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    forceCloseConnections: true,
    requestTimeout: REQUEST_LIMITS.requestTimeout,
    keepAliveTimeout: REQUEST_LIMITS.keepAliveTimeout,
    http: REQUEST_LIMITS,
    // An address that cannot be read reaches no route, and no handler of errors.
    frameworkErrors: (_fault, _request, reply) => void reject(reply, 'bad-request'),
  })
  const isProxy = proxiesOf(config.trustedProxies)
  const admission = new Admission(clock)
  const shareOfConnections = limitConnections(app.server, admission, isProxy)
  const strain = new Strain(clock, loadOfProcess(shareOfConnections))
  const rooms = new RoomRegistry({
    store,
    ownership,
    media,
    clock,
    log,
    video: config.video,
    patience: config.patience,
    erase: () => retention.soon(),
    itemOf: async (room, document) =>
      (await documents.itemOf(room, document)) ?? (await whiteboards.itemOf(room, document)),
    isOpenNow: async (room) => await isOpenNow(needs.database, room, clock.now()),
    goes: async (room) => await tellGoes(context, room),
    rehearse: rehearsals({
      log,
      server: () => besideUrl(app.server.address()),
      link: async (room) => await viewersToken(needs, room),
    }),
  })
  const load = new MediaLoadWatch({
    media,
    clock,
    log,
    limits: { viewers: config.maxViewers, cores: config.media.kind === 'own' ? availableParallelism() : null },
  })
  const secure = config.url.protocol === 'https:'
  const cookie = new GuestCookie(needs.secrets.serverKey, secure)
  const {
    database,
    secrets: { serverKey },
  } = needs
  const accounts = openAccounts({ clock, database, key: serverKey, url: config.url, secure })
  const mail = openMail(needs)
  const pictures = new Pictures(database, needs.files, openRedraw())
  const { documents, renditions, uploads, whiteboards } = await openContent(needs, rooms)
  const context: AppContext = {
    ...needs,
    accounts,
    visitors: new Visitors({ clock, accounts, cookie, database, serverKey }),
    mail,
    pictures,
    documents,
    renditions,
    uploads,
    whiteboards,
    accountMails: new AccountMails({ ...needs, mail }),
    admission,
    unread: new UnreadBudget(clock),
    seats: load.seats,
    mediaFigures: () => load.figures,
    isProxy,
    cookie,
    rooms,
    line: new WaitingLine({
      clock,
      chance: Math.random,
      most: config.maxPeople,
      isStrained: () => strain.isHigh,
      areMediaFull: () => load.intake === 'full',
      inside: () => rooms.people,
    }),
  }

  const retention = new Retention({
    store,
    clock,
    log,
    keepDays: config.keepDays,
    isOpen: (room) => rooms.isOpen(room),
    end: async (now) => await endInvites(database, now),
    forgetAgain: async (room, person) => await (await rooms.inMemory(room))?.forgetAgain(person),
    reread: async (room) => await (await rooms.inMemory(room))?.reread(),
    isQuiet: () => rooms.isQuiet,
  })

  app.setErrorHandler(async (fault: Error & { statusCode?: number }, request, reply) => {
    const status = fault.statusCode ?? 500
    if (status === 429) return await reject(reply, 'too-fast')
    if (status === 413) return await reject(reply, tooLong(request)).code(status)
    if (fault instanceof DiskFull) return await reject(reply, 'disk-full')
    if (fault instanceof StoreDown) {
      request.log.error({ fault }, 'the store is away')
      return await reject(reply, 'store-down')
    }
    if (status < 500) return await reply.code(status).send({ refusal: 'bad-request' } satisfies Refused)
    request.log.error({ fault }, 'a request failed')
    return await reply.code(status).send({ refusal: 'server-fault', fault: faultId(fault) } satisfies Refused)
  })
  await app.register(helmet, security(config))
  await app.register(cookies)
  await app.register(rateLimit, { global: false, keyGenerator: networkOfClient })
  app.addHook('onRequest', async (request, reply) => {
    const counted = request.routeOptions.url === REPORTS ? 'engineReport' : 'request'
    // Whoever has to dial again asks less often than whoever goes on asking.
    if (!admission.takes(counted, networkOfClient(request)))
      return await reject(reply.header('connection', 'close'), 'too-fast')
    const { origin } = request.headers
    if (request.method !== 'GET' && origin !== undefined && !isOwnOrigin(origin, request.headers.host, config))
      return await reject(reply, 'not-allowed')
    return undefined
  })
  app.get('/api/health', async () => ({ ok: true, media: media.isUp }))
  accountRoutes(app, context)
  oidcRoutes(app, context)
  wayRoutes(app, context)
  passkeyRoutes(app, context)
  accountMailRoutes(app, context)
  adminRoutes(app, context)
  memberRoutes(app, context)
  outboxRoutes(app, context)
  roomRoutes(app, context)
  links(app, context)
  inviteRoutes(app, context)
  roomDetailsRoutes(app, context)
  calendarRoutes(app, context)
  scheduleDatesRoutes(app, context)
  feedRoutes(app, context)
  myRoutes(app, context)
  pictureRoutes(app, context)
  uploadRoutes(app, context)
  documentRoutes(app, context)
  contentRoutes(app, context)
  storyboardRoutes(app, context)
  whiteboardRoutes(app, context)
  await reminderRoutes(app, context)
  await unwantedMailRoutes(app, context)
  await page(app, needs.dist, linkPreviews(context))
  const sockets = roomSockets(context)
  const signalling = signallingProxy(app, context)
  routeUpgrades(
    app,
    [sockets, signalling],
    (request) => admission.takes('upgrade', networkOfRequest(request, isProxy)) && admission.takes('anyUpgrade', ''),
  )
  metrics(app, { sockets: () => sockets.measure(), load, files: needs.files, token: config.metricsToken })

  const schedules = new ScheduleWatch(needs.database, log, async (room, end) => {
    const live = await rooms.inMemory(room)
    await live?.put(live.session.id, { type: 'timeOver', end })
  })
  const reminders = new ReminderWatch(context)
  let callOff = clock.after(SWEEP_EVERY, sweep)
  function sweep() {
    rooms.sweep().catch((fault: unknown) => log.error({ fault }, 'empty rooms could not be forgotten'))
    retention.look()
    schedules.look(clock.now())
    pictures.sweep().catch((fault: unknown) => log.warn({ fault }, 'pictures of nobody could not be deleted'))
    lookAfterContent()
    reminders.look()
    dropExpiredSecrets(database, clock.now()).catch((fault: unknown) =>
      log.warn({ fault }, 'links that are too old could not be forgotten'),
    )
    callOff = clock.after(SWEEP_EVERY, sweep)
  }
  function lookAfterContent() {
    Promise.all([uploads.sweep(), renditions.resume()]).catch((fault: unknown) =>
      log.warn({ fault }, 'files of rooms could not be looked after'),
    )
  }
  app.addHook('preClose', async () => {
    callOff()
    load.close()
    strain.close()
    sockets.close()
    signalling.close()
    await retention.close()
    await reminders.rested()
    await rooms.close()
    await context.mail.close()
    await uploads.close()
    await renditions.close()
    await whiteboards.close()
  })
  await media.start(rooms.reports)
  // Nobody waits for the store yet. [KEEP-9]
  await store.scrub(true).catch((fault: unknown) => log.warn({ fault }, 'the file of the store could not be made anew'))
  await rooms.resume(needs.lastAlive)
  lookAfterContent()
  retention.start()
  context.mail.start()
  return app
}

/** All that is sent to these routes is pictures, what a room is set to, and names. */
function tooLong({ routeOptions: { bodyLimit } }: FastifyRequest): Refusal {
  if (bodyLimit === PICTURE_BYTES_MAX) return 'picture-large'
  return bodyLimit > BODY_MAX ? 'description-long' : 'name-long'
}

/** Where a process beside this one reaches it: what listens on all addresses is reached by the loopback of its own kind. */
function besideUrl(listens: ReturnType<FastifyInstance['server']['address']>): string {
  const { address, port } =
    listens === null || typeof listens === 'string' ? { address: '127.0.0.1', port: 0 } : listens
  const reachable = { '0.0.0.0': '127.0.0.1', '::': '::1' }[address] ?? address
  return `http://${inUrl(reachable)}:${port}`
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
