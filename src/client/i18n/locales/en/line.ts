import type { NoticeWords } from './notices.ts'

/** The own connection: that it is weak, and how to receive less. */
export const line = {
  title: 'Your connection',
  weak: ['Your connection is weak.', 'Sound alone needs much less of it.'] satisfies NoticeWords,
  noMedia: 'No sound and pictures in this browser',
  noMediaMeans:
    'Its WebRTC is missing or turned off, by an extension, a setting or your organisation. Chat, hands and the list go on; another browser brings sound and pictures, and the way to the stage.',
  soundOnly: 'Sound only',
  soundOnlyMeans: 'You hear everybody, and no pictures come to you.',
  noPictures: 'No pictures come to you.',
  showPictures: 'Show pictures',
  saveData: 'Save data',
  saveDataMeans: 'Cameras come smaller, and a shared screen with fewer pictures. Kept on this device.',
}

export type LineText = typeof line
