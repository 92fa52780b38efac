import type { Event } from '../protocol/events.ts'
import type { PersonId } from '../protocol/words.ts'
import { runs } from './policy.ts'
import type { Behind, Person, Session } from './session.ts'

/**
 * What an event makes of a session. Total: an event about somebody never announced is nothing. Shared by server and
 * client; changes the session it is given, which it owns, and gives it back.
 */
export function evolve(session: Session, event: Event): Session {
  switch (event.type) {
    case 'sessionStarted':
      session.id = event.session
      session.room = event.room
      session.name = event.name
      session.mode = event.mode
      session.access = event.access
      session.stageSize = event.stageSize
      session.startedAt = event.at
      return session
    case 'sessionEnded':
      session.endedAt = event.at
      session.people.clear()
      session.stage.clear()
      session.runners.clear()
      session.hands.clear()
      session.behind.clear()
      return session
    case 'joined':
      return put(session, newcomer(event.person, event.name, event.role))
    case 'met':
      return put(session, { ...event.person })
    case 'left':
      session.people.delete(event.person)
      session.stage.delete(event.person)
      session.runners.delete(event.person)
      session.hands.delete(event.person)
      session.behind.delete(event.person)
      return session
    case 'pageSeen':
      return behind(session, event.person, { page: event.page })
    case 'connectionLost':
      change(session, event.person, { present: false })
      return behind(session, event.person, { keptUntil: event.until })
    case 'everyConnectionLost':
      for (const id of session.people.keys()) change(session, id, { present: false })
      for (const kept of session.behind.values()) kept.keptUntil ??= event.until
      return session
    case 'cameBack':
      change(session, event.person, { present: true })
      return behind(session, event.person, { keptUntil: null })
    case 'cameOnStage': {
      if (!session.people.has(event.person)) return session
      const { microphone, camera, at } = event
      session.stage.add(event.person)
      change(session, event.person, { place: 'stage', microphone, camera, onStageSince: at })
      return behind(session, event.person, { shown: true })
    }
    case 'leftStage':
      session.stage.delete(event.person)
      return change(session, event.person, { place: 'viewer', microphone: false, camera: false, onStageSince: null })
    case 'microphoneTurned':
      return change(session, event.person, { microphone: event.on })
    case 'cameraTurned':
      return change(session, event.person, { camera: event.on })
    case 'handRaised': {
      if (!session.people.has(event.person)) return session
      const { person, purpose, at, order } = event
      session.hands.set(person, { person, purpose, at: session.hands.get(person)?.at ?? at, order })
      session.nextHand = Math.max(session.nextHand, order + 1)
      return session
    }
    case 'handLowered':
      session.hands.delete(event.person)
      return session
    case 'invited':
      return change(session, event.person, { invitation: { by: event.by, at: event.at } })
    case 'invitationClosed':
      return change(session, event.person, { invitation: null })
    case 'accessSet':
      session.access = event.access
      return session
  }
}

function newcomer(id: PersonId, name: string, role: Person['role']): Person {
  const nowhere = { microphone: false, camera: false, onStageSince: null, invitation: null }
  return { id, name, role, place: 'viewer', present: true, ...nowhere }
}

function put(session: Session, person: Person): Session {
  session.people.set(person.id, person)
  if (person.place === 'stage') session.stage.add(person.id)
  else session.stage.delete(person.id)
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
  const known = session.behind.get(id) ?? { page: '', keptUntil: null, shown: false }
  session.behind.set(id, { ...known, ...what })
  return session
}
