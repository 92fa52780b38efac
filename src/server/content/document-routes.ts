import * as v from 'valibot'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readCaptions } from '../../rules/content/captions.ts'
import { DocumentName, DocumentsAsked, NewCaptions } from '../../protocol/portal/content.ts'
import { isSeen } from '../../protocol/names.ts'
import { Id } from '../../protocol/types.ts'
import type { AppContext } from '../app-context.ts'
import { reject } from '../http/rejections.ts'
import { ContentAccess } from './content-access.ts'
import { listDocuments } from './list-documents.ts'

const LOOKS_PER_MINUTE = 600
const CHANGES_PER_MINUTE = 120
// Of a million letters, each of up to three bytes.
const CAPTIONS_BYTES_MAX = 3_500_000
const limited = (max: number) => ({ config: { rateLimit: { max, timeWindow: 60_000 } } })

/** The routes by which the files of a room are listed, called otherwise, fetched and deleted. [CONTENT-9] [CONTENT-10] */
export function documentRoutes(app: FastifyInstance, context: AppContext): void {
  const { config, database, documents, renditions, rooms } = context
  const captioning = { ...limited(CHANGES_PER_MINUTE), bodyLimit: CAPTIONS_BYTES_MAX }
  const access = new ContentAccess(context)

  /** The file that a request names, for who may do as they like with it: whose it is, and who runs the room. */
  const named = async (request: FastifyRequest, reply: FastifyReply) => {
    const bringer = await access.bringerOf(request)
    if ('refusal' in bringer) return void (await reject(reply, bringer.refusal, bringer.host))
    const params = v.safeParse(v.object({ id: Id }), request.params)
    const document = params.success ? await documents.find(bringer.room, params.output.id) : null
    if (!document || (document.owner !== bringer.person && !bringer.runs))
      return void (await reject(reply, 'file-gone'))
    return { document, bringer }
  }

  app.get('/api/rooms/:room/documents', limited(LOOKS_PER_MINUTE), async (request, reply) => {
    const bringer = await access.bringerOf(request)
    if ('refusal' in bringer) return reject(reply, bringer.refusal, bringer.host)
    const asked = v.safeParse(DocumentsAsked, request.query)
    if (!asked.success) return reject(reply, 'bad-request')
    if (asked.output.whose === 'room' && !bringer.runs) return reject(reply, 'not-allowed')
    return await listDocuments(database, bringer, asked.output, config.content.room)
  })

  app.post('/api/rooms/:room/documents/:id', limited(CHANGES_PER_MINUTE), async (request, reply) => {
    const found = await named(request, reply)
    if (!found) return reply
    const asked = v.safeParse(DocumentName, request.body)
    if (!asked.success) return reject(reply, 'bad-request')
    if (!isSeen(asked.output.name)) return reject(reply, 'name-empty')
    return (
      (await documents.rename(found.document, asked.output.name, found.bringer.person)) ?? reject(reply, 'file-gone')
    )
  })

  app.post('/api/rooms/:room/documents/:id/captions', captioning, async (request, reply) => {
    const found = await named(request, reply)
    if (!found) return reply
    const asked = v.safeParse(NewCaptions, request.body)
    const captions = asked.success ? readCaptions(asked.output.text) : null
    if (captions === null) return reject(reply, 'captions-unknown')
    const { file, kind, room } = found.document
    if (kind !== 'film' && kind !== 'sound') return reject(reply, 'bad-request')
    const stored = await renditions.setCaptions(file, captions)
    if (stored !== 'stored') return reject(reply, stored)
    const live = await rooms.inMemory(room)
    live?.contentChanged()
    return reply.code(204).send()
  })

  app.post('/api/rooms/:room/documents/:id/delete', limited(CHANGES_PER_MINUTE), async (request, reply) => {
    const found = await named(request, reply)
    if (!found) return reply
    await documents.remove(found.document)
    return reply.code(204).send()
  })

  app.get('/api/rooms/:room/documents/:id/original', limited(LOOKS_PER_MINUTE), async (request, reply) => {
    const found = await named(request, reply)
    if (!found) return reply
    const file = await documents.original(found.document)
    if (!file) return reject(reply, 'file-gone')
    reply.headers({
      'content-length': file.size,
      'content-disposition': attachment(found.document.name),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    // Whatever is in it, no browser shows it here. [CONTENT-11]
    return reply.type('application/octet-stream').send(file.content)
  })
}

/** RFC 6266, 4: kept under its name, which RFC 8187 writes in plain characters. */
function attachment(name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename*=UTF-8''${encoded}`
}
