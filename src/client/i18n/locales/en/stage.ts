import { formatsOf } from '../../formats.ts'

const { number } = formatsOf('en')

/** Tiles, and what their menus do. */
export const stage = {
  setMain: 'Set main camera',
  unsetMain: 'Unset main camera',
  setMainForAll: 'Set main camera for everyone',
  unsetMainForAll: 'Unset main camera for everyone',
  isMainForAll: 'Main camera for everyone',
  fit: 'Fit to frame',
  fill: 'Fill the frame',
  pictureInPicture: 'Picture in picture',
  fullScreen: 'Full screen',
  stageFullScreen: 'Stage in full screen',
  leaveFullScreen: 'Leave full screen',
  mirror: 'Mirror my picture',
  unmirror: 'Show my picture as others see it',
  hideSelf: 'Hide my tile for me',
  showSelf: 'Show my tile',
  selfHidden: 'Your tile is hidden for you. Others see you.',
  youAreMuted: 'You are muted',
  youAnd: (role: string) => `You, ${role.toLowerCase()}`,
  weak: 'Weak connection',
  lost: 'No connection',
  pages: 'Pages of the stage',
  page: (n: number, of: number) => `${number(n)} of ${number(of)}`,
  previousPage: 'Previous page',
  nextPage: 'Next page',
  speaksElsewhere: (names: string) => `${names} on another page`,
  speaksOutOfSight: (names: string) => `${names}, out of sight`,
}

export type StageText = typeof stage
