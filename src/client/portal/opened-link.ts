import type { RoomId } from '../../protocol/types.ts'

const keyOf = (room: RoomId) => `rostrum.link.${room}`

/** Remembers the invite link by which this window entered a room, for the next person on the same machine. */
export function noteLink(room: RoomId, token: string): void {
  try {
    sessionStorage.setItem(keyOf(room), token)
  } catch {
    // The storage is blocked: the link has to be opened again.
  }
}

/** The address at which another person enters: the link that was opened here, else the session page, which says whom to ask. */
export function wayInto(room: RoomId): string {
  try {
    const token = sessionStorage.getItem(keyOf(room))
    if (token) return `/i/${token}`
  } catch {
    // As above.
  }
  return `/r/${room}`
}
