import type { Event } from '../../protocol/events.ts'
import type { PersonId, ScreenSource, Source, TrackKind } from '../../protocol/types.ts'
import { EVENTS } from '../events-table.ts'
import { isLocked } from '../moderation/is-locked.ts'
import type { Person, Session } from '../session/session.ts'

/** Who may receive what somebody publishes. */
export type Offered = 'everyone' | readonly PersonId[]

/**
 * What the media engine may let a person do. `publish`: which sources. `silenced`: of these, which must be muted there
 * now. `hidden`: unseen by the others in the engine; false for ever once somebody was shown (`livekit` would keep a ghost).
 */
export type Grant = {
  subscribe: boolean
  publish: readonly (Source | ScreenSource)[]
  silenced: readonly Source[]
  offered: Offered
  hidden: boolean
}

/** [MEDIA-1] At the door, and after the end: nothing at all. */
const NOTHING: Grant = { subscribe: false, publish: [], silenced: [], offered: [], hidden: true }

const SOURCES: readonly Source[] = ['microphone', 'camera']

/** [MEDIA-1] [MEDIA-2] What the session grants a person in the media engine now; null before the first one. */
export function grantOf(session: Session | null, id: PersonId): Grant {
  const person = session?.people.get(id)
  if (!session || !person || session.endedAt !== null) return NOTHING
  const hidden = !session.privateState.get(id)?.shown
  const isUp = person.place !== 'viewer'
  const devices = SOURCES.filter((source) => isUp && !isLocked(session, person, source))
  const silenced = devices.filter((source) => !person[source])
  const publish = [...devices, ...screenOf(session, person)]
  return { subscribe: true, publish, silenced, offered: offeredBy(session, person), hidden }
}

/** [SHARE-6] The screen of who shares it; [SHARE-7] its sound could be a voice, and is locked with the microphone. */
export function screenOf({ share, allLocked }: Pick<Session, 'share' | 'allLocked'>, person: Person): ScreenSource[] {
  if (share?.person !== person.id) return []
  const isHeard = share.sound && !isLocked({ allLocked }, person, 'microphone')
  return isHeard ? ['screen_share', 'screen_share_audio'] : ['screen_share']
}

/** [MEDIA-6] What is sent backstage is for those who run the room. */
function offeredBy(session: Session, { id, place }: Person): Offered {
  if (place === 'backstage') return [...session.moderators]
  return place === 'stage' || session.share?.person === id ? 'everyone' : []
}

/** Whose grants an event may have changed of those who are inside. */
export function grantsChangedBy(session: Session, event: Event): PersonId[] {
  const { grants } = EVENTS[event.type]
  if (grants === 'up') {
    const up = new Set([...session.stage, ...session.backstage])
    return [...(session.share ? up.add(session.share.person) : up)]
  }
  if (grants !== 'own' || !('person' in event) || event.type === 'met') return []
  if (!session.people.has(event.person)) return []
  // Who may receive what is sent backstage are the moderators. [MEDIA-6]
  const isModerators = event.type === 'roleSet' || session.moderators.has(event.person)
  return isModerators ? [event.person, ...session.backstage] : [event.person]
}

/**
 * [MEDIA-3] Whether a published track is what it says: a client labels its own tracks. What is honest and not granted, such
 * as a microphone in the moment of being locked, the engine takes away by itself.
 */
export function isHonest(source: string, kind: TrackKind): boolean {
  if (kind === 'audio') return source === 'microphone' || source === 'screen_share_audio'
  return source === 'camera' || source === 'screen_share'
}
