import type { ContentLimits } from '../../rules/content/content-limits.ts'

const MEGABYTES_MAX = 1_000_000
const ALLOWED = 'a whole number of megabytes from 1 to 1000000'

/** What the operator sets about the files of rooms. */
export const CONTENT_VARIABLES = [
  {
    name: 'ROSTRUM_UPLOAD_MB',
    standard: '50',
    allowed: ALLOWED,
    means: 'the largest document or picture that is brought to a room, in megabytes',
  },
  { name: 'ROSTRUM_UPLOAD_FILM_MB', standard: '500', allowed: ALLOWED, means: 'the largest film or sound' },
  {
    name: 'ROSTRUM_ROOM_CONTENT_MB',
    standard: '2000',
    allowed: ALLOWED,
    means: 'how much all files of a room may take up',
  },
] as const

type Name = (typeof CONTENT_VARIABLES)[number]['name']

/** Reads how large files may be, in bytes; throws what `fault` makes of a value that cannot be. */
export function readContentLimits(
  text: (name: Name) => string,
  fault: (name: Name, value: string) => Error,
): ContentLimits {
  const bytes = (name: Name) => {
    const value = text(name)
    const megabytes = Number(value)
    if (!/^\d{1,7}$/.test(value) || megabytes < 1 || megabytes > MEGABYTES_MAX) throw fault(name, value)
    return megabytes * 1_000_000
  }
  return {
    document: bytes('ROSTRUM_UPLOAD_MB'),
    film: bytes('ROSTRUM_UPLOAD_FILM_MB'),
    room: bytes('ROSTRUM_ROOM_CONTENT_MB'),
  }
}
