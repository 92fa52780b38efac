import type { Refusal } from '../../protocol/refusals.ts'
import type { Millis, PersonId } from '../../protocol/types.ts'
import { systemClock, type Clock } from '../clock.ts'
import type { Connection } from '../rooms/connection.ts'
import { textFrame, toldFrame } from './text-frame.ts'
import { ViewQueue, type Member } from './view-queue.ts'

/**
 * What somebody hears of a room, whatever is about themselves: at the door little, but of the end as much as anybody where they were
 * inside before (`former`) [END-1]; inside all the same, but no names of the audience without the permission (`unnamed`)
 * [PERMISSION-4]; and who runs the room more.
 */
export const VIEWS = ['prejoin', 'former', 'everyone', 'unnamed', 'moderators'] as const
export type View = (typeof VIEWS)[number]
/** Something for each view; where it is missing there is nothing. */
export type ByView<T> = Partial<Record<View, T>>

/** Events as JSON: what each view hears, and what some people hear instead, by their ids. */
export type Outgoing = { views: ByView<readonly string[]>; own: ReadonlyMap<PersonId, readonly string[]> }

// What goes to everybody leaves at once where it is calm, and otherwise in ticks: two thousand messages cost as much as twenty. [CHAT-15]
const TICK: Millis = 50
// Who runs a room are few, and wait for hands.
const MODERATORS_TICK: Millis = 10

/**
 * The connections of a room, and what each is sent: events in the order in which they happened, in ticks, made bytes once for all who
 * hear the same. What is for one person goes at once, after all that they had still to hear. Ends with `close`.
 */
export class Hub {
  /** Also those that have said no hello yet. */
  readonly #held = new Set<Connection>()
  readonly #members = new Map<PersonId, Member & { view: View }>()
  readonly #views: Readonly<Record<View, ViewQueue>>

  constructor(clock: Clock = systemClock) {
    const queue = (tick: Millis) => new ViewQueue(clock, tick)
    this.#views = {
      prejoin: queue(TICK),
      former: queue(TICK),
      everyone: queue(TICK),
      unnamed: queue(TICK),
      moderators: queue(MODERATORS_TICK),
    }
  }

  /** The present connection of a person. */
  get(person: PersonId): Connection | null {
    return this.#members.get(person)?.connection ?? null
  }

  /** Everybody who is connected. */
  get people(): PersonId[] {
    return [...this.#members.keys()]
  }

  /** Takes a connection in, instead of the one that its person had. It hears nothing before its first welcome. */
  add(connection: Connection): void {
    this.remove(connection.id)
    this.#members.set(connection.id, { connection, view: 'prejoin', next: NOTHING_YET })
  }

  remove(person: PersonId): void {
    const member = this.#members.get(person)
    if (member) this.#views[member.view].members.delete(member)
    this.#members.delete(person)
  }

  /** A connection is open that speaks now or soon, until the returned function is called. */
  hold(connection: Connection): () => void {
    this.#held.add(connection)
    return () => void this.#held.delete(connection)
  }

  /** How many connections are open. */
  get open(): number {
    return this.#held.size
  }

  /** Closes all connections of somebody, for good with a reason, or to come in again. */
  disconnect(person: PersonId, why: Refusal | null): void {
    for (const connection of this.#held) {
      if (connection.id !== person) continue
      if (why === null) connection.moved()
      else connection.refused(why)
    }
  }

  /** Sends all that somebody may know, as one frame; from now on they hear what comes after it in this view. */
  welcome(person: PersonId, view: View, frame: string): void {
    const member = this.#members.get(person)
    if (!member) return
    this.#views[member.view].members.delete(member)
    member.view = view
    member.next = this.#views[view].end
    this.#views[view].members.add(member)
    member.connection.send(frame)
  }

  /** Sends something to one person, after all that they had still to hear. */
  send(person: PersonId, frame: string): void {
    this.#caughtUp(person)?.send(frame)
  }

  /** Sends the same to some, after all that each had still to hear: made bytes once. */
  sendAll(people: Iterable<PersonId>, frame: string): void {
    const bytes = textFrame(frame)
    for (const person of people) this.#caughtUp(person)?.write(bytes)
  }

  /** The connection of somebody who has now been sent all that happened; null where they hear nothing yet. */
  #caughtUp(person: PersonId): Connection | null {
    const member = this.#members.get(person)
    if (!member || member.next === NOTHING_YET) return null
    const queue = this.#views[member.view]
    const waiting = queue.eventsFrom(member.next)
    member.next = queue.end
    if (waiting.length > 0) member.connection.send(toldFrame(waiting))
    return member.connection
  }

  /** Says what has happened. */
  deliver({ views, own }: Outgoing): void {
    for (const [person, events] of own) {
      const member = this.#members.get(person)
      if (!member || member.next === NOTHING_YET) continue
      const queue = this.#views[member.view]
      const waiting = queue.eventsFrom(member.next)
      member.next = queue.end + (views[member.view]?.length ?? 0)
      if (waiting.length + events.length > 0) member.connection.send(toldFrame([...waiting, ...events]))
    }
    for (const view of VIEWS) this.#views[view].push(views[view] ?? [])
  }

  /**
   * Says numbers with the next tick of each view. Whoever reads slowly is not told. Of one `name` only the newest is said; without a
   * name all are.
   */
  count(frames: ByView<string>, name?: string): void {
    for (const view of VIEWS) {
      const frame = frames[view]
      if (frame !== undefined) this.#views[view].count(frame, name)
    }
  }

  /** Sends a frame to everybody at once. */
  toAll(frame: string): void {
    for (const { connection } of this.#members.values()) connection.send(frame)
  }

  close(): void {
    for (const view of VIEWS) this.#views[view].close()
  }
}

const NOTHING_YET = Infinity
