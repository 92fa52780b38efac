import type { Event } from '../../../protocol/events.ts'
import { MESSAGES_MAX, type Message } from '../../../protocol/messages.ts'
import type { PersonId } from '../../../protocol/types.ts'
import { foldMessages, type Reading } from '../../../rules/chat/messages.ts'
import type { Call } from '../call-state.ts'

/** What is shown of a conversation: a window of its messages, which may have older and newer ones beyond. */
export type Said = {
  messages: readonly Message[]
  /** The first window has come. */
  isThere: boolean
  hasOlder: boolean
  hasNewer: boolean
  /** How many came that were not in sight. [CHAT-17] */
  unseen: number
  /** What others have just written, to be said aloud. */
  news: readonly Message[]
}

// More than a person scrolls through at once: whatever is beyond is asked for again.
const WINDOW_MAX = 200

const NOTHING: Said = { messages: [], isThere: false, hasOlder: false, hasNewer: false, unseen: 0, news: [] }

/**
 * What one reads of a conversation, with everybody or with one. It holds a window, however many messages there are, and
 * follows the newest as long as they are in sight. Lives as long as the call.
 */
export class Conversation {
  readonly #call: Call
  readonly #with: PersonId | null
  readonly #listeners = new Set<() => void>()
  #state: Said = NOTHING
  #session = ''
  /** The newest are in sight. */
  #isAtEnd = true
  #isTelling = false
  #asking: Promise<unknown> | null = null

  constructor(call: Call, other: PersonId | null) {
    this.#call = call
    this.#with = other
    call.follow({ told: (event) => this.#told(event), again: () => this.#again() })
    void this.newest()
  }

  get state(): Said {
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

  /** The newest messages, in place of whatever is shown. */
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

  /** What replaces the window is asked for after whatever was asked before. */
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

  /** All that was known is void: what is in sight is asked for again. */
  #again(): void {
    const { session, inside } = this.#call.state
    if (!inside) return
    if (session.id !== this.#session) this.#change(NOTHING)
    void (this.#isAtEnd || this.#state.messages.length === 0 ? this.newest() : this.#window())
  }

  /** Piece by piece, each put where it belongs as it comes: what is told meanwhile holds for what is there by then. */
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

  #told(event: Event): void {
    const reading: Reading = { reader: this.#call.state.you?.id ?? '', with: this.#with }
    const { messages, hasNewer, unseen } = this.#state
    const after = foldMessages(messages, event, reading)
    if (after === messages) return
    if (event.type !== 'messageWritten') return this.#change({ messages: after, unseen: after.length > 0 ? unseen : 0 })
    const isOwn = event.person === reading.reader
    if (!isOwn) this.#events(after.filter(({ n }) => n === event.n))
    if (this.#isAtEnd && !hasNewer) {
      const hasOlder = this.#state.hasOlder || after.length > WINDOW_MAX
      return this.#change({ messages: after.slice(-WINDOW_MAX), hasOlder })
    }
    // The own message is what one wants to see.
    if (isOwn) return void this.newest()
    const isWhole = !hasNewer && after.length <= WINDOW_MAX
    return this.#change({ unseen: unseen + 1, ...(isWhole ? { messages: after } : { hasNewer: true }) })
  }

  /** What comes in one frame is news together. */
  #events(fresh: readonly Message[]): void {
    const isMore = this.#isTelling
    this.#isTelling = true
    queueMicrotask(() => {
      this.#isTelling = false
    })
    this.#state = { ...this.#state, news: isMore ? [...this.#state.news, ...fresh] : fresh }
  }

  #change(what: Partial<Said>): void {
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

/** The conversation of a call with everybody, or with one. */
export function conversationOf(call: Call, other: PersonId | null): Conversation {
  const all = conversations.get(call) ?? new Map<string, Conversation>()
  conversations.set(call, all)
  const known = all.get(other ?? '') ?? new Conversation(call, other)
  all.set(other ?? '', known)
  return known
}
