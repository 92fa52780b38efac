import type { Event } from '../../protocol/events.ts'
import { readName } from '../../protocol/names.ts'
import { NOTHING_RETAINED } from '../../protocol/views.ts'
import type { Millis, PersonId, PictureId } from '../../protocol/types.ts'
import { reject, type Actor, type Outcome } from '../outcome.ts'
import { isModerator } from '../permissions/policy.ts'
import type { Person, Session } from '../session/session.ts'
import { nameAmong, renamed } from './namesakes.ts'
import { bareName } from './likeness.ts'
import { endedByComing, endedByLeaving, isRehearsing, stopRehearsal } from '../rehearsal/rehearsal.ts'
import { shareEnds } from '../share/share.ts'

/** How long the place of a person who was cut off is kept, in ms: enough for a laptop carried asleep from one room to another. [PRESENCE-2] */
export const KEPT_WHEN_CUT: Millis = 120_000
/** How long the place of a person who closed the page is kept, in ms: enough for a reload on a slow phone. [PRESENCE-3] */
export const KEPT_WHEN_CLOSED: Millis = 20_000

/** [ENTER-1] A person joins as a viewer, whatever the role. Joining a second time only changes the page. [REMOVE-1] */
export function join(session: Session, actor: Actor, page: string, at: Millis): Outcome {
  if (session.people.has(actor.id)) return arrive(session, actor.id, page, at)
  if (session.removed.has(actor.id)) return reject('removed')
  if (actor.bot && !isRehearsing(session)) return reject('no-entry')
  const waited: Event[] = session.waiting.has(actor.id)
    ? [{ type: 'stoppedWaiting', at, person: actor.id, why: 'self' }]
    : []
  return [...waited, ...entered(session, actor, page, at)]
}

/** The events of a person joining, with what was retained of them. */
export function entered(session: Session, actor: Actor, page: string, at: Millis): Event[] {
  const { id: person, role, bot, picture } = actor
  const name = nameAmong(session, person, role, actor.name)
  const kept = session.retained.get(person) ?? NOTHING_RETAINED
  const others = isModerator(role) ? renamed(session, person, name, at) : []
  const joined: Event = {
    type: 'joined',
    at,
    person,
    name,
    role,
    kept,
    page,
    ...(bot && { bot }),
    ...(picture && { picture }),
  }
  const moderates: Event[] = actor.chatModeratorByName
    ? [{ type: 'chatModeratorSet', at, person, on: true, by: null, named: true }]
    : []
  return [...endedByComing(session, actor, at), ...others, joined, ...moderates]
}

/** [LEAVE-1] A person who leaves is gone at once, from the stage and from the queue too. */
export function leave(session: Session, me: Person, at: Millis): Outcome {
  return [{ type: 'left', at, person: me.id, why: 'self' }, ...endedByLeaving(session, me.id, at)]
}

/** [NAME-3] Changes one's name for everybody from now on. Messages keep the name under which they were written. */
export function changeName(session: Session, me: Actor, typed: string, at: Millis): Outcome {
  const read = readName(typed)
  if ('fault' in read) return reject(read.fault)
  const name = nameAmong(session, me.id, me.role, read.name)
  if (name === me.name) return []
  const others = isModerator(me.role) ? renamed(session, me.id, name, at) : []
  return [...others, { type: 'nameChanged', at, person: me.id, name, was: me.name, typed: bareName(read.name) }]
}

/** [PICTURE-6] The account of somebody has another picture, or none. */
export function pictureSet(session: Session, id: PersonId, picture: PictureId | null, at: Millis): Event[] {
  const person = session.people.get(id)
  if (!person || (person.picture ?? null) === picture) return []
  return [{ type: 'pictureSet', at, person: id, picture }]
}

/**
 * [PRESENCE-1] A person who comes back in time has the same place. [MUTE-2] A page that was not here before starts with microphone and
 * camera off: only a press on that page turns them on. [SHARE-5] It does not continue the share of another page either.
 */
export function arrive(session: Session, person: PersonId, page: string, at: Millis): Event[] {
  const me = session.people.get(person)
  if (!me) return arriveAtDoor(session, person, page, at)
  const events: Event[] = []
  if (!me.present) events.push({ type: 'cameBack', at, person })
  if (session.privateState.get(person)?.page !== page) {
    events.push({ type: 'pageSeen', at, person, page })
    if (me.microphone) events.push({ type: 'microphoneTurned', at, person, on: false, by: null })
    if (me.camera) events.push({ type: 'cameraTurned', at, person, on: false, by: null })
    events.push(...shareEnds(session, person, 'self', null, at))
  }
  return events
}

/** [WAIT-7] A person in the lobby is connected again. */
function arriveAtDoor(session: Session, person: PersonId, page: string, at: Millis): Event[] {
  const waiter = session.waiting.get(person)
  if (!waiter) return []
  const events: Event[] = waiter.retainedUntil === null ? [] : [{ type: 'cameBack', at, person }]
  return waiter.page === page ? events : [...events, { type: 'pageSeen', at, person, page }]
}

/** [PRESENCE-2] [PRESENCE-3] After a lost connection the place is kept for a time. `clean`: the page was closed. [SHARE-5] */
export function connectionLost(session: Session, person: PersonId, clean: boolean, at: Millis): Event[] {
  const isHere = session.people.get(person)?.present || session.waiting.get(person)?.retainedUntil === null
  if (!isHere) return []
  const lost: Event = { type: 'connectionLost', at, person, until: at + (clean ? KEPT_WHEN_CLOSED : KEPT_WHEN_CUT) }
  return clean ? [...shareEnds(session, person, 'self', null, at), lost] : [lost]
}

/** [PRESENCE-6] Whether a newer page of the same person has replaced this one. */
export function isOlderPage(session: Session, person: PersonId, page: string): boolean {
  return session.privateState.get(person)?.olderPages.includes(page) ?? false
}

/**
 * [PRESENCE-4] After the server was away, everybody's place is kept, counted from its return. [SESSION-8] If it was away for longer than a
 * session lasts without a moderator, the session ended when the last of them was here.
 */
export function serverAway(session: Session, since: Millis, at: Millis): Event[] {
  const { patience, peak, people, waiting, emptySince } = session
  if (patience > 0 && at - since > patience) {
    const endedAt = people.size > 0 ? since : (emptySince ?? since)
    const stopped = stopRehearsal(session, 'serverAway', null, endedAt)
    return [...stopped, { type: 'sessionEnded', at: endedAt, by: null, peak }]
  }
  const stopped = stopRehearsal(session, 'serverAway', null, at)
  return people.size + waiting.size === 0 ? stopped : [...stopped, ...everyConnectionLost(at)]
}

/** [PRESENCE-4] */
export function everyConnectionLost(at: Millis): Event[] {
  return [{ type: 'everyConnectionLost', at, until: at + KEPT_WHEN_CUT }]
}

/** [PRESENCE-5] A person whose place was kept long enough has left. */
export function personGone(session: Session, person: PersonId, at: Millis): Event[] {
  const waiter = session.waiting.get(person)
  const kept = (waiter ?? session.privateState.get(person))?.retainedUntil
  if (kept === null || kept === undefined || kept > at) return []
  if (waiter) return [{ type: 'stoppedWaiting', at, person, why: 'gone' }]
  return [{ type: 'left', at, person, why: 'gone' }, ...endedByLeaving(session, person, at)]
}
