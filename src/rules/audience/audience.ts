import type { Event } from '../../protocol/events.ts'
import type { Query, Viewers } from '../../protocol/queries.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { Audience, Hand, PersonView, SessionPart, SessionView, Waiting } from '../../protocol/views.ts'
import type { PersonId } from '../../protocol/types.ts'
import { chatViewOf, emptyChat } from '../chat/chat-state.ts'
import { chatDelivery } from '../chat/delivery.ts'
import { holderOf } from '../content/main-place.ts'
import { EVENTS } from '../events-table.ts'
import { can, isModerator } from '../permissions/policy.ts'
import { NOBODY, type Delivery } from './delivery.ts'
import { windowOf } from './roster.ts'
import {
  backstageOf,
  retainedOf,
  queueOf,
  stageOf,
  upOf,
  viewersIn,
  type Person,
  type Session,
} from '../session/session.ts'

/** How many of those who want something a welcome names, and each part after it: of ten thousand it would be megabytes. [AUDIENCE-8] */
export const PART = 200

/** How many hands, from the head of the queue, everybody is sent. [AUDIENCE-2] */
export const FIRST_HANDS = 10

/** [AUDIENCE-1] The people whom everybody may know: those on stage, the moderators, and whoever has the main place. */
function concernsEveryone(session: Session, person: Person | undefined): boolean {
  return (
    person !== undefined && (person.place === 'stage' || isModerator(person.role) || holderOf(session) === person.id)
  )
}

/** [AUDIENCE-3] The people whom moderators know besides: with a raised hand, an invitation, or a role, lock or permission of their own. */
function concernsModerators(session: Session, person: Person | undefined): boolean {
  if (!person) return false
  const hasOwn = person.place === 'backstage' || person.role === 'speaker' || retainedOf(person) !== null
  return hasOwn || person.invitation !== null || session.hands.has(person.id)
}

/** What has to be read from the session before an event is applied, because `evolve` changes the session in place. */
export type Before = { everyone: boolean; moderators: boolean; isBackstage: boolean }

/** Reads it, before the event is applied. */
export function beforeOf(session: Session, event: Event): Before {
  const person = subjectOf(session, event)
  const isBackstage = person?.place === 'backstage'
  return { everyone: concernsEveryone(session, person), moderators: concernsModerators(session, person), isBackstage }
}

/** Who is sent an event that has just been applied to `session`; with a `met` event first for those who do not know its person. */
export function deliveryOf(session: Session, event: Event, before: Before): Delivery {
  const { deliver, introduces } = EVENTS[event.type]
  if (deliver === 'nobody') return NOBODY
  if (deliver === 'chat') return chatDelivery(session, event)
  if (event.type === 'sessionEnded')
    return { everyone: [event], moderators: [event], own: null, strangers: [{ ...event, by: null, peak: 0 }] }
  if (deliver === 'everyone' || !('person' in event) || event.type === 'met')
    return { everyone: deliver === 'moderators' ? [] : [event], moderators: [event], own: null }
  const person = subjectOf(session, event)
  const concernsAll = before.everyone || concernsEveryone(session, person)
  const concernsThem = concernsAll || before.moderators || concernsModerators(session, person)
  const isOpen = deliver === 'concerned' || deliver === 'outsiders' || (deliver === 'openly' && !before.isBackstage)
  // Moderators know everybody in the lobby, whatever the event is about. [WAIT-3]
  const isTheirs = deliver === 'outsiders' || deliver === 'outsidersToModerators' || session.waiting.has(event.person)
  const introduced = (who: Person | undefined, told: Event): Event[] =>
    who && introduces ? [{ type: 'met', at: event.at, person: { ...who } }, told] : [told]
  return {
    everyone: concernsAll && isOpen ? introduced(person && shownOutside(person), outside(event)) : [],
    moderators: concernsThem || isTheirs ? introduced(person, withoutPage(event)) : [],
    own: { person: event.person, events: [event] },
  }
}

/** [REMOVE-5] To others, a removed person has left. */
function outside(event: Event): Event {
  if (event.type === 'removed') return { type: 'left', at: event.at, person: event.person, why: 'self' }
  return withoutPage(event)
}

