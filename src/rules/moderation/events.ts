import { recordLeft } from '../attendance/attendance.ts'
import { PLAIN, type EventRows } from '../event-row.ts'
import { changePerson, removePerson } from '../session/changes.ts'
import { LOCKS } from './is-locked.ts'

const ACTS = { ...PLAIN, deliver: 'everyone', counts: false, grants: 'nobody', timers: 'none', audit: true } as const

/** Microphones and cameras are locked, and people removed. */
export const moderationEvents: EventRows<'lockSet' | 'allLockSet' | 'removed' | 'removalLifted'> = {
  lockSet: {
    ...ACTS,
    deliver: 'concerned',
    grants: 'own',
    introduces: true,
    evolve: (session, { person, source, lock }) => changePerson(session, person, { [LOCKS[source]]: lock }),
  },
  allLockSet: {
    ...ACTS,
    grants: 'up',
    evolve(session, { source, on }) {
      session.allLocked[source] = on
    },
  },
  removed: {
    ...ACTS,
    deliver: 'outsiders',
    counts: true,
    grants: 'out',
    attends: true,
    welcomes: 'own',
    attendance: (session, { person, at }) => recordLeft(session, person, at),
    evolve(session, { person, name, lasting, at, by }) {
      session.removed.set(person, { person, name, by: session.people.get(by)?.name ?? '', byId: by, at, lasting })
      session.returning.delete(person)
      session.waiting.delete(person)
      removePerson(session, person)
    },
  },
  removalLifted: {
    ...ACTS,
    deliver: 'outsidersToModerators',
    welcomes: 'own',
    evolve: (session, { person }) => void session.removed.delete(person),
  },
}
