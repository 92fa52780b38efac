import type { Downward, Me, Upward } from '../../src/protocol/frames.ts'
import { viewFor } from '../../src/rules/audience/audience.ts'
import type { Session } from '../../src/rules/session/session.ts'
import type { SocketEvents, Transport, Socket } from '../../src/client/call/connection/transport.ts'

type Dialled = SocketEvents & { sent: Upward[]; hungUp: number | null }
type Timer = { at: number; call: () => void }

/** A line turned by hand: nothing is heard, and no time goes by, before a test says so. */
export class ManualTransport implements Transport {
  readonly dialled: Dialled[] = []
  moments = { back: () => {}, gone: () => {} }
  #now = 0
  readonly #timers = new Set<Timer>()

  /** The line dialled last. */
  get last(): Dialled {
    const last = this.dialled.at(-1)
    if (!last) throw new Error('nothing was dialled')
    return last
  }

  dial(ends: SocketEvents): Socket {
    const dialled: Dialled = { ...ends, sent: [], hungUp: null }
    this.dialled.push(dialled)
    return {
      send: (text) => dialled.sent.push(JSON.parse(text)),
      close: (code) => (dialled.hungUp = code),
    }
  }

  after(wait: number, call: () => void): () => void {
    const timer = { at: this.#now + wait, call }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  chance(): number {
    return 0.5
  }

  watch(moments: ManualTransport['moments']): () => void {
    this.moments = moments
    return () => (this.moments = { back: () => {}, gone: () => {} })
  }

  /** Lets time go by, in ms. */
  pass(time: number): void {
    const end = this.#now + time
    for (;;) {
      const [next] = [...this.#timers].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)
      if (!next) break
      this.#timers.delete(next)
      this.#now = next.at
      next.call()
    }
    this.#now = end
  }

  /** The server says something. */
  says(frame: Downward): void {
    this.last.heard(JSON.stringify(frame))
  }

  /** The server takes the line, and welcomes. */
  answers(session: Session, you: Me): void {
    this.last.opened()
    this.says(welcomeTo(session, you))
  }
}

/** What the server says first to a person. */
export function welcomeTo(session: Session, you: Me): Extract<Downward, { type: 'welcome' }> {
  return {
    type: 'welcome',
    you,
    inside: session.people.has(you.id),
    door: 'open',
    session: viewFor(session, you.id),
    audience: { viewers: 0, onStage: 0, hands: 0, heads: [], moved: null },
    ticket: 'ticket',
    video: 720,
    host: 'Hana Weber',
    now: 5_000,
  }
}
