import type { Event } from '../protocol/events.ts'
import type { Kept } from '../protocol/views.ts'
import type { PersonId } from '../protocol/words.ts'
import { runs } from './permissions/policy.ts'
import { nameOf, note } from './moderation/audit-log.ts'
import { foldChat } from './chat/chat-state.ts'
import { LOCKS } from './moderation/is-locked.ts'
import { dropHand, putHand } from './hands/queue.ts'
import { EVENTS } from './events-table.ts'
import { enrol, nobody, strike } from './audience/roster.ts'
import { foldStays } from './attendance/attendance.ts'
import { keptOf, type Behind, type Person, type Session, type Waiter } from './session/session.ts'

/**
 * What an event makes of a session. Total: an event about somebody never announced is nothing. Shared by server and
 * client; changes the session it is given, which it owns, and gives it back.
 */
export function evolve(session: Session, event: Event): Session {
  note(session, event)
  foldStays(session, event)
  foldChat(session.chat, event)
  fold(session, event)
  if (EVENTS[event.type].attends) attend(session, event)
  return session
}

function fold(session: Session, event: Event): Session {
  switch (event.type) {
    case 'sessionStarted':
      session.id = event.session
      session.room = event.room
      session.name = event.name
      session.mode = event.mode
      session.access = event.access
      session.stageSize = event.stageSize
      session.startedAt = event.at
      session.patience = event.patience
      session.sizes = { ...event.sizes }
      session.reactions = event.reactions
      session.chat.private = event.privateChat
      for (const removal of event.removed) session.removed.set(removal.person, removal)
      for (const { person, ...kept } of event.kept) session.kept.set(person, kept)
      return session
    case 'sessionEnded':
      session.endedAt = event.at
      session.endedBy = event.by
      session.endedByName = event.by === null ? '' : nameOf(session, event.by)
      session.peak = Math.max(session.peak, event.peak)
      // At once, for one by one takes long with ten thousand.
      session.roster = nobody()
      for (const id of session.people.keys()) gone(session, id)
      session.waiting.clear()
      session.endsAt = null
      return session
    case 'joined':
      session.waiting.delete(event.person)
      session.former.delete(event.person)
      put(session, newcomer(event.person, event.name, event.role, event.kept))
      session.peak = Math.max(session.peak, session.people.size)
      return event.page === '' ? session : seePage(session, event.person, event.page)
    case 'met':
      return put(session, { ...event.person })
    case 'left':
      if (event.why === 'gone') session.returning.add(event.person)
      else session.returning.delete(event.person)
      return gone(session, event.person)
    case 'removed': {
      const { person, name, lasting, at } = event
      const by = session.people.get(event.by)?.name ?? ''
      session.removed.set(person, { person, name, by, at, lasting })
      session.returning.delete(person)
      session.waiting.delete(person)
      return gone(session, person)
    }
    case 'removalLifted':
      session.removed.delete(event.person)
      return session
    case 'pageSeen':
      wait(session, event.person, { page: event.page })
      return seePage(session, event.person, event.page)
    case 'nameChanged': {
      wait(session, event.person, { name: event.name })
      const person = session.people.get(event.person)
      return person ? put(session, { ...person, name: event.name }) : session
    }
    case 'connectionLost':
      wait(session, event.person, { keptUntil: event.until })
      change(session, event.person, { present: false })
      return behind(session, event.person, { keptUntil: event.until })
    case 'everyConnectionLost':
      for (const id of session.people.keys()) change(session, id, { present: false })
      // Nobody is kept for a shorter time than the others: whoever was cut off before could not come back either. [PRESENCE-4]
      for (const kept of [...session.behind.values(), ...session.waiting.values()])
        kept.keptUntil = Math.max(kept.keptUntil ?? 0, event.until)
      return session
    case 'cameBack':
      wait(session, event.person, { keptUntil: null })
      change(session, event.person, { present: true })
      return behind(session, event.person, { keptUntil: null })
    case 'cameOnStage': {
      if (!session.people.has(event.person)) return session
      const { microphone, camera, at } = event
      session.wings.delete(event.person)
      session.stage.add(event.person)
      change(session, event.person, { place: 'stage', microphone, camera, onStageSince: at })
      return behind(session, event.person, { shown: true })
    }
    case 'cameToWings': {
      if (!session.people.has(event.person)) return session
      const { microphone, camera } = event
      session.wings.add(event.person)
      change(session, event.person, { place: 'wings', microphone, camera })
      return behind(session, event.person, { shown: true })
    }
    case 'leftStage': {
      if (session.mainCamera === event.person) session.mainCamera = null
      session.stage.delete(event.person)
      session.wings.delete(event.person)
      const person = session.people.get(event.person)
      const { microphoneLock = 'none', cameraLock = 'none' } = (person && keptOf(person)) ?? {}
      const off = { microphone: false, camera: false, microphoneLock, cameraLock }
      return change(session, event.person, { ...off, place: 'viewer', onStageSince: null })
    }
    case 'microphoneTurned':
      return change(session, event.person, { microphone: event.on })
    case 'cameraTurned':
      return change(session, event.person, { camera: event.on })
    case 'shareStarted': {
      const { person, sound, at } = event
      if (!session.people.has(person)) return session
      session.share = { person, sound, at }
      return behind(session, person, { shown: true })
    }
    case 'shareEnded':
      return unshare(session, event.person)
    case 'handRaised': {
      if (!session.people.has(event.person)) return session
      const { person, purpose, at, order, first } = event
      const before = session.hands.get(person)
      putHand(session, { person, purpose, at: before?.at ?? at, order, first, reason: before?.reason ?? '' })
      return beyond(session, order)
    }
    case 'reasonGiven': {
      const hand = session.hands.get(event.person)
      if (hand) putHand(session, { ...hand, reason: event.reason })
      return session
    }
    case 'handMoved': {
      const hand = session.hands.get(event.person)
      if (!hand) return session
      putHand(session, { ...hand, order: event.order, first: event.first ?? hand.first })
      session.moved = { by: nameOf(session, event.by), name: nameOf(session, event.person) }
      return beyond(session, event.order)
    }
    case 'handLowered':
      dropHand(session, event.person)
      if (event.why === 'declined') session.declinedRequests.set(event.person, event.at)
      if (event.why === 'on-stage') session.served = [...session.served, event.at].slice(-SERVED_MAX)
      return session
    case 'handsCleared':
      session.hands.clear()
      session.queue = []
      return session
    case 'spoke':
      return behind(session, event.person, { spokeAt: event.at })
    case 'invited':
      return change(session, event.person, { invitation: { by: event.by, at: event.at, hold: event.hold } })
    case 'invitationClosed':
      return change(session, event.person, { invitation: null })
    case 'modeSet':
      session.mode = event.mode
      session.access = event.access
      session.stageSize = event.stageSize
      return session
    case 'stageSizeSet':
      session.stageSize = event.size
      session.sizes[session.mode] = event.size
      return session
    case 'mainCameraSet':
      if (event.on) session.mainCamera = event.person
      else if (session.mainCamera === event.person) session.mainCamera = null
      return session
    case 'reactionsSet':
      session.reactions = event.on
      return session
    case 'accessSet':
      session.access = event.access
      return session
    case 'roleSet': {
      wait(session, event.person, { role: event.role })
      const person = session.people.get(event.person)
      return person ? put(session, { ...person, role: event.role }) : session
    }
    case 'chatModeratorSet':
      return change(session, event.person, { chatModerator: event.on })
    case 'permissionsSet':
      return change(session, event.person, { custom: event.custom })
    case 'lockSet':
      return change(session, event.person, { [LOCKS[event.source]]: event.lock })
    case 'allLockSet':
      session.allLocked[event.source] = event.on
      return session
    case 'askedToUnmute':
      return session
    case 'messageWritten':
    case 'messageLiked':
    case 'likesCounted':
    case 'messageDeleted':
    case 'messagePinned':
    case 'messageUnpinned':
    case 'chatBlocked':
    case 'chatUnblocked':
    case 'chatCleared':
    case 'chatPaused':
    case 'slowModeSet':
    case 'privateChatSet':
    case 'feedbackGiven':
      return session
    case 'roomLocked':
      session.locked = event.on
      return session
    case 'waiting': {
      const { person, name, role, at, page } = event
      session.waiting.set(person, { person, name, role, at, page, keptUntil: null })
      return session
    }
    case 'entryDeclined':
      session.declinedEntries.set(event.person, event.at)
      session.waiting.delete(event.person)
      return session
    case 'admitted':
    case 'stoppedWaiting':
      session.waiting.delete(event.person)
      return session
    case 'endWarned':
      session.endsAt = event.endsAt
      return session
  }
}

