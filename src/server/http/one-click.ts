import type { FastifyInstance } from 'fastify'

/**
 * Has these routes read what a mail program sends that ends mails by one press (RFC 8058): one pair, which says nothing that the address does
 * not, as either kind of form. Most programs send the second.
 */
export function readOneClick(within: FastifyInstance): void {
  within.addContentTypeParser(
    ['application/x-www-form-urlencoded', 'multipart/form-data'],
    { parseAs: 'string' },
    (_request, body, done) => done(null, body),
  )
}
