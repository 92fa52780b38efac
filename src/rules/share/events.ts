import { PLAIN, type EventRows } from '../event-row.ts'
import { updatePrivate, endShareOf } from '../session/changes.ts'

const SHARES = { ...PLAIN, deliver: 'concerned', counts: false, grants: 'own', timers: 'none', audit: true } as const

/** Screens are shared. */
export const shareEvents: EventRows<'shareStarted' | 'shareEnded'> = {
  shareStarted: {
    ...SHARES,
    audit: false,
    introduces: true,
    evolve(session, { person, sound, at }) {
      if (!session.people.has(person)) return
      session.share = { person, sound, at }
      updatePrivate(session, person, { shown: true })
    },
  },
  shareEnded: { ...SHARES, evolve: (session, { person }) => endShareOf(session, person) },
}
