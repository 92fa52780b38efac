import type { RemoteTrackPublication, VideoQuality } from 'livekit-client'
import { SCREEN_SOURCES } from '../../../protocol/types.ts'

/**
 * What one receives: video or audio alone, and video in full or reduced, as one has chosen. [LINE-2] [LINE-3] `isWithheld`: too many watch,
 * and the server gives this page no video. [LOAD-2]
 */
export type Receiving = { pictures: boolean; isSaving: boolean; isWithheld: boolean }

const KEY = 'rostrum.save-data'

const LEAST: VideoQuality = 0
const MOST: VideoQuality = 2
// A page of text must stay sharp; only a film in it needs more pictures a second.
const FEW_A_SECOND = 5
const ALL_A_SECOND = 30

/** What was chosen last time on this machine; else the browser's own setting (WICG, Save Data). */
export function firstReceiving(): Receiving {
  return { pictures: true, isSaving: kept() ?? browserSaves(), isWithheld: false }
}

function kept(): boolean | null {
  try {
    const chosen = localStorage.getItem(KEY)
    return chosen === null ? null : chosen === 'true'
  } catch {
    return null
  }
}

function browserSaves(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection')
  return typeof connection === 'object' && connection !== null && Reflect.get(connection, 'saveData') === true
}

export function rememberSaving(isSaving: boolean): void {
  try {
    localStorage.setItem(KEY, String(isSaving))
  } catch {
    // It could not be stored: it holds for this visit.
  }
}

/** Asks LiveKit for reduced video, or for all of it again. */
export class Thrift {
  readonly #lessened = new WeakSet<RemoteTrackPublication>()

  apply(publication: RemoteTrackPublication, isSaving: boolean): void {
    const { track, kind, source } = publication
    if (!track || kind.toString() !== 'video' || this.#lessened.has(publication) === isSaving) return
    if (isSaving) this.#lessened.add(publication)
    else this.#lessened.delete(publication)
    const isScreen = SCREEN_SOURCES.some((each) => each === source.toString())
    if (isScreen) publication.setVideoFPS(isSaving ? FEW_A_SECOND : ALL_A_SECOND)
    else publication.setVideoQuality(isSaving ? LEAST : MOST)
  }
}
