import type { Event } from '../protocol/events.ts'
import type { Session } from './session/session.ts'

/**
 * All that has to be known of a kind of event. The compiler asks for every column of a new kind, so that nobody forgets who hears of it,
 * what it counts, or whose grants it changes. A feature exports the rows of its own events; events-table.ts joins them.
 */
export type EventRow<E extends Event> = {
  /** What it makes of the session, which it changes in place. About somebody never announced it is nothing. */
  evolve: (session: Session, event: E) => void
  /**
   * Who hears of it inside: `everyone`; those whom its person `concerns` [AUDIENCE-1] [AUDIENCE-3]; the same, but of who is
   * backstage only moderators (`openly`) [BACKSTAGE-7]; of those concerned only `moderators`; moderators in any case, and the others where
   * it concerns them (`outsiders`: it is about somebody who is not inside) or never; nobody; or as chat/delivery.ts says.
   */
  deliver:
    | 'everyone'
    | 'concerned'
    | 'openly'
    | 'moderators'
    | 'outsiders'
    | 'outsidersToModerators'
    | 'nobody'
    | 'chat'
  /** Whether it may change the numbers of the audience, the heads of the queue, or somebody's place in it. [AUDIENCE-2] [HAND-8] */
  counts: boolean
  /**
   * Whose grants in the media engine it may change: of its own person, and of those backstage too where that person is a moderator; of
   * everybody who is up; or of nobody. Who is out is granted nothing: `out`, or `allOut`.
   */
  grants: 'own' | 'up' | 'out' | 'allOut' | 'nobody'
  /** Which waits it starts: until its own person's place is given up, until more are let in, all of the session's, or none. */
  timers: 'own' | 'lobby' | 'all' | 'none'
  /** Whether it stands in the audit log, where somebody did it to another or to all. [REMOVE-4] */
  audit: boolean
} & Rare<E>

type Rare<E extends Event> = {
  /** Whether who hears of it is shown its person first. */
  introduces: boolean
  /** Whether it may change which moderators are here. [SESSION-5] */
  attends: boolean
  /** Who is given a new welcome, because another room is known from then on: its own person, all at the door, or nobody. */
  welcomes: 'own' | 'door' | 'nobody'
  /**
   * Whether it is kept in the log: always; only of who is up or a moderator, for a viewer's coming back and being cut off are nobody's
   * news, and after a restart all are cut off anyway [PRESENCE-4]; or never, for it only says anew what the log has.
   */
  stored: 'always' | 'ofThoseKnown' | 'never'
  /** Whether it is told to everybody with others of its kind, a few times a second. [CHAT-15] */
  isSpread: boolean
  /** What it makes of how long each was inside; before `evolve`, which forgets who is gone. [END-2] */
  attendance: ((session: Session, event: E) => void) | null
}

/** The columns in which few differ. */
export const PLAIN = {
  introduces: false,
  attends: false,
  welcomes: 'nobody',
  stored: 'always',
  isSpread: false,
  attendance: null,
} as const satisfies Rare<Event>

/** The rows of a feature: one for each of its kinds of event. */
export type EventRows<T extends Event['type']> = { [K in T]: EventRow<Extract<Event, { type: K }>> }

/** Nothing that the session holds. */
export const nothing = (): void => {}
