import type { RoomMode, StageAccess } from '../../protocol/types.ts'

/** What a room mode begins with: who may come on stage, and how many it holds. [MODE-1] [MODE-2] */
export const MODES: Record<RoomMode, { access: StageAccess; stageSize: number }> = {
  interactive: { access: 'everyone', stageSize: 25 },
  webinar: { access: 'invite', stageSize: 10 },
}

/** How many the stage holds in each mode, until somebody sets it. */
export const sizesAtFirst = (): Record<RoomMode, number> => ({
  interactive: MODES.interactive.stageSize,
  webinar: MODES.webinar.stageSize,
})
