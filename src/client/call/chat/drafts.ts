import { newPageId } from '../connection/page-id.ts'

const KEY = 'rostrum.draft'

const keyOf = (room: string, whom: string | null) => `${KEY}.${room}.${whom ?? ''}`

/** The text typed in this window and not sent, for everybody or for one person. [CHAT-16] */
export function draftOf(room: string, whom: string | null): string {
  try {
    return sessionStorage.getItem(keyOf(room, whom)) ?? ''
  } catch {
    return ''
  }
}

/** Keeps typed text over a reload. Whether it could: if the storage is blocked or full, a reload loses the text. */
export function keepDraft(room: string, whom: string | null, text: string): boolean {
  try {
    if (text === '') sessionStorage.removeItem(keyOf(room, whom))
    else sessionStorage.setItem(keyOf(room, whom), text)
    return true
  } catch {
    return false
  }
}

const SENT = 'rostrum.sent'

/** Messages sent and not answered yet, by room and recipient. They are also in the window's storage, for a reload. */
const sent = new Map<string, { key: string; text: string }>()
const sentOf = (room: string, whom: string | null) => `${SENT}.${room}.${whom ?? ''}`

/** The idempotency key of a message: the same one until it is answered, so that the message never appears twice. [CHAT-19] */
export function keyFor(room: string, whom: string | null, text: string): string {
  const place = sentOf(room, whom)
  const before = sent.get(place) ?? storedAt(place)
  if (before?.text === text) return before.key
  const key = newPageId()
  sent.set(place, { key, text })
  try {
    sessionStorage.setItem(place, `${key} ${text}`)
  } catch {
    // The storage is blocked: a reload loses it.
  }
  return key
}

/** The message was answered; the same text again would be another message. */
export function answered(room: string, whom: string | null): void {
  const place = sentOf(room, whom)
  sent.delete(place)
  try {
    sessionStorage.removeItem(place)
  } catch {
    // Nothing was stored.
  }
}

function storedAt(place: string): { key: string; text: string } | null {
  try {
    const [, key, text] = /^(\S{22}) ([^]*)$/.exec(sessionStorage.getItem(place) ?? '') ?? []
    return key !== undefined && text !== undefined ? { key, text } : null
  } catch {
    return null
  }
}
