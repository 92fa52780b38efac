/** The most pixels of a picture. [PICTURE-2] */
export const PIXELS_MAX = 50_000_000
// How many times longer than its short side one may be.
const RATIO_MAX = 20

type PictureType = 'png' | 'jpeg' | 'webp' | 'avif'

/** Of what kind the bytes of a picture are by what they begin with; null for anything else, whatever it is called. [PICTURE-2] */
export function pictureType(bytes: Uint8Array): PictureType | null {
  const text = (from: number, to: number) => String.fromCodePoint(...bytes.subarray(from, to))
  // PNG, 5.2; JPEG, B.1.1.3; RFC 9649, 2.4; ISO/IEC 14496-12, 4.3: the brands of a file.
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (text(0, 3) === '\xff\xd8\xff') return 'jpeg'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp'
  return text(4, 8) === 'ftyp' && /^(?:.{4})*?avi[fs]/s.test(text(8, 64)) ? 'avif' : null
}

/** Why a picture of so many pixels is refused, or null. */
export function pictureSizeFault(width: number, height: number): 'picture-large' | 'picture-narrow' | null {
  if (width * height > PIXELS_MAX) return 'picture-large'
  return Math.max(width, height) > RATIO_MAX * Math.min(width, height) ? 'picture-narrow' : null
}
