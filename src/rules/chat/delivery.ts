import type { Event } from '../../protocol/events.ts'
import { NOBODY, type Delivery } from '../audience/delivery.ts'
import { can } from '../permissions/policy.ts'
import type { Session } from '../session/session.ts'

/** Who is sent an event of the chat. [CHAT-11] */
export function chatDelivery(session: Session, event: Event): Delivery {
  switch (event.type) {
    case 'messageWritten':
    case 'messageDeleted': {
      const { person, to } = event
      if (to === null) return toAll(event)
      return { ...NOBODY, own: { person, events: [event] }, others: { people: new Set([to]), events: [event] } }
    }
    case 'messagePinned':
      return toAll(event)
    // Everybody is sent the number of likes; nobody learns who liked. [CHAT-5]
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

function toAll(event: Event): Delivery {
  return { everyone: [event], moderators: [event], own: null }
}
