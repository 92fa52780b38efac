import type { PersonId, SessionId } from '../protocol/words.ts'
import type { Grant } from '../rules/grants.ts'
import type { Fact } from '../rules/outcome.ts'

/** What the media engine tells of itself. Hints: they may be late, doubled or lost. */
export type MediaReports = {
  /** Something happened in a session's media that the session has to decide about. */
  fact(session: SessionId, fact: Fact): void
  /** The engine went away, or is back with its rooms made anew. */
  up(up: boolean): void
}

/**
 * The port to the media engine. Our session is the truth and the engine its shadow: `converge` says what is wanted, and
 * the adapter sees to it, latest wins, with retries, also after a restart of either side.
 */
export type Media = {
  /** Starts listening to the engine; once, before anything else. */
  start(reports: MediaReports): Promise<void>
  /** Whether the engine answers now. */
  readonly isUp: boolean
  /** Where the engine's own signalling is, for our gate alone: http://host:port. */
  readonly url: string
  /** Takes a report of the engine (a webhook) as it came; false for one that the engine did not sign. */
  receive(body: string, authorization: string | undefined): Promise<boolean>
  /** Makes a session's room in the engine, and again after a restart of the engine, until `close`. Twice is harmless. */
  open(session: SessionId): Promise<void>
  /** A ticket with which a browser may ask our gate to be let into the engine: it says who, and grants nothing. 5 minutes. */
  ticket(session: SessionId, person: PersonId): Promise<string>
  /** Who a ticket, or a token that the engine itself pushed to the browser, speaks for; null for anything forged or stale. */
  bearer(token: string): Promise<{ session: SessionId; person: PersonId } | null>
  /** A token of this moment for the engine, with exactly these rights. Never given to a browser. */
  token(session: SessionId, person: PersonId, grant: Grant): Promise<string>
  /** What this person may do from now on. Returns at once. */
  converge(session: SessionId, person: PersonId, grant: Grant): void
  /** Cuts a person's media for good (left, or gone). Returns at once. */
  remove(session: SessionId, person: PersonId): void
  /** Ends a session's room in the engine; everybody is cut. */
  close(session: SessionId): Promise<void>
  /** Stops; the engine too where it is ours. */
  stop(): Promise<void>
}
