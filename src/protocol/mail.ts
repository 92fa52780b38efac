import * as v from 'valibot'

/** What a mail is about. */
export const MailKind = v.picklist([
  'verify-email',
  'reset-password',
  'change-email',
  'email-changed',
  'invitation',
  'reminder',
  'cancelled',
  'moved',
])
export type MailKind = v.InferOutput<typeof MailKind>

/**
 * Where a mail is. `kept`: in the outbox, for nothing leaves; `bounced`: the mail server refused it for good; `given-up`: it could not be
 * sent in its time; `unknown`: the server may have taken it, and did not say so. [MAIL-5] [MAIL-7] [MAIL-8] [MAIL-9]
 */
export const MailState = v.picklist(['waiting', 'sending', 'sent', 'kept', 'bounced', 'given-up', 'unknown'])
export type MailState = v.InferOutput<typeof MailState>

/**
 * A mail as the administrator finds it in the list. Times in ms since 1970: `at` is when its state began, `next` when it is tried again.
 * `says` are the mail server's own words.
 */
export const MailRow = v.object({
  id: v.number(),
  kind: MailKind,
  state: MailState,
  to: v.string(),
  name: v.string(),
  subject: v.string(),
  queuedAt: v.number(),
  at: v.number(),
  next: v.nullable(v.number()),
  tries: v.number(),
  says: v.nullable(v.string()),
  /** Whether **Send again** can be pressed. */
  canSendAgain: v.boolean(),
})
export type MailRow = v.InferOutput<typeof MailRow>

/** GET /api/admin/mails?before=: the newest mails before that id, the newest first. `before` is where older ones begin; null: there are none. */
export const MailPage = v.object({ mails: v.array(MailRow), before: v.nullable(v.number()) })
export type MailPage = v.InferOutput<typeof MailPage>

/** GET /api/admin/mails/:id, and the answer to POST /api/admin/mails/:id/send-again. `body` is null where it is not kept, or not shown. */
export const OneMail = v.object({
  ...MailRow.entries,
  body: v.nullable(v.object({ text: v.string(), html: v.string() })),
})
export type OneMail = v.InferOutput<typeof OneMail>

/** What somebody has ended of the mails to their address: nothing, those about a room, or all from this server. [MAIL-16] */
export const MailsEnded = v.picklist(['nothing', 'room', 'server'])
export type MailsEnded = v.InferOutput<typeof MailsEnded>

/** POST /api/mails/:room/:token. */
export const EndMails = v.object({ ended: MailsEnded })

/** GET /api/mails/:room/:token, and the answer to the POST. `room`: its name; null where it is deleted. */
export const MailWish = v.object({ room: v.nullable(v.string()), ended: MailsEnded })
export type MailWish = v.InferOutput<typeof MailWish>
