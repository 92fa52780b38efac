import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { LANGUAGES, pickLanguage, type Language } from '../../protocol/language.ts'
import { leadsIntoRoom } from '../../protocol/portal/addresses.ts'
import { reject } from './rejections.ts'

/** A page that has not been built; the message says what to do. */
export class PageFault extends Error {}

/** The page with its head for one language, and compressed by the names of HTTP. */
type Page = Record<'identity' | 'br' | 'gzip', Buffer>

/**
 * What is shown of an address where somebody hands it on: plain text, and the whole address of a picture [PREVIEW-1]; and the look of the room that it
 * leads into, empty where it has none [ROOM-11].
 */
export type Preview = {
  title: string
  description: string
  image: string | null
  look: { accent: string; logo: string }
}

/** The preview of an address of the page, by its path; null for one that leads to nothing of its own. */
export type PreviewOf = (path: string) => Promise<Preview | null>

type Build = { html: string; assets: string }

/** What is built into one folder: the page of a room, and the pages around the rooms. */
const ROOM: Build = { html: 'index.html', assets: 'assets' }
const PORTAL: Build = { html: 'portal.html', assets: 'assets/portal' }

/** Serves the built pages: hashed assets for ever, the page itself fresh, and by its address the one of a room or the one around the rooms. */
export async function page(app: FastifyInstance, dist: string, previewOf: PreviewOf = async () => null): Promise<void> {
  if (![ROOM, PORTAL].every(({ html }) => existsSync(join(dist, html))))
    throw new PageFault('The page is not built yet. Run: npm run build')
  const [roomIn, portalIn] = [pagesOf(dist, ROOM), pagesOf(dist, PORTAL)]
  app.addHook('onSend', async (_request, reply) => {
    reply.header('Permissions-Policy', 'camera=(self), microphone=(self), display-capture=(self)')
  })
  app.get('/', async (request, reply) => sendPage(portalIn, request, reply))
  await app.register(fastifyStatic, {
    root: dist,
    wildcard: false,
    index: false,
    dotfiles: 'ignore',
    preCompressed: true,
    setHeaders(reply, path) {
      const lasts = path.includes('/assets/')
      reply.header('Cache-Control', lasts ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler(async (request, reply) => {
    const isAsked = request.method === 'GET' || request.method === 'HEAD'
    const isPage = isAsked && !/^\/(api|rtc|twirp|whip|agent|assets)(\/|$|\?)/.test(request.url)
    if (!isPage) return await reject(reply, 'bad-request').code(404)
    const [path = ''] = request.url.split(/[?#]/, 1)
    const pageIn = leadsIntoRoom(path) ? roomIn : portalIn
    // A store that is away takes nothing but the preview with it.
    const preview = await previewOf(path).catch(() => null)
    return sendPage(preview ? (language) => withPreview(pageIn(language), preview) : pageIn, request, reply)
  })
}

function sendPage(
  pageIn: (language: Language) => Page,
  { headers }: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const tags = (headers['accept-language'] ?? '').split(',').map((tag) => tag.split(';')[0]?.trim() ?? '')
  const encodings = headers['accept-encoding'] ?? ''
  const encoding = (['br', 'gzip'] as const).find((each) => new RegExp(`\\b${each}\\b`).test(encodings)) ?? 'identity'
  if (encoding !== 'identity') reply.header('Content-Encoding', encoding)
  return reply
    .code(200)
    .type('text/html; charset=utf-8')
    .headers({ 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding, Accept-Language' })
    .send(pageIn(pickLanguage(tags))[encoding])
}

/**
 * The page for who asks for each language: it names the messages at once, so that they do not wait for a script to ask. The font is
 * not named: on a slow line it takes a second from what is needed before anything can be read (`npm run bench:first-load`).
 */
function pagesOf(dist: string, { html: name, assets: folder }: Build): (language: Language) => Page {
  const html = readFileSync(join(dist, name), 'utf8')
  const assets = readdirSync(join(dist, folder))
  const pageIn = (language: Language): Page => {
    const identity = Buffer.from(html.replace('</title>', `</title>${headOf(language, folder, assets)}`))
    return { identity, br: brotliCompressSync(identity), gzip: gzipSync(identity) }
  }
  const pages = new Map(LANGUAGES.map((language) => [language, pageIn(language)]))
  const english = pageIn('en')
  return (language) => pages.get(language) ?? english
}

// What stands in the built page, and is put in the place of it.
const DESCRIPTION = /<meta name="description" content="[^"]*" ?\/?>/

/** The page with a title and a description that whoever shows the address can read without running it. */
function withPreview(built: Page, { title, description, image, look }: Preview): Page {
  const [name, text] = [escaped(title), escaped(description)]
  const metas = [
    `<meta name="description" content="${text}">`,
    '<meta name="robots" content="noindex">',
    '<meta property="og:site_name" content="Rostrum">',
    '<meta property="og:type" content="website">',
    `<meta property="og:title" content="${name}">`,
    `<meta property="og:description" content="${text}">`,
    ...(image === null ? [] : [`<meta property="og:image" content="${escaped(image)}">`]),
    ...Object.entries(look).flatMap(([what, is]) =>
      is === '' ? [] : [`<meta name="room-${what}" content="${escaped(is)}">`],
    ),
  ]
  const html = built.identity
    .toString()
    .replace(DESCRIPTION, '')
    .replace('<title>Rostrum</title>', () => `${metas.join('')}<title>${name}</title>`)
  const identity = Buffer.from(html)
  // Made for one visitor: as small as it gets at once.
  const gzip = gzipSync(identity, { level: 4 })
  return { identity, gzip, br: brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }) }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)

function headOf(language: Language, folder: string, assets: readonly string[]): string {
  const messages = assets.find((each) => each.startsWith(`messages-${language}-first-`) && each.endsWith('.js'))
  return messages ? `<link rel="modulepreload" crossorigin href="/${folder}/${messages}">` : ''
}