/** Nobody else is told which page of ours a person has open. */
function withoutPage(event: Event): Event {
  return event.type === 'joined' || event.type === 'waiting' ? { ...event, page: '' } : event
}

function subjectOf(session: Session, event: Event): Person | undefined {
  return 'person' in event && event.type !== 'met' ? session.people.get(event.person) : undefined
}

/** The session as one person may know it. */
export function viewFor(session: Session, id: PersonId): SessionView {
  const me = session.people.get(id)
  return me ? viewInside(session, me) : viewAtDoor(session, id)
}

/** [AUDIENCE-1] [AUDIENCE-3] [AUDIENCE-4] */
function viewInside(session: Session, me: Person): SessionView {
  const { allLocked, mainCamera, chat, endsAt, share, content, rehearsal, removed, waiting } = session
  return {
    ...viewOfAll(session),
    ...endFor(session, me.id),
    allLocked: { ...allLocked },
    mainCamera,
    chat: chatViewOf(chat, me),
    endsAt,
    share,
    content,
    rehearsal,
    people: knownTo(session, me),
    hands: handsFor(session, me).slice(0, PART),
    removed: isModerator(me.role) ? [...removed.values()] : [],
    waiting: isModerator(me.role) ? [...waiting.values()].slice(0, PART).map(waitingView) : [],
  }
}

/** [ENTER-2] What the prejoin page needs, without any person; except oneself, if one waits [WAIT-8] or was inside [END-2]. */
function viewAtDoor(session: Session, id: PersonId): SessionView {
  const mine = session.waiting.get(id)
  return {
    ...viewOfAll(session),
    ...endFor(session, id),
    allLocked: { microphone: false, camera: false },
    mainCamera: null,
    chat: chatViewOf(emptyChat(), null),
    endsAt: null,
    share: null,
    content: null,
    rehearsal: null,
    people: [],
    hands: [],
    removed: [],
    waiting: mine ? [waitingView(mine)] : [],
  }
}

/** What everybody may know, before joining too. */
function viewOfAll(session: Session) {
  const { id, room, name, mode, access, stageSize, startedAt, endedAt, locked, reactions, handsOn } = session
  return { id, room, name, mode, access, stageSize, startedAt, endedAt, locked, reactions, handsOn }
}

/** [END-1] [END-2] How the session ended, with one's own attendance. People who were not inside get no names. [END-3] */
function endFor({ endedBy, endedByName, peak, attendance }: Session, id: PersonId) {
  const stay = attendance.get(id) ?? null
  return stay ? { endedBy, endedByName, peak, stay } : { endedBy: null, endedByName: '', peak: 0, stay }
}

function knownTo(session: Session, me: Person): PersonView[] {
  const known = new Map<PersonId, Person>()
  const add = (person: Person | undefined) => person && known.set(person.id, person)
  for (const person of stageOf(session)) add(person)
  for (const id of session.moderators) add(session.people.get(id))
  add(session.people.get(holderOf(session) ?? ''))
  if (isModerator(me.role)) {
    for (const person of backstageOf(session)) add(person)
    for (const id of concerning(session).slice(0, PART)) add(session.people.get(id))
  }
  add(me)
  return [...known.values()].map((person) => (person.id === me.id ? { ...person } : shownTo(me, person)))
}

/** [AUDIENCE-3] Those whom moderators know besides: first whose hand is up, in the order of the queue. */
function concerning(session: Session): PersonId[] {
  const others: PersonId[] = []
  for (const person of session.people.values())
    if (!session.hands.has(person.id) && concernsModerators(session, person)) others.push(person.id)
  return [...session.queue.map(({ person }) => person), ...others]
}