/** [SESSION-5] Notes since when nobody who runs the room is here, once one was. [SESSION-6] */
function attend(session: Session, { type, at }: Event): void {
  session.emptySince = session.people.size > 0 ? null : (session.emptySince ?? at)
  const isAttended = [...session.runners].some((id) => session.people.get(id)?.present)
  session.attended ||= isAttended
  // The time in which the server itself was away is nobody's absence. [SESSION-8]
  const since = type === 'everyConnectionLost' ? null : session.unattendedSince
  session.unattendedSince = isAttended || !session.attended ? null : (since ?? at)
  if (isAttended || since === null) session.endsAt = null
}

function wait(session: Session, id: PersonId, what: Partial<Waiter>): void {
  const waiter = session.waiting.get(id)
  if (waiter) session.waiting.set(id, { ...waiter, ...what })
}

// Six are five waits.
const SERVED_MAX = 6

/** A new hand comes after every order there has been. */
function beyond(session: Session, order: number): Session {
  session.nextHand = Math.max(session.nextHand, Math.floor(order) + 1)
  return session
}

function newcomer(id: PersonId, name: string, role: Person['role'], kept: Kept): Person {
  const nowhere = { microphone: false, camera: false, onStageSince: null, invitation: null }
  return { id, name, role, place: 'viewer', present: true, ...nowhere, ...kept }
}

