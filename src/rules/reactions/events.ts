import { PLAIN, type EventRows } from '../event-row.ts'

/** Reactions are turned on and off. A reaction itself is counted, and is no event. [REACT-5] */
export const reactionEvents: EventRows<'reactionsSet'> = {
  reactionsSet: {
    ...PLAIN,
    deliver: 'everyone',
    counts: false,
    grants: 'nobody',
    timers: 'none',
    audit: true,
    evolve(session, { on }) {
      session.reactions = on
    },
  },
}
