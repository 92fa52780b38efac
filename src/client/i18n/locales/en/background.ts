import type { Background } from '../../../call/background/background.ts'
import type { PictureFault } from '../../../call/background/own-picture.ts'

const kind: Record<Background, string> = {
  none: 'None',
  'slight-blur': 'Slight blur',
  blur: 'Blur',
  study: 'Study',
  window: 'Window',
  shelves: 'Book shelves',
  curtain: 'Curtain',
  hills: 'Hills',
  dusk: 'Dusk',
  own: 'Your picture',
}

const fault: Record<PictureFault, string> = {
  'too-large': 'That picture is too large. Choose one of at most 20 MB and 64 megapixels.',
  'no-picture': 'That file is not a picture that this browser can show. Choose a PNG, JPEG or WebP.',
}

/** The menu of backgrounds, and a picture of one's own as one. */
export const background = {
  background: 'Background',
  kind,
  fault,
  upload: 'Use a picture of your own',
  uploadHelp: 'It stays on this device: only the picture of your camera goes to the room.',
  notKept: 'This browser keeps no pictures, so yours is there until this page is closed.',
}

export type BackgroundText = typeof background
