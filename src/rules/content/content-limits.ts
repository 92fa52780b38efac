import { UPLOADS_MAX, type DocumentKind } from '../../protocol/portal/content.ts'

/** What the operator has set, in bytes: of a file that is read or looked at, of one that is played, and of all files of a room. */
export type ContentLimits = { document: number; film: number; room: number }

/** The most bytes of a file of a kind. [CONTENT-4] */
export function bytesMax(kind: DocumentKind, { document, film }: ContentLimits): number {
  return kind === 'film' || kind === 'sound' ? film : document
}

/** How many files a room has at most, those on their way among them. [CONTENT-4] */
export const FILES_MAX = 1_000

/**
 * What is there before a file comes. `used`: bytes of the room's `files` and of those that are on their way, so many together; `coming`: how many
 * of these are of the same person.
 */
export type ContentBefore = { used: number; files: number; coming: number }

/** Why a file of so many bytes may not begin to come, or null. Of what kind it is, is not known yet. [CONTENT-4] */
export function uploadFault(
  bytes: number,
  { used, files, coming }: ContentBefore,
  limits: ContentLimits,
): 'file-large' | 'uploads-many' | 'content-full' | null {
  if (bytes > Math.max(limits.document, limits.film)) return 'file-large'
  if (coming >= UPLOADS_MAX) return 'uploads-many'
  return files >= FILES_MAX || used + bytes > limits.room ? 'content-full' : null
}
