import type { RoomMode, StageAccess } from '../../protocol/types.ts'

/** What each room mode begins with: the stage access and the stage size. [MODE-1] [MODE-2] */
export const MODES: Record<RoomMode, { access: StageAccess; stageSize: number }> = {
  interactive: { access: 'everyone', stageSize: 25 },
  webinar: { access: 'invite', stageSize: 10 },
}

/** The stage size of each mode, until somebody sets another. */
export const sizesAtFirst = (): Record<RoomMode, number> => ({
  interactive: MODES.interactive.stageSize,
  webinar: MODES.webinar.stageSize,
})
