import type { PersonId } from '../../protocol/types.ts'
import { forgetActs } from '../moderation/audit-log.ts'
import { forgetNames } from '../entry/namesakes.ts'
import { PLAIN, type EventRows } from '../event-row.ts'
import type { Session } from '../session/session.ts'

const REHEARSAL = {
  ...PLAIN,
  deliver: 'everyone',
  counts: false,
  grants: 'nobody',
  timers: 'none',
  audit: false,
} as const

/** Bots come, and are gone without a trace. */
export const rehearsalEvents: EventRows<'rehearsalStarted' | 'rehearsalMeasured' | 'rehearsalStopped'> = {
  rehearsalStarted: {
    ...REHEARSAL,
    evolve(session, { at, bots }) {
      session.rehearsal = { bots, at, endedAt: null, why: null, verdict: null }
      session.measured = null
    },
  },
  rehearsalMeasured: {
    ...REHEARSAL,
    deliver: 'nobody',
    stored: 'never',
    evolve(session, { measured }) {
      session.measured = measured
    },
  },
  rehearsalStopped: {
    ...REHEARSAL,
    evolve(session, { at, why, verdict, people }) {
      if (session.rehearsal) session.rehearsal = { ...session.rehearsal, endedAt: at, why, verdict }
      for (const person of people) forget(session, person)
      forgetNames(session, new Set(people))
      forgetActs(session, new Set(people))
      const since = session.rehearsal?.at ?? at
      session.served = session.served.filter((served) => served < since)
      session.bots.clear()
      session.measured = null
    },
  },
}

/** [REHEARSE-4] Nothing of a bot stays that could be counted, found, or come back. */
function forget(session: Session, person: PersonId): void {
  const { former, retained, returning, removed, declinedRequests, declinedEntries, chat } = session
  for (const map of [former, retained, removed, declinedRequests, declinedEntries]) map.delete(person)
  returning.delete(person)
  for (const map of [chat.blocked, chat.wrote, chat.keys, chat.fedBack]) map.delete(person)
}
