import type { Event } from '../protocol/events.ts'
import type { Session } from './session/session.ts'

/**
 * Everything there is to know of a kind of event. The compiler asks for every column of a new kind, so that nobody forgets who is sent it,
 * what it counts, or whose grants it changes. A feature exports the rows of its own events; events-table.ts joins them.
 */
export type EventRow<E extends Event> = {
  /** Applies the event to the session, in place. An event about a person whom this session does not know does nothing. */
  evolve: (session: Session, event: E) => void
  /**
   * Who of those inside is sent it. `everyone`; `concerned`: everybody who may know its person [AUDIENCE-1] [AUDIENCE-3]; `openly`: the
   * same, but only moderators if the person is backstage [BACKSTAGE-7]; `moderators`: of those who may know the person, the moderators;
   * of what is about nobody, all of them; `outsiders`: it is about somebody who is not inside, so moderators always, and others if it concerns them; `outsidersToModerators`: the
   * same for moderators alone; `nobody`; `chat`: as chat/delivery.ts decides.
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
  /** Whether it may change the audience's numbers, the head of the queue, or anybody's place in it. [AUDIENCE-2] [HAND-8] */
  counts: boolean
  /**
   * Whose grants in LiveKit it may change. `own`: its person's, and also those of everybody backstage if that person is a moderator; `up`:
   * everybody's on stage and backstage; `out`: its person has left and is granted nothing; `allOut`: everybody has; `nobody`.
   */
  grants: 'own' | 'up' | 'out' | 'allOut' | 'nobody'
  /** Which timers it starts: the one that gives up its person's place, the one that lets in more of the lobby, all of the session's, or none. */
  timers: 'own' | 'lobby' | 'all' | 'none'
  /** Whether it stands in the audit log, if one person did it to another or to everybody. [REMOVE-4] */
  audit: boolean
} & Rare<E>

type Rare<E extends Event> = {
  /** Whether those who are sent it are sent its person first. */
  introduces: boolean
  /** Whether it may change which moderators are here. [SESSION-5] */
  attends: boolean
  /** Who is sent a new welcome, because a different view of the room applies from now on: its person, everybody on the prejoin page, or nobody. */
  welcomes: 'own' | 'door' | 'nobody'
  /**
   * Whether the log keeps it. `always`; `ofThoseKnown`: only for moderators and people on stage or backstage, because a viewer's reconnects
   * matter to nobody, and after a restart everybody is cut off anyway [PRESENCE-4]; `never`: it only repeats what the log has.
   */
  stored: 'always' | 'ofThoseKnown' | 'never'
  /** Whether it is collected, and sent to everybody with others of its kind a few times a second. [CHAT-15] */
  isSpread: boolean
  /** How it changes attendance; called before `evolve`, which forgets people who have left. [END-2] */
  attendance: ((session: Session, event: E) => void) | null
}

/** The values that most events have. */
export const PLAIN = {
  introduces: false,
  attends: false,
  welcomes: 'nobody',
  stored: 'always',
  isSpread: false,
  attendance: null,
} as const satisfies Rare<Event>

/** The rows of a feature, one for each of its kinds of event. */
export type EventRows<T extends Event['type']> = { [K in T]: EventRow<Extract<Event, { type: K }>> }

/** For events that change nothing in the session. */
export const changesNothing = (): void => {}
