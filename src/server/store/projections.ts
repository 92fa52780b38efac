import type { Event } from '../../protocol/events.ts'
import type { Feedback } from '../../protocol/messages.ts'
import type { Millis, PersonId, Role } from '../../protocol/types.ts'
import { conversationOf } from '../../rules/chat/chat-state.ts'
import { isLower } from '../../rules/permissions/policy.ts'

type Written = Extract<Event, { type: 'messageWritten' }>

/** A change of what can be looked up without reading the log. A conversation is named as `conversationOf` names it. */
export type Change =
  | { table: 'messages'; do: 'add'; conversation: string; message: Written }
  | { table: 'messages'; do: 'remove'; conversation: string; n: number }
  | { table: 'messages'; do: 'clear' }
  | { table: 'messages'; do: 'removeAllOf'; person: PersonId }
  | { table: 'messages'; do: 'forget'; person: PersonId }
  | { table: 'threads'; do: 'put'; person: PersonId; other: PersonId; name: string; conversation: string }
  | { table: 'likes'; do: 'add' | 'remove'; n: number; person: PersonId; likes: number }
  | { table: 'feedback'; do: 'add'; feedback: Feedback }
  | { table: 'people'; do: 'rename'; person: PersonId; name: string }
  | { table: 'people'; do: 'see'; person: PersonId; at: Millis }
  | { table: 'sessions'; do: 'end'; at: Millis }
  | { table: 'people'; do: 'setRole'; person: PersonId; role: Role; lowered: boolean }

/**
 * What an event changes there. Every store does just this, in the commit that stores the event. A role or a name that an event gives is
 * the person's own from then on. [ROLE-6] [NAME-3]
 */
export function changesOf(event: Event): Change[] {
  switch (event.type) {
    case 'messageWritten':
      return written(event)
    case 'messageLiked':
      return [{ table: 'likes', do: event.on ? 'add' : 'remove', n: event.n, person: event.person, likes: event.likes }]
    case 'messageDeleted':
      return [{ table: 'messages', do: 'remove', conversation: conversationOf(event.person, event.to), n: event.n }]
    case 'dataDeleted':
      return [{ table: 'messages', do: 'forget', person: event.person }]
    case 'chatCleared':
      return [{ table: 'messages', do: 'clear' }]
    case 'rehearsalStopped':
      return event.people.map((person) => ({ table: 'messages', do: 'removeAllOf', person }))
    case 'feedbackGiven': {
      const { name, at, mark, text } = event
      return [{ table: 'feedback', do: 'add', feedback: { name, at, mark, text } }]
    }
    case 'joined':
    case 'waiting':
      return [{ table: 'people', do: 'see', person: event.person, at: event.at }]
    case 'sessionEnded':
      return [{ table: 'sessions', do: 'end', at: event.at }]
    case 'nameChanged':
      return [{ table: 'people', do: 'rename', person: event.person, name: event.typed || event.name }]
    case 'roleSet': {
      const { person, role, was, named } = event
      // [MEMBER-3]
      if (named) return []
      return [{ table: 'people', do: 'setRole', person, role, lowered: isLower(role, was) }]
    }
    default:
      return []
  }
}

function written(message: Written): Change[] {
  const { person, name, to, toName } = message
  const conversation = conversationOf(person, to)
  const add: Change = { table: 'messages', do: 'add', conversation, message }
  if (to === null) return [add]
  return [
    add,
    { table: 'threads', do: 'put', person, other: to, name: toName, conversation },
    { table: 'threads', do: 'put', person: to, other: person, name, conversation },
  ]
}
