import type { Event } from '../../protocol/events.ts'
import type { Telling } from '../audience/audience.ts'
import { can } from '../permissions/policy.ts'
import type { Session } from '../session/session.ts'

export const NOBODY: Telling = { everyone: [], moderators: [], own: null }

/** Who hears of what is said. [CHAT-11] */
export function chatTelling(session: Session, event: Event): Telling {
  switch (event.type) {
    case 'messageWritten':
    case 'messageDeleted': {
      const { person, to } = event
      if (to === null) return toAll(event)
      return { ...NOBODY, own: { person, events: [event] }, others: { people: new Set([to]), events: [event] } }
    }
    case 'messagePinned':
      return toAll(event)
    // Who likes is counted, not listed; the room hears the numbers. [CHAT-5]
    case 'messageLiked':
      return { ...NOBODY, own: { person: event.person, events: [event] } }
    case 'chatBlocked':
    case 'chatUnblocked': {
      const moderators = [...session.people.values()].filter((person) => can(person, 'blockFromChat'))
      const people = new Set(moderators.map(({ id }) => id))
      return { ...NOBODY, own: { person: event.person, events: [event] }, others: { people, events: [event] } }
    }
    default:
      return NOBODY
  }
}

function toAll(event: Event): Telling {
  return { everyone: [event], moderators: [event], own: null }
}