/** [AUDIENCE-8] What a moderator is shown after the welcome, part by part, each as the session then is. Empty for all others. */
export function* partsFor(session: Session, id: PersonId): Generator<SessionPart> {
  const [concerned, waiting] = [concerning(session), [...session.waiting.keys()]]
  for (let from = PART; from < Math.max(concerned.length, waiting.length); from += PART) {
    // A role may be taken between two parts.
    if (!isModerator(session.people.get(id)?.role ?? 'participant')) return
    const ids = concerned.slice(from, from + PART).filter((other) => other !== id)
    yield {
      people: ids.flatMap((other) => session.people.get(other) ?? []).map((person) => ({ ...person })),
      hands: ids.flatMap((other) => session.hands.get(other) ?? []),
      waiting: waiting
        .slice(from, from + PART)
        .flatMap((other) => session.waiting.get(other) ?? [])
        .map(waitingView),
    }
  }
}

function handsFor(session: Session, me: Person): Hand[] {
  return queueOf(session).filter((hand) => isModerator(me.role) || hand.person === me.id)
}

/** [ENTER-2] [PERMISSION-4] The audience without any person: its numbers alone, for those who may not see participants. */
export function numbersOf(session: Session): Audience {
  return { viewers: viewersIn(session), onStage: session.stage.size, hands: session.hands.size, heads: [], moved: null }
}

/** [AUDIENCE-2] The audience as everybody inside is sent it: numbers, and the head of the queue. */
export function audienceOf(session: Session): Audience {
  const heads = queueOf(session).slice(0, FIRST_HANDS)
  return {
    ...numbersOf(session),
    heads: heads.map(({ person, purpose }) => ({
      person,
      purpose,
      name: session.people.get(person)?.name ?? '',
      role: session.people.get(person)?.role ?? 'participant',
      picture: session.people.get(person)?.picture,
    })),
    moved: heads.length === 0 ? null : session.moved,
  }
}

/** [HAND-2] [WAIT-5] The place of everybody with a raised hand, and of everybody in the lobby; both count from 1. */
export function placesIn(session: Session): Map<PersonId, number> {
  const places = new Map(queueOf(session).map((hand, index) => [hand.person, index + 1]))
  for (const person of session.waiting.keys()) places.set(person, places.size - session.hands.size + 1)
  return places
}

function waitingView({ person, name, role, at }: Waiting): Waiting {
  return { person, name, role, at }
}

/** [HAND-2] [WAIT-5] The place of one of them; null for who neither has a hand up nor waits. */
export function placeOf({ hands, queue, waiting }: Session, person: PersonId): number | null {
  const hand = hands.get(person)
  if (hand) return queue.findIndex(({ person: other }) => other === person) + 1
  if (!waiting.has(person)) return null
  let place = 1
  for (const other of waiting.keys()) {
    if (other === person) break
    place += 1
  }
  return place
}

/** [HAND-8] The estimated wait in ms for a place in the queue; null while too few hands have been served. */
export function waitAt(session: Session, place: number): number | null {
  const { served } = session
  const [first, last] = [served[0], served.at(-1)]
  if (first === undefined || last === undefined || served.length < 3) return null
  return (place * (last - first)) / (served.length - 1)
}

/** [AUDIENCE-5] One window of the viewers whose name contains the search, in the order of names, as `asker` may know them. [PERMISSION-4] */
export function findViewers(
  session: Session,
  asker: Person,
  query: Extract<Query, { type: 'viewers' }>,
): Viewers | Refusal {
  if (!can(asker, 'seeParticipants')) return 'not-permitted'
  const others = isModerator(asker.role) ? upOf(session) : stageOf(session)
  const { total, ids } = windowOf(session.roster, query, others)
  const rows = ids.flatMap((id) => session.people.get(id) ?? []).map((person) => shownTo(asker, person))
  return { type: 'viewers', total, rows }
}

/** [AUDIENCE-6] [BACKSTAGE-7] Only moderators see invitations, and who is backstage. */
function shownTo(asker: Person, person: Person): PersonView {
  return isModerator(asker.role) ? { ...person } : shownOutside(person)
}

function shownOutside(person: Person): PersonView {
  const isBackstage = person.place === 'backstage'
  const hidden = isBackstage ? { place: 'viewer' as const, microphone: false, camera: false } : {}
  return { ...person, invitation: null, ...hidden }
}
