import * as v from 'valibot'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { PAGE_WIDTHS, type ContentAbout } from '../../protocol/portal/content.ts'
import { PAGES_MAX } from '../../protocol/presenting/content.ts'
import { Id } from '../../protocol/types.ts'
import type { AppContext } from '../app-context.ts'
import type { ByteRange } from '../files/files.ts'
import { reject } from '../http/rejections.ts'
import { ContentReaders, type Reading } from './content-readers.ts'

// A hall behind one address turns the page together.
const READS_PER_MINUTE = 60_000
const limited = { config: { rateLimit: { max: READS_PER_MINUTE, timeWindow: 60_000 } } }
// What is made of a file is never made otherwise.
const AS_IT_IS = 'private, max-age=31536000, immutable'
const PATH = '/api/rooms/:room/content/:document'

const whole = (max: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number), v.minValue(1), v.maxValue(max))
const PageAsked = v.object({ page: whole(PAGES_MAX) })
const WidthAsked = v.object({
  ...PageAsked.entries,
  width: v.pipe(whole(PAGE_WIDTHS[3]), v.picklist(PAGE_WIDTHS)),
})

/** The routes by which what is presented is fetched: pages, their text, films. [PAGES-3] [PAGES-4] */
export function contentRoutes(app: FastifyInstance, context: AppContext): void {
  const { renditions } = context
  const readers = new ContentReaders(context)

  /** Who reads what a request is about; else it is answered. */
  const reading = async (request: FastifyRequest, reply: FastifyReply): Promise<Reading | undefined> => {
    const params = v.safeParse(v.object({ room: Id, document: Id }), request.params)
    const found = params.success ? await readers.of(params.output, request.headers.cookie) : 'file-gone'
    if (typeof found !== 'string') return found
    return void (await reject(reply, found))
  }

  app.get(`${PATH}/about`, limited, async (request, reply) => {
    const found = await reading(request, reply)
    if (!found) return reply
    const made = await renditions.made(found.file)
    if (!made) return reject(reply, 'page-later')
    const isPaged = made.kind === 'pages'
    return {
      pages: isPaged ? made.pages.map(({ width, height }) => ({ width, height })) : [],
      title: isPaged ? made.title : null,
      chapters: isPaged ? made.chapters : [],
      notes: isPaged && found.hasNotes ? made.notes : [],
      hasPoster: made.kind === 'film' && made.hasPoster,
      hasCaptions: !isPaged && (await renditions.captions(found.file)) !== null,
    } satisfies ContentAbout
  })

  app.get(`${PATH}/pages/:page/:width`, limited, async (request, reply) => {
    const params = v.safeParse(WidthAsked, request.params)
    if (!params.success) return reject(reply, 'bad-request')
    const found = await reading(request, reply)
    if (!found) return reply
    const { page, width } = params.output
    if (page > found.upTo) return reject(reply, 'file-gone')
    const made = await renditions.page(found.file, page, width, found.room)
    if (!made) return reject(reply, (await whyNoPage(found, page)) ?? 'file-gone')
    reply.headers({ ...SAFE, 'cache-control': made.isFinal ? AS_IT_IS : 'private, no-store' })
    return reply.type('image/webp').send(made.bytes)
  })

  app.get(`${PATH}/pages/:page/text`, limited, async (request, reply) => {
    const params = v.safeParse(PageAsked, request.params)
    if (!params.success) return reject(reply, 'bad-request')
    const found = await reading(request, reply)
    if (!found) return reply
    const { page } = params.output
    if (page > found.upTo) return reject(reply, 'file-gone')
    const text = await renditions.text(found.file, page)
    if (text)
      return reply
        .headers({ ...SAFE, 'cache-control': AS_IT_IS })
        .type('application/json')
        .send(text)
    const why = await whyNoPage(found, page)
    return why === null ? { lines: [], links: [] } : reject(reply, why)
  })

  app.get(`${PATH}/film`, limited, async (request, reply) => {
    const found = await reading(request, reply)
    if (!found) return reply
    const made = await renditions.made(found.file)
    if (!made || made.kind === 'pages') return reject(reply, 'file-gone')
    const range = rangeOf(request.headers.range)
    const file = await renditions.media(found.file, range ?? undefined)
    if (!file) return reject(reply, 'file-gone')
    reply.headers({ ...SAFE, 'cache-control': AS_IT_IS, 'accept-ranges': 'bytes' }).type(made.type)
    if (!range) return reply.header('content-length', file.size).send(file.content)
    const end = Math.min(range.end, file.size - 1)
    if (range.start > end) {
      file.content.destroy()
      return reply.code(416).header('content-range', `bytes */${file.size}`).send()
    }
    reply.headers({
      'content-range': `bytes ${range.start}-${end}/${file.size}`,
      'content-length': end - range.start + 1,
    })
    return reply.code(206).send(file.content)
  })

  app.get(`${PATH}/captions`, limited, async (request, reply) => {
    const found = await reading(request, reply)
    if (!found) return reply
    const captions = await renditions.captions(found.file)
    if (!captions) return reject(reply, 'file-gone')
    // They may be brought anew.
    return reply
      .headers({ ...SAFE, 'cache-control': 'private, no-store' })
      .type('text/vtt')
      .send(captions)
  })

  app.get(`${PATH}/poster`, limited, async (request, reply) => {
    const found = await reading(request, reply)
    if (!found) return reply
    const poster = await renditions.poster(found.file)
    if (!poster) return reject(reply, 'file-gone')
    return reply
      .headers({ ...SAFE, 'cache-control': AS_IT_IS })
      .type('image/webp')
      .send(poster)
  })

  /** Why a page is not there: it is being made, or there is none; null where it is, though it has no text. */
  async function whyNoPage({ file }: Reading, page: number): Promise<'page-later' | 'file-gone' | null> {
    const state = await renditions.stateOf(file)
    if (!state || state.state === 'failed') return 'file-gone'
    if (page <= state.ready) return null
    return state.state === 'ready' || (state.pages !== null && page > state.pages) ? 'file-gone' : 'page-later'
  }
}

const SAFE = { 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox" }

/** One range of bytes from the beginning of it on (RFC 9110, 14.1.2); null for any other, which is answered with all. */
function rangeOf(header: string | undefined): ByteRange | null {
  const [, start, end] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (start === undefined) return null
  const range = { start: Number(start), end: end ? Number(end) : Number.MAX_SAFE_INTEGER }
  return range.end < range.start ? null : range
}
