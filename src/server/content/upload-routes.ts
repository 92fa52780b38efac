import { MemoryLocker, Server } from '@tus/server'
import * as v from 'valibot'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '../../protocol/http.ts'
import type { Document } from '../../protocol/portal/content.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import { Id } from '../../protocol/types.ts'
import type { AppContext } from '../app-context.ts'
import { reject } from '../http/rejections.ts'
import { requestStream } from '../http/request-stream.ts'
import { newId } from '../secrets.ts'
import { ContentAccess, type Bringer } from './content-access.ts'
import { shown } from './documents.ts'
import { UploadRefused } from './upload-refused.ts'

// A file of 500 MB in parts of 5 MB is a hundred requests.
const PARTS_PER_MINUTE = 1_200
const limited = { config: { rateLimit: { max: PARTS_PER_MINUTE, timeWindow: 60_000 } } }
const PATH = '/api/rooms/:room/uploads'
// Other pages may read nothing here; what a page of ours asked for is seen anyhow.
const NOT_OURS = /^access-control-/
const Answered = v.pipe(v.string(), v.parseJson(), Refused)

/**
 * The routes by which a file comes to a room, in parts, by the protocol tus 1.0.0. The answer to the last part is the file as it is listed,
 * under the id of its upload. [CONTENT-2]
 */
export function uploadRoutes(app: FastifyInstance, context: AppContext): void {
  const { config, documents, uploads } = context
  const access = new ContentAccess(context)
  const bringers = new WeakMap<FastifyRequest, Bringer>()
  const askers = new WeakMap<object, { asked: FastifyRequest; bringer: Bringer }>()
  const tus = new Server({
    path: '/uploads',
    datastore: uploads,
    locker: new MemoryLocker(),
    maxSize: Math.max(config.content.document, config.content.film),
    allowedOrigins: () => false,
    namingFunction: newId,
    getFileIdFromRequest: (_request, last) => last,
    generateUrl: ({ url }, { id }) => `${new URL(url).pathname}/${id}`,
    async onUploadCreate(request, { id, size, metadata }) {
      const asker = askers.get(request)
      if (!asker || size === undefined) throw new UploadRefused('bad-request')
      const { room, person } = asker.bringer
      const refusal = await uploads.begin({ id, room, owner: person, name: metadata?.['filename'] ?? '', bytes: size })
      if (refusal) throw new UploadRefused(refusal)
      return {}
    },
    async onUploadFinish(request, { id }) {
      const document = await finished(id, askers.get(request))
      return {
        status_code: request.method === 'PATCH' ? 200 : 201,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(document),
      }
    },
  })

  /** What has become of an upload. Whoever looks after uploads may have finished it first. */
  const finished = async (id: string, asker: { asked: FastifyRequest } | undefined): Promise<Document> => {
    // A large file takes long to come: who brings it may have been removed by now.
    const bringer = asker && (await access.bringerOf(asker.asked))
    if (!bringer || 'refusal' in bringer) {
      await uploads.remove(id)
      throw new UploadRefused(bringer?.refusal ?? 'file-gone')
    }
    const taken = await uploads.finish(id)
    if ('document' in taken) return taken.document
    const before = taken.refusal === 'file-gone' ? await documents.find(bringer.room, id) : null
    if (!before) throw new UploadRefused(taken.refusal)
    return shown(before, before.owner)
  }

  /** Who asks is looked at before anything of a file is read. */
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    const bringer = await access.bringerOf(request)
    const refusal = 'refusal' in bringer ? bringer.refusal : await faultOf(request, bringer)
    if (refusal) return await reject(reply.header('connection', 'close'), refusal)
    if (!('refusal' in bringer)) bringers.set(request, bringer)
    return undefined
  }

  /** Nobody has to do with the uploads of others. */
  const faultOf = async ({ params }: FastifyRequest, { room, person }: Bringer): Promise<Refusal | null> => {
    const named = v.safeParse(v.object({ id: v.optional(Id) }), params)
    if (!named.success) return 'file-gone'
    const { id } = named.output
    if (id === undefined) return null
    const found = (await uploads.find(id)) ?? (await documents.find(room, id))
    return found?.room === room && found.owner === person ? null : 'file-gone'
  }

  const handOn = async (request: FastifyRequest, reply: FastifyReply) => {
    const bringer = bringers.get(request)
    if (!bringer) return reject(reply, 'server-fault')
    const { stream, drop } = requestStream(request.raw)
    const asked = asWebRequest(request, stream)
    askers.set(asked, { asked: request, bringer })
    const answer = await tus.handleWeb(asked).finally(drop)
    const body = await answer.text()
    if (answer.status >= 400) {
      const said = v.safeParse(Answered, body)
      return reject(reply, said.success ? said.output.refusal : refusalOf(answer.status)).code(answer.status)
    }
    for (const [name, value] of answer.headers) if (!NOT_OURS.test(name)) reply.header(name, value)
    return reply
      .header('cache-control', 'no-store')
      .code(answer.status)
      .send(body || undefined)
  }

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    // It is read by tus, as it comes.
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    scope.addHook('onRequest', onRequest)
    scope.post(PATH, limited, handOn)
    scope.patch(`${PATH}/:id`, limited, handOn)
    scope.delete(`${PATH}/:id`, limited, handOn)
    scope.head(`${PATH}/:id`, limited, async (request, reply) => {
      const { room, id } = v.parse(v.object({ room: Id, id: Id }), request.params)
      const document = await documents.find(room, id)
      if (!document) return await handOn(request, reply)
      // Whoever missed the last answer is told that all of it is there.
      const { bytes } = document
      const headers = { 'tus-resumable': '1.0.0', 'upload-offset': bytes, 'upload-length': bytes }
      return reply.headers({ ...headers, 'cache-control': 'no-store' }).send()
    })
  })
}

/** A request as tus's server reads it; with its own method, whatever its headers say of another. */
function asWebRequest({ method, url, headers }: FastifyRequest, stream: ReadableStream<Uint8Array>): Request {
  const { 'x-http-method-override': _override, ...own } = headers
  const given = Object.entries(own).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  const hasBody = method !== 'HEAD' && method !== 'DELETE'
  const init = { method, headers: given, body: hasBody ? stream : null, duplex: 'half' as const }
  return new Request(new URL(url, 'http://rostrum'), init)
}

function refusalOf(status: number): Refusal {
  if (status === 413) return 'file-large'
  if (status === 404 || status === 410) return 'file-gone'
  // Of tus: an upload of a kind that is not taken, as one without a length.
  if (status === 501) return 'bad-request'
  return status >= 500 ? 'server-fault' : 'bad-request'
}
