import type { Event } from '../../protocol/events.ts'
import type { Query, Viewers } from '../../protocol/queries.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { Audience, Hand, PersonView, SessionView, Waiting } from '../../protocol/views.ts'
import type { PersonId } from '../../protocol/types.ts'
import { chatViewOf, nothingSaid } from '../chat/chat-state.ts'
import { chatDelivery } from '../chat/delivery.ts'
import { EVENTS } from '../events-table.ts'
import { can, isModerator } from '../permissions/policy.ts'
import { NOBODY, type Delivery } from './delivery.ts'
import { windowOf } from './roster.ts'
import { retainedOf, queueOf, stageOf, upOf, viewersIn, type Person, type Session } from '../session/session.ts'

/** How many hands everybody is told of, from the head of the queue. [AUDIENCE-2] */
export const FIRST_HANDS = 10

/** [AUDIENCE-1] Whom everybody may know: those on stage, those who run the room, and who shares. */
function concernsEveryone(session: Session, person: Person | undefined): boolean {
  return (
    person !== undefined &&
    (person.place === 'stage' || isModerator(person.role) || session.share?.person === person.id)
  )
}

/** [AUDIENCE-3] Whom those who run the room know besides: who has a hand up, an invitation, or something of their own. */
function concernsModerators(session: Session, person: Person | undefined): boolean {
  if (!person) return false
  const hasOwn = person.place === 'backstage' || person.role === 'speaker' || retainedOf(person) !== null
  return hasOwn || person.invitation !== null || session.hands.has(person.id)
}

/** What has to be known from before an event to tell of it after, because `evolve` changes the session in place. */
export type Before = { everyone: boolean; moderators: boolean; isBackstage: boolean }

/** Looks at a session before an event is folded into it. */
export function beforeOf(session: Session, event: Event): Before {
  const person = subjectOf(session, event)
  const isBackstage = person?.place === 'backstage'
  return { everyone: concernsEveryone(session, person), moderators: concernsModerators(session, person), isBackstage }
}

/** Who hears of an event that has just been folded into `session`, with an introduction where one is needed. */
export function deliveryOf(session: Session, event: Event, before: Before): Delivery {
  const { deliver, introduces } = EVENTS[event.type]
  if (deliver === 'nobody') return NOBODY
  if (deliver === 'chat') return chatDelivery(session, event)
  if (event.type === 'sessionEnded')
    return { everyone: [event], moderators: [event], own: null, strangers: [{ ...event, by: null, peak: 0 }] }
  if (!('person' in event) || event.type === 'met') return { everyone: [event], moderators: [event], own: null }
  const person = subjectOf(session, event)
  const concernsAll = before.everyone || concernsEveryone(session, person)
  const concernsThem = concernsAll || before.moderators || concernsModerators(session, person)
  const isOpen = deliver === 'concerned' || deliver === 'outsiders' || (deliver === 'openly' && !before.isBackstage)
  // Who waits is known to those who run the room, whatever it is about. [WAIT-3]
  const isTheirs = deliver === 'outsiders' || deliver === 'outsidersToModerators' || session.waiting.has(event.person)
  const introduced = (who: Person | undefined, told: Event): Event[] =>
    who && introduces ? [{ type: 'met', at: event.at, person: { ...who } }, told] : [told]
  return {
    everyone: concernsAll && isOpen ? introduced(person && shownOutside(person), outside(event)) : [],
    moderators: concernsThem || isTheirs ? introduced(person, withoutPage(event)) : [],
    own: { person: event.person, events: [event] },
  }
}

/** [REMOVE-5] Who is removed has left, as far as others know. */
function outside(event: Event): Event {
  if (event.type === 'removed') return { type: 'left', at: event.at, person: event.person, why: 'self' }
  return withoutPage(event)
}

/** In which window somebody is, is nobody's business. */
function withoutPage(event: Event): Event {
  return 'page' in event && event.type !== 'pageSeen' ? { ...event, page: '' } : event
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
  const { allLocked, mainCamera, chat, endsAt, share, rehearsal, removed, waiting } = session
  return {
    ...viewOfAll(session),
    ...endFor(session, me.id),
    allLocked: { ...allLocked },
    mainCamera,
    chat: chatViewOf(chat, me),
    endsAt,
    share,
    rehearsal,
    people: knownTo(session, me),
    hands: handsFor(session, me),
    removed: isModerator(me.role) ? [...removed.values()] : [],
    waiting: isModerator(me.role) ? [...waiting.values()].map(waitingView) : [],
  }
}

