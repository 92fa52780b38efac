import type { Told } from '../../protocol/events.ts'
import { SLOWNESS, type Pinned, type Slowness } from '../../protocol/messages.ts'
import type { ChatView, PersonView as Person } from '../../protocol/views.ts'
import type { Millis, PersonId } from '../../protocol/types.ts'
import { can } from '../permissions/policy.ts'

/** What the session holds of the chat: its settings, who is blocked, and who wrote when. The messages themselves are in the store. */
export type Chat = {
  paused: boolean
  slow: Slowness
  private: boolean
  pinned: Pinned | null
  /** The names of those who are blocked from writing. */
  blocked: Map<PersonId, string>
  /** The number of the next message of each conversation. They are counted apart, so that nobody learns how much others write. [CHAT-11] */
  next: Map<string, number>
  /** When each person last wrote, to everybody or to one. Sorted by time; entries that no longer limit anybody are dropped. */
  wrote: Map<PersonId, { all: readonly Millis[]; lastToAll: Millis }>
  /** The idempotency keys under which each person wrote last. [CHAT-19] */
  keys: Map<PersonId, readonly string[]>
  /** When each person last gave feedback; sorted and dropped in the same way. */
  fedBack: Map<PersonId, Millis>
}

/** How many messages one person can write in `BURST_MS`. [CHAT-8] */
export const BURST = 5
export const BURST_MS: Millis = 10_000
// A page sends one message at a time in each conversation.
const KEYS_MAX = 4
/** The time between two pieces of feedback of one person. [FEEDBACK-3] */
export const FEEDBACK_EVERY: Millis = 60_000
const SLOWEST: Millis = Math.max(...SLOWNESS) * 1_000

export function emptyChat(): Chat {
  return {
    paused: false,
    slow: 0,
    private: true,
    pinned: null,
    blocked: new Map(),
    next: new Map(),
    wrote: new Map(),
    keys: new Map(),
    fedBack: new Map(),
  }
}

/** Records that a message was written. */
export function messageWritten(chat: Chat, { person, to, n, key, at }: Told<'messageWritten'>): void {
  chat.next.set(conversationOf(person, to), Math.max(nextIn(chat, person, to), n + 1))
  if (key !== null) chat.keys.set(person, [...(chat.keys.get(person) ?? []), key].slice(-KEYS_MAX))
  wrote(chat, person, at, to === null)
}

/** Records that feedback was given. */
export function fedBack(chat: Chat, person: PersonId, at: Millis): void {
  newest(chat.fedBack, person, at, (each) => each, FEEDBACK_EVERY)
}

/** The number of the next message from a person to everybody, or to one other; counts from 1. */
export function nextIn(chat: Chat, person: PersonId, to: PersonId | null): number {
  return chat.next.get(conversationOf(person, to)) ?? 1
}

/** The key of a conversation: the same for both people of a private one, and empty for the public one. */
export function conversationOf(one: PersonId, other: PersonId | null): string {
  if (other === null) return ''
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

function wrote(chat: Chat, person: PersonId, at: Millis, toAll: boolean): void {
  const before = chat.wrote.get(person)
  const all = [...(before?.all ?? []), at].slice(-BURST)
  const lastToAll = toAll ? at : (before?.lastToAll ?? -Infinity)
  newest(chat.wrote, person, { all, lastToAll }, (each) => each.all.at(-1) ?? 0, SLOWEST)
}

/** Puts a person last, and drops entries from the front that are too old to limit anybody. */
function newest<T>(map: Map<PersonId, T>, person: PersonId, value: T, timeOf: (value: T) => Millis, after: Millis) {
  map.delete(person)
  map.set(person, value)
  for (const [id, old] of map) {
    if (timeOf(old) + after > timeOf(value)) return
    map.delete(id)
  }
}

/** The chat as one person may know it. Before joining nobody is named; the blocked are known to moderators of the chat, and to themselves. */
export function chatViewOf(chat: Chat, reader: Person | null): ChatView {
  const { paused, slow, private: isPrivate, pinned } = chat
  const sees = (person: PersonId) => reader !== null && (person === reader.id || can(reader, 'blockFromChat'))
  const blocked = [...chat.blocked].flatMap(([person, name]) => (sees(person) ? [{ person, name }] : []))
  return { paused, slow, private: isPrivate, pinned: reader && pinned, blocked }
}

/** Chat state made from a view, for a page to go on from. */
export function chatFromView({ blocked, ...set }: ChatView): Chat {
  return Object.assign(emptyChat(), set, { blocked: new Map(blocked.map(({ person, name }) => [person, name])) })
}