function unshare(session: Session, id: PersonId): Session {
  if (session.share?.person === id) session.share = null
  return session
}

function gone(session: Session, id: PersonId): Session {
  unshare(session, id)
  const person = session.people.get(id)
  if (person) {
    const kept = keptOf(person)
    if (kept) session.kept.set(id, kept)
    else session.kept.delete(id)
    strike(session.roster, person)
    session.former.set(id, { id, name: person.name, role: person.role })
  }
  session.people.delete(id)
  session.stage.delete(id)
  session.wings.delete(id)
  session.runners.delete(id)
  if (session.mainCamera === id) session.mainCamera = null
  dropHand(session, id)
  session.behind.delete(id)
  return session
}

function put(session: Session, person: Person): Session {
  const before = session.people.get(person.id)
  if (before && before.name !== person.name) strike(session.roster, before)
  if (before?.name !== person.name) enrol(session.roster, person)
  session.people.set(person.id, person)
  if (person.place === 'stage') session.stage.add(person.id)
  else session.stage.delete(person.id)
  if (person.place === 'wings') session.wings.add(person.id)
  else session.wings.delete(person.id)
  if (runs(person.role)) session.runners.add(person.id)
  else session.runners.delete(person.id)
  return behind(session, person.id, {})
}

function change(session: Session, id: PersonId, what: Partial<Person>): Session {
  const person = session.people.get(id)
  // A new object for each change, so that who looks at one person sees whether it changed; the Map stays.
  if (person) session.people.set(id, { ...person, ...what })
  return session
}

function behind(session: Session, id: PersonId, what: Partial<Behind>): Session {
  if (!session.people.has(id)) return session
  session.behind.set(id, { ...(session.behind.get(id) ?? NOWHERE), ...what })
  return session
}

const NOWHERE: Behind = { page: '', olderPages: [], keptUntil: null, shown: false, spokeAt: null }
// A person has few windows; what is older than these has long been closed.
const OLDER_MAX = 8

/** [PRESENCE-6] A page takes the place of the one before. */
function seePage(session: Session, id: PersonId, page: string): Session {
  const { page: before, olderPages } = session.behind.get(id) ?? NOWHERE
  const older = [...olderPages, before].filter((other) => other !== page && other !== '').slice(-OLDER_MAX)
  return behind(session, id, { page, olderPages: older })
}
