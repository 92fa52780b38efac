import type { FastifyReply } from 'fastify'
import type { Refused } from '../../protocol/http.ts'
import type { Refusal } from '../../protocol/refusals.ts'

const STATUS: Partial<Record<Refusal, number>> = {
  'sign-in-first': 401,
  'sign-in-again': 401,
  'admins-only': 403,
  'not-yours': 403,
  'wrong-password': 403,
  'account-disabled': 403,
  'account-unknown': 404,
  'account-exists': 409,
  'last-admin': 409,
  'set-up-already': 410,
  'already-claimed': 409,
  'sign-in-expired': 410,
  'provider-away': 503,
  'identity-taken': 409,
  'link-first': 409,
  'last-way': 409,
  'passkey-unknown': 403,
  'mail-link-void': 410,
  'mail-link-other': 403,
  'no-entry': 403,
  'not-allowed': 403,
  'link-unknown': 404,
  'link-revoked': 410,
  'link-expired': 410,
  'link-used': 410,
  'email-asked': 403,
  'email-other': 403,
  'invite-unknown': 404,
  'list-long': 413,
  'invites-full': 409,
  'mails-later': 429,
  'times-later': 429,
  'invite-under-way': 409,
  'invite-often': 429,
  'invite-link-gone': 410,
  'mail-unwanted': 409,
  'room-unknown': 404,
  'room-deleted': 410,
  'mail-unknown': 404,
  'mail-gone': 410,
  'changed-meanwhile': 409,
  'template-unknown': 404,
  'picture-unknown': 415,
  'picture-large': 413,
  'picture-gone': 404,
  'file-unknown': 415,
  'file-large': 413,
  'file-gone': 404,
  'page-later': 425,
  'captions-unknown': 415,
  'storyboards-many': 409,
  'storyboard-gone': 404,
  'uploads-many': 409,
  'content-full': 409,
  'too-fast': 429,
  'room-moved': 503,
  'disk-full': 507,
  'store-down': 503,
  'server-fault': 500,
}

/** The status that goes with a no. */
export function statusOf(refusal: Refusal): number {
  return STATUS[refusal] ?? 400
}

/** Answers a request with a no: why, and whom to ask where that is known. [ENTER-4] */
export function reject(reply: FastifyReply, refusal: Refusal, host?: string): FastifyReply {
  const body: Refused = host === undefined ? { refusal } : { refusal, host }
  // Browsers keep a 410 for ever, and what is refused to a stranger is not refused to who has signed in.
  return reply.code(statusOf(refusal)).header('cache-control', 'no-store').send(body)
}
