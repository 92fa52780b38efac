import type { Told } from '../../protocol/events.ts'
import { recordLeft, recordAttendance } from '../attendance/attendance.ts'
import { PLAIN, type EventRows } from '../event-row.ts'
import { updatePrivate, changePerson, removePerson, putPerson, recordPage, changeWaiter } from '../session/changes.ts'
import { botsIn } from '../rehearsal/rehearsal.ts'
import { forgetPerson } from '../retention/forgotten.ts'
import { recordName } from './namesakes.ts'
import type { Person } from '../session/session.ts'

const COMES = {
  ...PLAIN,
  deliver: 'concerned',
  counts: true,
  grants: 'own',
  timers: 'none',
  audit: false,
  attends: true,
} as const
const AT_DOOR = {
  ...PLAIN,
  deliver: 'outsiders',
  counts: true,
  grants: 'nobody',
  timers: 'none',
  audit: true,
  welcomes: 'own',
} as const

/** People join, leave, lose their connection, and wait in the lobby. */
export const entryEvents: EventRows<
  | 'joined'
  | 'met'
  | 'left'
  | 'pageSeen'
  | 'nameChanged'
  | 'pictureSet'
  | 'connectionLost'
  | 'everyConnectionLost'
  | 'cameBack'
  | 'roomLocked'
  | 'waiting'
  | 'admitted'
  | 'admittingAll'
  | 'entryDeclined'
  | 'stoppedWaiting'
  | 'dataDeleted'
> = {
  joined: {
    ...COMES,
    welcomes: 'own',
    // Of a bot nothing is counted. [REHEARSE-4]
    attendance(session, { person, at, bot }) {
      if (!bot) recordAttendance(session, person, { since: at })
    },
    evolve(session, event) {
      session.waiting.delete(event.person)
      session.former.delete(event.person)
      recordName(session, event.person, event.name)
      if (event.bot) session.bots.add(event.person)
      putPerson(session, newcomer(event))
      session.peak = Math.max(session.peak, session.people.size - botsIn(session))
      if (event.page !== '') recordPage(session, event.person, event.page)
    },
  },
  met: {
    ...COMES,
    deliver: 'nobody',
    counts: false,
    grants: 'nobody',
    attends: false,
    stored: 'never',
    evolve: (session, { person }) => putPerson(session, { ...person }),
  },
  left: {
    ...COMES,
    grants: 'out',
    welcomes: 'own',
    attendance: (session, { person, at }) => recordLeft(session, person, at),
    evolve(session, { person, why }) {
      if (why === 'gone') session.returning.add(person)
      else session.returning.delete(person)
      removePerson(session, person)
    },
  },
  pageSeen: {
    ...PLAIN,
    deliver: 'nobody',
    counts: false,
    grants: 'nobody',
    timers: 'none',
    audit: false,
    evolve(session, { person, page }) {
      changeWaiter(session, person, { page })
      recordPage(session, person, page)
    },
  },
  nameChanged: {
    ...COMES,
    grants: 'nobody',
    attends: false,
    welcomes: 'own',
    evolve(session, event) {
      recordName(session, event.person, event.name)
      changeWaiter(session, event.person, { name: event.name })
      const person = session.people.get(event.person)
      if (person) putPerson(session, { ...person, name: event.name })
    },
  },
  pictureSet: {
    ...COMES,
    grants: 'nobody',
    attends: false,
    evolve: (session, { person, picture }) => changePerson(session, person, { picture: picture ?? undefined }),
  },
  connectionLost: {
    ...COMES,
    counts: false,
    grants: 'nobody',
    timers: 'own',
    stored: 'ofThoseKnown',
    evolve(session, { person, until }) {
      changeWaiter(session, person, { retainedUntil: until })
      changePerson(session, person, { present: false })
      updatePrivate(session, person, { retainedUntil: until })
    },
  },
  everyConnectionLost: {
    ...COMES,
    deliver: 'everyone',
    counts: false,
    grants: 'nobody',
    timers: 'all',
    evolve(session, { until }) {
      for (const id of session.people.keys()) changePerson(session, id, { present: false })
      // One time for all: nobody who was cut off before the restart could have come back either. [PRESENCE-4]
      for (const kept of [...session.privateState.values(), ...session.waiting.values()])
        kept.retainedUntil = Math.max(kept.retainedUntil ?? 0, until)
    },
  },
  cameBack: {
    ...COMES,
    counts: false,
    stored: 'ofThoseKnown',
    evolve(session, { person }) {
      changeWaiter(session, person, { retainedUntil: null })
      changePerson(session, person, { present: true })
      updatePrivate(session, person, { retainedUntil: null })
    },
  },
  roomLocked: {
    ...AT_DOOR,
    deliver: 'everyone',
    counts: false,
    welcomes: 'door',
    evolve(session, { on }) {
      session.locked = on
    },
  },
  waiting: {
    ...AT_DOOR,
    audit: false,
    evolve(session, { person, name, role, at, page, uninvited }) {
      recordName(session, person, name)
      const mark = uninvited && { uninvited }
      session.waiting.set(person, { person, name, role, at, page, retainedUntil: null, ...mark })
    },
  },
  admitted: {
    ...AT_DOOR,
    welcomes: 'nobody',
    evolve: (session, { person }) => void session.waiting.delete(person),
  },
  admittingAll: {
    ...PLAIN,
    deliver: 'nobody',
    counts: false,
    grants: 'nobody',
    timers: 'lobby',
    audit: false,
    evolve(session, { by, since }) {
      session.admitting = { by, since }
    },
  },
  entryDeclined: {
    ...AT_DOOR,
    evolve(session, { person, at }) {
      session.declinedEntries.set(person, at)
      session.waiting.delete(person)
    },
  },
  stoppedWaiting: {
    ...AT_DOOR,
    audit: false,
    evolve: (session, { person }) => void session.waiting.delete(person),
  },
  dataDeleted: {
    ...COMES,
    // Everybody has read what the person wrote.
    deliver: 'everyone',
    grants: 'out',
    evolve: (session, { person }) => forgetPerson(session, person),
  },
}

function newcomer({ person: id, name, role, kept, bot, picture }: Told<'joined'>): Person {
  const nowhere = { microphone: false, camera: false, onStageSince: null, invitation: null }
  return {
    id,
    name,
    role,
    place: 'viewer',
    present: true,
    ...nowhere,
    ...kept,
    ...(bot && { bot }),
    ...(picture && { picture }),
  }
}
