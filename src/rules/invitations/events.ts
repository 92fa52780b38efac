import { PLAIN, type EventRows } from '../event-row.ts'
import { changePerson } from '../session/changes.ts'

const CALLS = {
  ...PLAIN,
  deliver: 'moderators',
  counts: false,
  grants: 'nobody',
  timers: 'none',
  audit: true,
} as const

/** People are invited to the stage. */
export const invitationEvents: EventRows<'invited' | 'invitationClosed'> = {
  invited: {
    ...CALLS,
    introduces: true,
    evolve: (session, { person, by, at, hold }) => changePerson(session, person, { invitation: { by, at, hold } }),
  },
  invitationClosed: { ...CALLS, evolve: (session, { person }) => changePerson(session, person, { invitation: null }) },
}
