import * as v from 'valibot'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { picturePath } from '../../protocol/http.ts'
import { PICTURE_BYTES_MAX, RoomPlace, type PictureKept } from '../../protocol/rooms.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import { Id } from '../../protocol/types.ts'
import type { AppContext } from '../app-context.ts'
import { reject } from '../http/rejections.ts'
import { askedIn, RoomAccess } from '../portal/room-access.ts'
import { showPictureInRooms } from './in-rooms.ts'
import type { PictureOwner } from './pictures.ts'

const CHANGES_PER_MINUTE = 30
const READS_PER_MINUTE = 3_000
const limited = (max: number) => ({ rateLimit: { max, timeWindow: 60_000 } })
const AS_IT_WAS = 'public, max-age=31536000, immutable'

/** Whose picture a request is about, or why it may not be changed. */
type WhoseOf = (request: FastifyRequest) => Promise<PictureOwner | { refusal: Refusal; host?: string }>

/** The routes by which pictures of rooms and accounts are kept, shown and taken away. [PICTURE-1] */
export function pictureRoutes(app: FastifyInstance, context: AppContext): void {
  const { accounts, clock, pictures } = context
  const access = new RoomAccess(context)

  const ofRoom: WhoseOf = async (request) => {
    const found = await access.roomFor(askedIn(request), 'editRoom')
    if ('refusal' in found) return found
    const params = v.safeParse(v.object({ place: RoomPlace }), request.params)
    return params.success ? { room: found.live.room.id, ...params.output } : { refusal: 'bad-request' }
  }

  const ofAccount: WhoseOf = async ({ headers }) => {
    const account = await accounts.who(headers.cookie)
    return account ? { account: account.id } : { refusal: 'sign-in-first' }
  }

  app.get('/api/pictures/:id', { config: limited(READS_PER_MINUTE) }, async (request, reply) => {
    const params = v.safeParse(v.object({ id: Id }), request.params)
    const file = params.success ? await pictures.file(params.output.id) : null
    if (!file) return reject(reply, 'picture-gone')
    reply.headers({
      'content-length': file.size,
      'cache-control': AS_IT_WAS,
      'content-security-policy': "default-src 'none'",
      // Mails and programs that show a link are read at other places.
      'cross-origin-resource-policy': 'cross-origin',
    })
    return reply.type('image/webp').send(file.content)
  })

  const takingAway = (path: string, whoseOf: WhoseOf) =>
    app.post(`${path}/remove`, { config: limited(CHANGES_PER_MINUTE) }, async (request, reply) => {
      const owner = await whoseOf(request)
      if ('refusal' in owner) return reject(reply, owner.refusal, owner.host)
      await pictures.remove(owner)
      if ('account' in owner) await showPictureInRooms(context, owner.account, null)
      return reply.code(204).send()
    })

  /** The file is the body. Whose it is, and how long it says it is, is looked at before any of it is read. */
  const keeping = (scope: FastifyInstance, path: string, whoseOf: WhoseOf) => {
    const owners = new WeakMap<FastifyRequest, PictureOwner>()
    scope.post(
      path,
      {
        config: limited(CHANGES_PER_MINUTE),
        bodyLimit: PICTURE_BYTES_MAX,
        async preParsing(request, reply) {
          const owner = await whoseOf(request)
          // What still comes of the file is not read.
          if ('refusal' in owner) await reject(reply.header('connection', 'close'), owner.refusal, owner.host)
          else owners.set(request, owner)
        },
      },
      async (request, reply) => {
        const owner = owners.get(request)
        if (!owner || !(request.body instanceof Uint8Array)) return reject(reply, 'picture-unknown')
        const kept = await pictures.put(owner, request.body, clock.now())
        if ('refusal' in kept) return reject(reply, kept.refusal)
        if ('account' in owner) await showPictureInRooms(context, owner.account, kept.id)
        return reply.send({ path: picturePath(kept.id) } satisfies PictureKept)
      },
    )
  }

  takingAway('/api/rooms/:room/pictures/:place', ofRoom)
  takingAway('/api/account/picture', ofAccount)
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    // What it is called says nothing.
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    keeping(scope, '/api/rooms/:room/pictures/:place', ofRoom)
    keeping(scope, '/api/account/picture', ofAccount)
  })
}