/** [ENTER-2] What one must know to come in, and of no person; [WAIT-8] but of oneself, who waits, or [END-2] was inside. */
function viewAtDoor(session: Session, id: PersonId): SessionView {
  const mine = session.waiting.get(id)
  return {
    ...viewOfAll(session),
    ...endFor(session, id),
    allLocked: { microphone: false, camera: false },
    mainCamera: null,
    chat: chatViewOf(nothingSaid(), null),
    endsAt: null,
    share: null,
    rehearsal: null,
    people: [],
    hands: [],
    removed: [],
    waiting: mine ? [waitingView(mine)] : [],
  }
}

/** What everybody may know, at the door as well. */
function viewOfAll({ id, room, name, mode, access, stageSize, startedAt, endedAt, locked, reactions }: Session) {
  return { id, room, name, mode, access, stageSize, startedAt, endedAt, locked, reactions }
}

/** [END-1] [END-2] How it ended, with the own part in it; [END-3] to who was not inside nobody is named. */
function endFor({ endedBy, endedByName, peak, attendance }: Session, id: PersonId) {
  const stay = attendance.get(id) ?? null
  return stay ? { endedBy, endedByName, peak, stay } : { endedBy: null, endedByName: '', peak: 0, stay }
}

function knownTo(session: Session, me: Person): PersonView[] {
  const known = new Map<PersonId, Person>()
  const add = (person: Person | undefined) => person && known.set(person.id, person)
  for (const person of stageOf(session)) add(person)
  for (const id of session.moderators) add(session.people.get(id))
  add(session.people.get(session.share?.person ?? ''))
  if (isModerator(me.role))
    for (const person of session.people.values()) if (concernsModerators(session, person)) add(person)
  add(me)
  return [...known.values()].map((person) => (person.id === me.id ? { ...person } : shownTo(me, person)))
}

function handsFor(session: Session, me: Person): Hand[] {
  return queueOf(session).filter((hand) => isModerator(me.role) || hand.person === me.id)
}

/** [ENTER-2] [PERMISSION-4] The audience as one is told of it who may not know of anybody in it: its numbers. */
export function numbersOf(session: Session): Audience {
  return { viewers: viewersIn(session), onStage: session.stage.size, hands: session.hands.size, heads: [], moved: null }
}

/** [AUDIENCE-2] The audience as everybody inside is told of it: numbers, and the head of the queue. */
export function audienceOf(session: Session): Audience {
  const heads = queueOf(session).slice(0, FIRST_HANDS)
  return {
    ...numbersOf(session),
    heads: heads.map(({ person, purpose }) => ({
      person,
      purpose,
      name: session.people.get(person)?.name ?? '',
      role: session.people.get(person)?.role ?? 'participant',
    })),
    moved: heads.length === 0 ? null : session.moved,
  }
}

/** [HAND-2] [WAIT-5] The place of everybody whose hand is up, and of everybody who waits, from 1 each. */
export function placesIn(session: Session): Map<PersonId, number> {
  const places = new Map(queueOf(session).map((hand, index) => [hand.person, index + 1]))
  for (const person of session.waiting.keys()) places.set(person, places.size - session.hands.size + 1)
  return places
}

function waitingView({ person, name, role, at }: Waiting): Waiting {
  return { person, name, role, at }
}

/** [HAND-8] How long a place in the queue waits, in ms, as far as the last few tell; null where they are too few. */
export function waitAt(session: Session, place: number): number | null {
  const { served } = session
  const [first, last] = [served[0], served.at(-1)]
  if (first === undefined || last === undefined || served.length < 3) return null
  return (place * (last - first)) / (served.length - 1)
}

/** [AUDIENCE-5] The viewers whose name holds what is searched for, by name; a window of them, as `asker` may know them. [PERMISSION-4] */
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

/** [AUDIENCE-6] [BACKSTAGE-7] Neither an invitation nor backstage show to who does not run the room. */
function shownTo(asker: Person, person: Person): PersonView {
  return isModerator(asker.role) ? { ...person } : shownOutside(person)
}

function shownOutside(person: Person): PersonView {
  const isBackstage = person.place === 'backstage'
  const hidden = isBackstage ? { place: 'viewer' as const, microphone: false, camera: false } : {}
  return { ...person, invitation: null, ...hidden }
}
