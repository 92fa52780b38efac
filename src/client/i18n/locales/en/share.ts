/** What comes with a shared screen, or with the question before it. */
export const share = {
  insteadOf: (name: string) => `Share instead of ${name}?`,
  insteadHelp: (name: string) => `${name} shares the screen. That ends as soon as you have picked what to share.`,
  isSharing: (name: string) => `${name} shares the screen`,
  sharerFirst: 'Who runs the room is not interrupted. Ask for a stop first.',
  screenOf: (name: string) => `Screen of ${name}`,
  shares: 'shares the screen',
  stopShareOf: (name: string) => `Stop the share of ${name}`,
  makeLarge: 'Make the screen large',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  /** The tile of one's own share. */
  everyoneSees: 'Everyone in the room can see it, and hears its sound where you have allowed that.',
}

export type ShareText = typeof share
