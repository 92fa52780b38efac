import type { RoomStart, SessionSettings } from '../../protocol/session.ts'
import type { Millis, RoomMode } from '../../protocol/types.ts'
import { MODES, sizesAtFirst } from '../session/modes.ts'
import type { Session } from '../session/session.ts'

/** A room as far as its next session depends on it; `mode` is that of its first session. */
type Room = { mode: RoomMode; start?: RoomStart | null | undefined }

/** What the next session of a room begins with, and the stage sizes of both modes. `last`: the session before. [ROOM-3] */
export function settingsOf(
  { mode: first, start }: Room,
  last: Session | null,
): SessionSettings & { sizes: Session['sizes'] } {
  const next = start && (last === null || start.at > last.startedAt) ? start.next : {}
  const mode = next.mode ?? last?.mode ?? first
  const sizes = last ? { ...last.sizes } : sizesAtFirst()
  if (next.stageSize !== undefined) sizes[mode] = next.stageSize
  return {
    mode,
    access: start?.access ?? MODES[mode].access,
    stageSize: sizes[mode],
    sizes,
    reactions: next.reactions ?? last?.reactions ?? true,
    hands: next.hands ?? last?.handsOn ?? true,
    privateChat: next.privateChat ?? last?.chat.private ?? true,
    chat: start?.chat ?? true,
    waitingRoom: start?.waitingRoom ?? false,
  }
}

/**
 * What is kept so that the next session begins as wanted. Of what sessions hand on, only what differs is kept: the rest goes on following
 * what is changed in them. [ROOM-3]
 */
export function startFrom(room: Room, last: Session | null, wanted: SessionSettings, at: Millis): RoomStart {
  const before = settingsOf({ mode: room.mode }, last)
  const { mode, access, stageSize, reactions, hands, privateChat, chat, waitingRoom } = wanted
  return {
    access: access === MODES[mode].access ? null : access,
    waitingRoom,
    chat,
    next: {
      ...(mode !== before.mode && { mode }),
      ...(stageSize !== before.sizes[mode] && { stageSize }),
      ...(reactions !== before.reactions && { reactions }),
      ...(hands !== before.hands && { hands }),
      ...(privateChat !== before.privateChat && { privateChat }),
    },
    at,
  }
}
