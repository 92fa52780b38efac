import type { PersonView } from '../../../../protocol/views.ts'

/** A window above all others, as Chrome and Edge have (WICG, Document Picture-in-Picture). */
type WindowGiver = { requestWindow(size: { width: number; height: number }): Promise<Window> }

/** What this browser can float above other windows: a window of ours, only the video, or nothing. */
export function pictureInPictureOf(person: PersonView): 'window' | 'video' | null {
  if (windowGiver()) return 'window'
  return document.pictureInPictureEnabled && person.camera ? 'video' : null
}

export function windowGiver(): WindowGiver | null {
  const giver: unknown = Reflect.get(window, 'documentPictureInPicture')
  return isGiver(giver) ? giver : null
}

function isGiver(giver: unknown): giver is WindowGiver {
  return typeof giver === 'object' && giver !== null && 'requestWindow' in giver
}
