import type { Told } from '../../protocol/events.ts'
import { SLOWNESS, type Pinned, type Slowness } from '../../protocol/messages.ts'
import type { ChatView, PersonView as Person } from '../../protocol/views.ts'
import type { Millis, PersonId } from '../../protocol/types.ts'
import { can } from '../permissions/policy.ts'

/** What the session holds of the chat: how it is set, who is shut out, and who wrote when. The messages are in the store. */
export type Chat = {
  paused: boolean
  slow: Slowness
  private: boolean
  pinned: Pinned | null
  /** Names of those who may not write. */
  blocked: Map<PersonId, string>
  /** The number of the next message, in each conversation its own: nobody learns from it how much others write. [CHAT-11] */
  next: Map<string, number>
  /** When each wrote last, to all or to one; who wrote longest ago first, and nobody who wrote long ago. */
  wrote: Map<PersonId, { all: readonly Millis[]; lastToAll: Millis }>
  /** Under which keys each wrote last. [CHAT-19] */
  keys: Map<PersonId, readonly string[]>
  /** When each gave feedback last; the same. */
  fedBack: Map<PersonId, Millis>
}

/** How many messages one person can write in how long. [CHAT-8] */
export const BURST = 5
export const BURST_IN: Millis = 10_000
// A page sends one at a time in each conversation.
const KEYS_MAX = 4
/** How long one waits between two words of feedback. [FEEDBACK-3] */
export const FEEDBACK_EVERY: Millis = 60_000
const SLOWEST: Millis = Math.max(...SLOWNESS) * 1_000

export function nothingSaid(): Chat {
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

/** A message was written. */
export function messageWritten(chat: Chat, { person, to, n, key, at }: Told<'messageWritten'>): void {
  chat.next.set(conversationOf(person, to), Math.max(nextIn(chat, person, to), n + 1))
  if (key !== null) chat.keys.set(person, [...(chat.keys.get(person) ?? []), key].slice(-KEYS_MAX))
  wrote(chat, person, at, to === null)
}

/** Feedback was given. */
export function fedBack(chat: Chat, person: PersonId, at: Millis): void {
  newest(chat.fedBack, person, at, (each) => each, FEEDBACK_EVERY)
}

/** The number of the next message of somebody to everybody, or to one, from 1. */
export function nextIn(chat: Chat, person: PersonId, to: PersonId | null): number {
  return chat.next.get(conversationOf(person, to)) ?? 1
}

/** The name of a conversation: of two, whoever of them writes; empty for that of everybody. */
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

/** Puts a person last, and lets those go whose time is so long ago that it limits nothing any more. */
function newest<T>(map: Map<PersonId, T>, person: PersonId, value: T, timeOf: (value: T) => Millis, after: Millis) {
  map.delete(person)
  map.set(person, value)
  for (const [id, old] of map) {
    if (timeOf(old) + after > timeOf(value)) return
    map.delete(id)
  }
}

/** The chat as one may know it: at the door nobody is named, and the blocked are known to who moderates, and to themselves. */
export function chatViewOf(chat: Chat, reader: Person | null): ChatView {
  const { paused, slow, private: isPrivate, pinned } = chat
  const sees = (person: PersonId) => reader !== null && (person === reader.id || can(reader, 'blockFromChat'))
  const blocked = [...chat.blocked].flatMap(([person, name]) => (sees(person) ? [{ person, name }] : []))
  return { paused, slow, private: isPrivate, pinned: reader && pinned, blocked }
}

/** A chat as it was shown, to be folded on. */
export function chatFromView({ blocked, ...set }: ChatView): Chat {
  return Object.assign(nothingSaid(), set, { blocked: new Map(blocked.map(({ person, name }) => [person, name])) })
}
