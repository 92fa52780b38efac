import type { RoomId } from '../../protocol/types.ts'

const keyOf = (room: RoomId) => `rostrum.link.${room}`

/** Notes by which invite link this window came into a room, for who comes after somebody else on the same machine. */
export function noteLink(room: RoomId, token: string): void {
  try {
    sessionStorage.setItem(keyOf(room), token)
  } catch {
    // A blocked storage keeps nothing: then the link has to be opened once more.
  }
}

/** The address at which somebody new comes in: the link that was opened here, else the room's own page, which says whom to ask. */
export function wayInto(room: RoomId): string {
  try {
    const token = sessionStorage.getItem(keyOf(room))
    if (token) return `/i/${token}`
  } catch {
    // As above.
  }
  return `/r/${room}`
}
