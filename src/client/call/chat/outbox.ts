import type { Message } from '../../../protocol/messages.ts'
import type { Millis } from '../../../protocol/types.ts'
import { answered, draftOf, keepDraft, keyFor } from './drafts.ts'
import type { Call, Rejected } from '../call-state.ts'

export type Written = { text: string; reply: Message | null }

type State = {
  /** The text that is typed and not sent. */
  readonly text: string
  /** The first message that was sent and not answered yet. */
  readonly onWay: Written | null
  /** Why the last message was rejected, and from when to when it would be again, in ms of this machine's clock. */
  readonly denied: (Rejected & { since: Millis; until: Millis }) | null
}

type Needs = {
  /** Sends a message; resolves to null, or to the reason of the rejection. */
  send(one: Written): Promise<Rejected | null>
  /** Keeps over a reload what was not accepted yet. */
  keep(text: string): void
  now(): Millis
}

/**
 * The messages that one writes to everybody, or to one person. Sending empties the field at once; messages are sent one after the other. If
 * one is rejected, it and all that wait behind it return to the field. [CHAT-16] [CHAT-21]
 */
export class Outbox {
  readonly #needs: Needs
  readonly #listeners = new Set<() => void>()
  #waiting: readonly Written[] = []
  #state: State

  constructor(needs: Needs, text: string) {
    this.#needs = needs
    this.#state = { text, onWay: null, denied: null }
  }

  get state(): State {
    return this.#state
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  type(text: string): void {
    this.#set({ text })
  }

  /**
   * Sends the typed text, if there is any. `answers` is called with the message that the next text replies to: none, or the one of a
   * rejected message.
   */
  async post(reply: Message | null, answers: (reply: Message | null) => void): Promise<void> {
    const { text } = this.#state
    if (text.trim() === '') return
    this.#waiting = [...this.#waiting, { text, reply }]
    this.#set({ text: '' })
    answers(null)
    if (this.#waiting.length > 1) return
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const no = await this.#needs.send(next)
      if (no) {
        const all = inOne([...this.#waiting, this.#state])
        const since = this.#needs.now()
        this.#waiting = []
        this.#set({ text: all, denied: { ...no, since, until: since + (no.wait ?? 0) } })
        answers(next.reply)
      } else {
        this.#waiting = this.#waiting.slice(1)
        this.#set({ denied: null })
      }
    }
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change, onWay: this.#waiting[0] ?? null }
    this.#needs.keep(inOne([...this.#waiting, this.#state]))
    for (const listener of this.#listeners) listener()
  }
}

/** Joined, each on lines of its own. */
function inOne(texts: readonly { text: string }[]): string {
  return texts
    .map((each) => each.text)
    .filter((text) => text !== '')
    .join('\n')
}

type Desk = { writings: Map<string, Outbox>; listeners: Set<() => void> }

const desks = new WeakMap<Call, Desk>()

function deskOf(call: Call): Desk {
  const desk = desks.get(call) ?? { writings: new Map<string, Outbox>(), listeners: new Set<() => void>() }
  desks.set(call, desk)
  return desk
}

/** The outbox of a call for everybody (null), or for one person; the same one also after the panel was closed. */
export function outboxOf(call: Call, whom: string | null): Outbox {
  const { writings, listeners } = deskOf(call)
  const room = call.state.session.room
  const place = `${room} ${whom ?? ''}`
  const known = writings.get(place)
  if (known) return known
  const outbox = new Outbox(needsOf(call, room, whom), draftOf(room, whom))
  outbox.subscribe(() => {
    for (const listener of listeners) listener()
  })
  writings.set(place, outbox)
  return outbox
}

/** Whether any text in this call is typed and not sent, or sent and not answered yet. */
export function isUnsent(call: Call): boolean {
  return [...deskOf(call).writings.values()].some(({ state }) => state.text.trim() !== '' || state.onWay !== null)
}

/** Calls a listener whenever that may have changed, until the returned function is called. */
export function followUnsent(call: Call, listener: () => void): () => void {
  const { listeners } = deskOf(call)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function needsOf(call: Call, room: string, whom: string | null): Needs {
  return {
    async send({ text, reply }) {
      const key = keyFor(room, whom, text)
      const no = await call.request({ type: 'write', text, to: whom, reply: reply?.n ?? null, key })
      // Without an answer, the message is sent again with the same key. [CHAT-19]
      if (no?.why !== 'away') answered(room, whom)
      return no
    },
    keep: (text) => void keepDraft(room, whom, text),
    now: () => Date.now(),
  }
}
