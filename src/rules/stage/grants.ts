import type { Event } from '../../protocol/events.ts'
import type { PersonId, ScreenSource, Source, TrackKind } from '../../protocol/types.ts'
import { EVENTS } from '../events-table.ts'
import { isLocked } from '../moderation/is-locked.ts'
import type { Person, Session } from '../session/session.ts'

/** Who may receive what a person publishes. */
export type Offered = 'everyone' | readonly PersonId[]

/**
 * What LiveKit lets a person do. `publish`: the sources. `silenced`: those of them that must be muted now. `hidden`: invisible to the other
 * participants in LiveKit; false for good once a person was visible, because LiveKit would show a stale participant.
 */
export type Grant = {
  subscribe: boolean
  publish: readonly (Source | ScreenSource)[]
  silenced: readonly Source[]
  offered: Offered
  hidden: boolean
}

/** [MEDIA-1] Before joining, and after the end: nothing at all. */
const NOTHING: Grant = { subscribe: false, publish: [], silenced: [], offered: [], hidden: true }

const SOURCES: readonly Source[] = ['microphone', 'camera']

/** [MEDIA-1] [MEDIA-2] What the session grants a person in LiveKit now. A null session is one that has not begun. */
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

/** [SHARE-6] A person who shares publishes a screen; [SHARE-7] its sound could carry a voice, so the microphone's lock holds for it too. */
export function screenOf({ share, allLocked }: Pick<Session, 'share' | 'allLocked'>, person: Person): ScreenSource[] {
  if (share?.person !== person.id) return []
  const isHeard = share.sound && !isLocked({ allLocked }, person, 'microphone')
  return isHeard ? ['screen_share', 'screen_share_audio'] : ['screen_share']
}

/** [MEDIA-6] Only moderators receive what is published backstage. */
function offeredBy(session: Session, { id, place }: Person): Offered {
  if (place === 'backstage') return [...session.moderators]
  return place === 'stage' || session.share?.person === id ? 'everyone' : []
}

/** The people inside whose grants an event may have changed. */
export function grantsChangedBy(session: Session, event: Event): PersonId[] {
  const { grants } = EVENTS[event.type]
  if (grants === 'up') {
    const up = new Set([...session.stage, ...session.backstage])
    return [...(session.share ? up.add(session.share.person) : up)]
  }
  if (grants !== 'own' || !('person' in event) || event.type === 'met') return []
  if (!session.people.has(event.person)) return []
  // Only moderators receive what is published backstage, so a change of moderators changes those grants. [MEDIA-6]
  const isModerators = event.type === 'roleSet' || session.moderators.has(event.person)
  return isModerators ? [event.person, ...session.backstage] : [event.person]
}

/**
 * [MEDIA-3] Whether the kind of a published track fits its label, which the client sets. If the label fits but is not granted, such as a
 * microphone that was locked a moment ago, LiveKit removes the track by itself.
 */
export function isHonest(source: string, kind: TrackKind): boolean {
  if (kind === 'audio') return source === 'microphone' || source === 'screen_share_audio'
  return source === 'camera' || source === 'screen_share'
}
