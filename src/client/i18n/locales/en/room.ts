import { formatsOf } from '../../formats.ts'

const { number } = formatsOf('en')

/** The room’s frame: toolbar, sheet, keys. */
export const room = {
  more: 'More',
  skipToControls: 'Skip to the room controls',
  skipToPanel: 'Skip to the panel',
  portraitHint: 'Hold your phone upright to see more of the room.',
  shortcuts: 'Keyboard shortcuts',
  seeLess: 'See less',
  quoted: (words: string) => `“${words}”`,
  nobodyInQueue: 'Nobody is in the queue.',
  alone: 'Nobody else is here yet',
  aloneHelp: 'Whoever comes in stands in this list.',
  nobodyFoundHelp: 'Try fewer letters; capitals and accents do not count.',
  panelFull: 'Make the panel taller',
  shareScreen: 'Share screen',
  stopSharing: 'Stop sharing',
  panelHalf: 'Make the panel smaller',
  bell: (unread: number) => (unread === 0 ? 'Notices' : `Notices, ${number(unread)} unread`),
  giveFeedback: 'Give feedback',
}

export type RoomText = typeof room
