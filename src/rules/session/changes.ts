import type { PersonId } from '../../protocol/types.ts'
import { register, unregister } from '../audience/roster.ts'
import { dropHand } from '../hands/queue.ts'
import { isModerator } from '../permissions/policy.ts'
import { retainedOf, type PrivateState, type Person, type Session, type Waiter } from './session.ts'

/** Adds a person to the session, or replaces what was known of them. */
export function putPerson(session: Session, person: Person): void {
  const before = session.people.get(person.id)
  if (before && before.name !== person.name) unregister(session.roster, before)
  if (before?.name !== person.name) register(session.roster, person)
  session.people.set(person.id, person)
  if (person.place === 'stage') session.stage.add(person.id)
  else session.stage.delete(person.id)
  if (person.place === 'backstage') session.backstage.add(person.id)
  else session.backstage.delete(person.id)
  if (isModerator(person.role)) session.moderators.add(person.id)
  else session.moderators.delete(person.id)
  updatePrivate(session, person.id, {})
}

/** Changes fields of a person who is inside. */
export function changePerson(session: Session, id: PersonId, what: Partial<Person>): void {
  const person = session.people.get(id)
  // Each change makes a new object, so that comparing one person is enough to see a change; the Map stays the same.
  if (person) session.people.set(id, { ...person, ...what })
}

/** Changes fields of a person that only the server keeps. */
export function updatePrivate(session: Session, id: PersonId, what: Partial<PrivateState>): void {
  if (session.people.has(id)) session.privateState.set(id, { ...(session.privateState.get(id) ?? NOWHERE), ...what })
}

/** Changes fields of a person in the lobby. */
export function changeWaiter(session: Session, id: PersonId, what: Partial<Waiter>): void {
  const waiter = session.waiting.get(id)
  if (waiter) session.waiting.set(id, { ...waiter, ...what })
}

/** Removes a person from the session; what is retained of them stays. */
export function removePerson(session: Session, id: PersonId): void {
  endShareOf(session, id)
  endContentOf(session, id)
  const person = session.people.get(id)
  if (person) {
    const here = session.privateState.get(id)?.chatModeratorHere ?? person.chatModerator
    const kept = retainedOf({ ...person, chatModerator: here })
    if (kept) session.retained.set(id, kept)
    else session.retained.delete(id)
    unregister(session.roster, person)
    session.former.set(id, { id, name: person.name, role: person.role })
  }
  session.people.delete(id)
  session.stage.delete(id)
  session.backstage.delete(id)
  session.moderators.delete(id)
  if (session.mainCamera === id) session.mainCamera = null
  dropHand(session, id)
  session.privateState.delete(id)
}

/** Ends the share of a person. */
export function endShareOf(session: Session, id: PersonId): void {
  if (session.share?.person === id) session.share = null
}

/** Ends what a person presents. */
export function endContentOf(session: Session, id: PersonId): void {
  if (session.content?.person === id) session.content = null
}

const NOWHERE: PrivateState = { page: '', olderPages: [], retainedUntil: null, shown: false, spokeAt: null }
// People have few windows open; older ones have been closed for long.
const OLDER_MAX = 8

/** [PRESENCE-6] Records the page that a person has open now; it replaces the one before. */
export function recordPage(session: Session, id: PersonId, page: string): void {
  const { page: before, olderPages } = session.privateState.get(id) ?? NOWHERE
  const older = [...olderPages, before].filter((other) => other !== page && other !== '').slice(-OLDER_MAX)
  updatePrivate(session, id, { page, olderPages: older })
}
