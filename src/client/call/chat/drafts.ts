import { newPageId } from '../connection/page-id.ts'

const KEY = 'rostrum.draft'

const keyOf = (room: string, whom: string | null) => `${KEY}.${room}.${whom ?? ''}`

/** What was typed in this window and not sent, to everybody or to one. [CHAT-16] */
export function draftOf(room: string, whom: string | null): string {
  try {
    return sessionStorage.getItem(keyOf(room, whom)) ?? ''
  } catch {
    return ''
  }
}

/** Keeps what is typed over a reload. Whether it could: a blocked or full storage costs it then, and nothing now. */
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

/** What went out and was not answered yet, by room and addressee; in the window's storage it outlives a reload. */
const sent = new Map<string, { key: string; text: string }>()
const sentOf = (room: string, whom: string | null) => `${SENT}.${room}.${whom ?? ''}`

/** The key under which a text goes out: the same one until it is answered, so that it never stands twice. [CHAT-19] */
export function keyFor(room: string, whom: string | null, text: string): string {
  const place = sentOf(room, whom)
  const before = sent.get(place) ?? storedAt(place)
  if (before?.text === text) return before.key
  const key = newPageId()
  sent.set(place, { key, text })
  try {
    sessionStorage.setItem(place, `${key} ${text}`)
  } catch {
    // A blocked storage costs it the reload, and nothing now.
  }
  return key
}

/** It was answered: the same text would be another message. */
export function answered(room: string, whom: string | null): void {
  const place = sentOf(room, whom)
  sent.delete(place)
  try {
    sessionStorage.removeItem(place)
  } catch {
    // Nothing was kept.
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
