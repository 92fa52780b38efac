import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { reject } from './rejections.ts'

/** A page that has not been built; the message says what to do. */
export class PageFault extends Error {}

/** Serves the built page: hashed assets for ever, the page itself fresh, and the same page at every address of it. */
export async function page(app: FastifyInstance, dist: string): Promise<void> {
  if (!existsSync(join(dist, 'index.html'))) throw new PageFault('The page is not built yet. Run: npm run build')
  app.addHook('onSend', async (_request, reply) => {
    reply.header('Permissions-Policy', 'camera=(self), microphone=(self), display-capture=(self)')
  })
  await app.register(fastifyStatic, {
    root: dist,
    wildcard: false,
    dotfiles: 'ignore',
    preCompressed: true,
    setHeaders(reply, path) {
      const lasts = path.includes('/assets/')
      reply.header('Cache-Control', lasts ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler(async (request, reply) => {
    const isPage = request.method === 'GET' && !/^\/(api|rtc|twirp|whip|agent|assets)(\/|$|\?)/.test(request.url)
    return isPage ? await reply.sendFile('index.html') : await reject(reply, 'bad-request').code(404)
  })
}
