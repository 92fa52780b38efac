import type { Millis } from '../../protocol/types.ts'
import type { Clock } from '../clock.ts'
import type { Connection } from '../rooms/connection.ts'
import { inSlices } from './in-slices.ts'
import { textFrame, toldFrame } from './text-frame.ts'

// Of the loop's time a large room's ticks take a quarter at most.
const REST = 3
// Who has not read so many bytes yet is told no numbers.
const SLOW_BYTES = 65_536

/** Somebody who hears a view. `next`: the number of the first event that was not sent to them yet. */
export type Member = { connection: Connection; next: number }

/** A round over the members: what they are sent, as bytes, and until which event. */
type Round = {
  start: number
  end: number
  told: Buffer
  counts: Buffer
  both: Buffer
}

/** What all who hear the same have still to hear; said in rounds, a tick or more apart. Ends with `close`. */
export class ViewQueue {
  readonly members = new Set<Member>()
  readonly #clock: Clock
  readonly #tick: Millis
  /** Events as JSON; the first of them has the number `#base`. */
  #events: string[] = []
  #base = 0
  #counts: { frame: string; name: string | undefined }[] = []
  #isInRound = false
  #stopRound = () => {}
  #notBefore: Millis = -Infinity
  #callOff: (() => void) | null = null

  constructor(clock: Clock, tick: Millis) {
    this.#clock = clock
    this.#tick = tick
  }

  /** The number of the event to come. */
  get end(): number {
    return this.#base + this.#events.length
  }

  /** Those that wait, from a number on. */
  eventsFrom(number: number): string[] {
    return this.#events.slice(Math.max(0, number - this.#base))
  }

  push(events: readonly string[]): void {
    if (events.length === 0) return
    for (const event of events) this.#events.push(event)
    this.#soon()
  }

  count(frame: string, name?: string): void {
    if (name !== undefined) this.#counts = this.#counts.filter((count) => count.name !== name)
    this.#counts.push({ frame, name })
    this.#soon()
  }

  close(): void {
    this.#callOff?.()
    this.#callOff = null
    this.#stopRound()
    this.members.clear()
  }

  #soon(): void {
    if (this.#callOff || this.#isInRound) return
    this.#callOff = this.#clock.after(this.#notBefore - this.#clock.monotonic(), () => {
      this.#callOff = null
      this.#begin()
    })
  }

  #begin(): void {
    const told = this.#events.length === 0 ? NOTHING : textFrame(toldFrame(this.#events))
    const counts = Buffer.concat(this.#counts.map(({ frame }) => textFrame(frame)))
    this.#counts = []
    const both = Buffer.concat([told, counts])
    const round = { start: this.#base, end: this.end, told, counts, both }
    this.#isInRound = true
    this.#stopRound = inSlices(
      this.members.values(),
      (member) => this.#write(member, round),
      (spent) => this.#finish(round, spent),
    )
  }

  #finish({ end }: Round, spent: Millis): void {
    this.#isInRound = false
    this.#events.splice(0, end - this.#base)
    this.#base = end
    this.#notBefore = this.#clock.monotonic() + Math.max(this.#tick, REST * spent)
    if (this.#events.length + this.#counts.length > 0) this.#soon()
  }

  #write(member: Member, { start, end, told, counts, both }: Round): void {
    const { connection, next } = member
    const isSlow = connection.unread > SLOW_BYTES
    member.next = Math.max(next, end)
    if (next <= start) return write(connection, isSlow ? told : both)
    if (next < end) connection.write(textFrame(toldFrame(this.#events.slice(next - this.#base, end - this.#base))))
    if (!isSlow) write(connection, counts)
  }
}

const NOTHING = Buffer.alloc(0)

function write(connection: Connection, bytes: Buffer): void {
  if (bytes.length > 0) connection.write(bytes)
}
