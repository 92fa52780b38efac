import type { PersonId, Source, TrackKind } from '../protocol/words.ts'
import type { Session } from './session.ts'

/**
 * What the media engine may let a person do. `publish`: which sources. `silenced`: of these, which must be muted there
 * now. `hidden`: unseen by the others in the engine; false for ever once somebody was shown (`livekit` would keep a ghost).
 */
export type Grant = { subscribe: boolean; publish: readonly Source[]; silenced: readonly Source[]; hidden: boolean }

/** [MEDIA-1] At the door, and after the end: nothing at all. */
const NOTHING: Grant = { subscribe: false, publish: [], silenced: [], hidden: true }

const SOURCES: readonly Source[] = ['microphone', 'camera']

/** [MEDIA-1] [MEDIA-2] What the session grants a person in the media engine now. */
export function grantOf(session: Session, id: PersonId): Grant {
  const person = session.people.get(id)
  if (!person || session.endedAt !== null) return NOTHING
  const hidden = !session.behind.get(id)?.shown
  if (person.place !== 'stage') return { subscribe: true, publish: [], silenced: [], hidden }
  return { subscribe: true, publish: SOURCES, silenced: SOURCES.filter((source) => !person[source]), hidden }
}

/** [MEDIA-3] Whether a published track is what it says and may be there: a client labels its own tracks. */
export function allowsTrack(grant: Grant, source: string, kind: TrackKind): boolean {
  const honest = source === 'microphone' ? kind === 'audio' : source === 'camera' && kind === 'video'
  return honest && grant.publish.some((allowed) => allowed === source)
}
