import type { Event } from '../../protocol/events.ts'
import { MESSAGES_MAX, type Message } from '../../protocol/messages.ts'
import type { PersonId } from '../../protocol/types.ts'

/** A conversation from the side of one reader: with everybody, or with one other person. */
export type Reading = { reader: PersonId; with: PersonId | null }

/** Whether a message belongs to this conversation: sent to all, or between the two. [CHAT-11] */
function isOf({ person, to }: { person: PersonId; to: PersonId | null }, { reader, with: other }: Reading): boolean {
  if (to === null || other === null) return to === other
  return (person === reader && to === other) || (person === other && to === reader)
}

/**
 * Applies an event to the messages of a conversation, oldest first; gives the same list if nothing changes, so that events may be applied
 * twice. Deleting a message also empties the quotes of it in replies. [CHAT-7]
 */
export function foldMessages(messages: readonly Message[], event: Event, reading: Reading): readonly Message[] {
  switch (event.type) {
    case 'messageWritten': {
      // Without words it is one whose author's data were deleted. [KEEP-7]
      if (event.text === '' || !isOf(event, reading) || messages.some(({ n }) => n === event.n)) return messages
      const { person, name, role, chatModerator, at, n, text, quote } = event
      const message = { n, person, name, role, chatModerator, at, text, quote, likes: 0, liked: false }
      const last = messages.at(-1)
      return !last || last.n < n ? [...messages, message] : [...messages, message].toSorted((a, b) => a.n - b.n)
    }
    case 'messageDeleted':
      return isOf(event, reading) ? without(messages, event.n) : messages
    case 'rehearsalStopped':
      return withoutBots(messages, new Set(event.people))
    case 'dataDeleted': {
      if (reading.with === event.person) return messages.length > 0 ? [] : messages
      const theirs = messages.filter(({ person }) => person === event.person)
      return theirs.reduce((left, { n }) => without(left, n), messages)
    }
    case 'chatCleared':
      return reading.with === null && messages.length > 0 ? [] : messages
    case 'messageLiked': {
      if (reading.with !== null) return messages
      const liked = event.person === reading.reader ? { liked: event.on } : {}
      return changed(messages, event.n, { likes: event.likes, ...liked })
    }
    case 'likesCounted':
      return reading.with === null ? changed(messages, event.n, { likes: event.likes }) : messages
    default:
      return messages
  }
}

function changed(messages: readonly Message[], n: number, what: Partial<Message>): readonly Message[] {
  return messages.some((each) => each.n === n)
    ? messages.map((each) => (each.n === n ? { ...each, ...what } : each))
    : messages
}

function without(messages: readonly Message[], n: number): readonly Message[] {
  const others = messages.filter((each) => each.n !== n)
  return others.length === messages.length && !messages.some(({ quote }) => quote?.n === n)
    ? messages
    : others.map((each) => (each.quote?.n === n ? { ...each, quote: null } : each))
}

/** [REHEARSE-4] What bots wrote is gone with them, and from the replies to it too. */
function withoutBots(messages: readonly Message[], bots: ReadonlySet<PersonId>): readonly Message[] {
  const theirs = messages.filter(({ person }) => bots.has(person))
  return theirs.reduce((left, { n }) => without(left, n), messages)
}

/** A window of all messages: the newest, those before a number, or those after one. */
export function windowOfMessages(
  messages: readonly Message[],
  { before, after, limit = MESSAGES_MAX }: { before: number | null; after: number | null; limit?: number },
): Message[] {
  if (after !== null) return messages.filter(({ n }) => n > after).slice(0, limit)
  return messages.filter(({ n }) => before === null || n < before).slice(-limit)
}
