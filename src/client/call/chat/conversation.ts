import type { Event } from '../../../protocol/events.ts'
import { MESSAGES_MAX, type Message } from '../../../protocol/messages.ts'
import type { PersonId } from '../../../protocol/types.ts'
import { foldMessages, type Reading } from '../../../rules/chat/messages.ts'
import type { Call } from '../call-state.ts'

/** The window of a conversation that is shown; there may be older and newer messages beyond it. */
export type ConversationState = {
  messages: readonly Message[]
  /** The first messages have been loaded. */
  isThere: boolean
  hasOlder: boolean
  hasNewer: boolean
  /** How many messages have come below what is in sight. [CHAT-17] */
  unseen: number
  /** New messages of others, to be announced to screen readers. */
  news: readonly Message[]
}

// More than anybody scrolls through at once; messages beyond are loaded again when needed.
const WINDOW_MAX = 200

const NOTHING: ConversationState = {
  messages: [],
  isThere: false,
  hasOlder: false,
  hasNewer: false,
  unseen: 0,
  news: [],
}

/**
 * A conversation with everybody or with one person, as it is read. Holds a window, however many messages there are, and follows the newest
 * while they are in sight. Lives as long as the call.
 */
export class Conversation {
  readonly #call: Call
  readonly #with: PersonId | null
  readonly #listeners = new Set<() => void>()
  #state: ConversationState = NOTHING
  #session = ''
  /** The newest messages are in sight. */
  #isAtEnd = true
  #isTelling = false
  #asking: Promise<unknown> | null = null

  constructor(call: Call, other: PersonId | null) {
    this.#call = call
    this.#with = other
    call.follow({ onEvent: (event) => this.#onEvent(event), onReset: () => this.#reset() })
    void this.newest()
  }

  get state(): ConversationState {
    return this.#state
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Whether the newest message is in sight. */
  sees(end: boolean): void {
    this.#isAtEnd = end
    if (end && this.#state.unseen > 0 && !this.#state.hasNewer) this.#change({ unseen: 0 })
  }

  /** Shows the newest messages instead of the window before. */
  async newest(): Promise<void> {
    await this.#rested()
    const messages = await this.#find({ before: null, after: null })
    if (!messages) return
    this.#session = this.#call.state.session.id
    this.#isAtEnd = true
    this.#change({ messages, isThere: true, hasOlder: isFull(messages), hasNewer: false, unseen: 0 })
  }

  async older(): Promise<void> {
    const [first] = this.#state.messages
    if (!first || !this.#state.hasOlder) return
    const found = await this.#find({ before: first.n, after: null })
    if (!found) return
    const all = merged(found, this.#state.messages)
    const hasNewer = this.#state.hasNewer || all.length > WINDOW_MAX
    this.#change({ messages: all.slice(0, WINDOW_MAX), hasOlder: isFull(found), hasNewer })
  }

  async newer(): Promise<void> {
    const last = this.#state.messages.at(-1)
    if (!last || !this.#state.hasNewer) return
    const found = await this.#find({ before: null, after: last.n })
    if (!found) return
    const all = merged(this.#state.messages, found)
    const hasOlder = this.#state.hasOlder || all.length > WINDOW_MAX
    this.#change({ messages: all.slice(-WINDOW_MAX), hasOlder, hasNewer: isFull(found) })
  }

  /** Waits for requests that were made before, so that the window is replaced last. */
  async #rested(): Promise<void> {
    while (this.#asking) await this.#asking
  }

  async #find(where: { before: number | null; after: number | null }): Promise<Message[] | null> {
    if (this.#asking) return null
    const asking = this.#call.findMessages(this.#with, where)
    this.#asking = asking
    const found = await asking
    this.#asking = null
    return found
  }

  /** Everything known before is void: loads what is in sight again. */
  #reset(): void {
    const { session, inside } = this.#call.state
    if (!inside) return
    if (session.id !== this.#session) this.#change(NOTHING)
    void (this.#isAtEnd || this.#state.messages.length === 0 ? this.newest() : this.#window())
  }

  /** Loads piece by piece, and inserts each piece as it comes, so that events in between apply to what is there already. */
  async #window(): Promise<void> {
    await this.#rested()
    const [first] = this.#state.messages
    let after = first ? first.n - 1 : null
    while (after !== null) {
      const from: number = after
      const found = await this.#find({ before: null, after: from })
      if (!found) return
      const { messages } = this.#state
      const to = isFull(found) ? (found.at(-1)?.n ?? Infinity) : Infinity
      const rest = messages.filter(({ n }) => n > to)
      const isLast = rest.length === 0
      const hasNewer = isLast ? isFull(found) : this.#state.hasNewer
      this.#change({ messages: [...messages.filter(({ n }) => n <= from), ...found, ...rest], hasNewer })
      after = isLast ? null : to
    }
  }

  #onEvent(event: Event): void {
    const reading: Reading = { reader: this.#call.state.you?.id ?? '', with: this.#with }
    const { messages, hasNewer, unseen } = this.#state
    // An answer to what is gone may stand here without it. [KEEP-7]
    if (event.type === 'dataDeleted') this.#reset()
    const after = foldMessages(messages, event, reading)
    if (after === messages) return
    if (event.type !== 'messageWritten') return this.#change({ messages: after, unseen: after.length > 0 ? unseen : 0 })
    const isOwn = event.person === reading.reader
    if (!isOwn) this.#events(after.filter(({ n }) => n === event.n))
    if (this.#isAtEnd && !hasNewer) {
      const hasOlder = this.#state.hasOlder || after.length > WINDOW_MAX
      return this.#change({ messages: after.slice(-WINDOW_MAX), hasOlder })
    }
    // A person wants to see their own message.
    if (isOwn) return void this.newest()
    const isWhole = !hasNewer && after.length <= WINDOW_MAX
    return this.#change({ unseen: unseen + 1, ...(isWhole ? { messages: after } : { hasNewer: true }) })
  }

  /** Messages of one frame are announced together. */
  #events(fresh: readonly Message[]): void {
    const isMore = this.#isTelling
    this.#isTelling = true
    queueMicrotask(() => {
      this.#isTelling = false
    })
    this.#state = { ...this.#state, news: isMore ? [...this.#state.news, ...fresh] : fresh }
  }

  #change(what: Partial<ConversationState>): void {
    this.#state = { ...this.#state, ...what }
    for (const listener of this.#listeners) listener()
  }
}

function isFull(found: readonly Message[]): boolean {
  return found.length === MESSAGES_MAX
}

function merged(first: readonly Message[], second: readonly Message[]): Message[] {
  const known = new Set(first.map(({ n }) => n))
  return [...first, ...second.filter(({ n }) => !known.has(n))]
}

const conversations = new WeakMap<Call, Map<string, Conversation>>()

/** The conversation of a call with everybody, or with one person. */
export function conversationOf(call: Call, other: PersonId | null): Conversation {
  const all = conversations.get(call) ?? new Map<string, Conversation>()
  conversations.set(call, all)
  const known = all.get(other ?? '') ?? new Conversation(call, other)
  all.set(other ?? '', known)
  return known
}
