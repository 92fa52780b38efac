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
