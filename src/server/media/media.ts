import type { PersonId, SessionId } from '../../protocol/types.ts'
import type { Grant } from '../../rules/stage/grants.ts'
import type { SystemEvent } from '../../rules/outcome.ts'
import type { EngineWork } from './engine-work.ts'

/** What the media engine tells of itself (hints: they may be late, doubled or lost), and what it asks. */
export type MediaReports = {
  /** Something happened in a session's media that the session has to decide about. */
  systemEvent(session: SessionId, systemEvent: SystemEvent): void
  /** The engine went away, or is back with its rooms made anew. */
  up(up: boolean): void
  /** What somebody is granted in a session's media at this moment; null for who must not be there. */
  wanted(session: SessionId, person: PersonId): Grant | null
}

/**
 * The port to the media engine. Our session is the truth and the engine its shadow: what is wanted is asked for at each step,
 * and the adapter sees to it, with retries, also after a restart of either side. Whoever is not wanted is taken out. None of the
 * verbs waits for the engine or fails with it.
 */
export type Media = {
  /** Starts listening to the engine; once, before anything else. */
  start(reports: MediaReports): Promise<void>
  /** Whether the engine answers now. */
  readonly isUp: boolean
  /** Where the engine's own signalling is, for our proxy alone: http://host:port. */
  readonly url: string
  /** Takes a report of the engine (a webhook) as it came; false for one that the engine did not sign. */
  receive(body: string, authorization: string | undefined): Promise<boolean>
  /** Wants a session's room in the engine, also after a restart of the engine, until `close`. Twice is harmless. */
  open(session: SessionId): void
  /** Resolves when a session's room was last tried to be made: whoever is to enter it need not come too early. */
  opened(session: SessionId): Promise<void>
  /** A ticket with which a browser may ask our proxy to be let into the engine: it says who, and grants nothing. 10 minutes. */
  ticket(session: SessionId, person: PersonId): string
  /** Who a ticket speaks for; null for anything forged or stale, and for whatever else the engine or we have signed. */
  bearer(ticket: string): { session: SessionId; person: PersonId } | null
  /** A token of this moment for the engine, with exactly these rights; who has it is looked after from then on. Never given to a browser. */
  token(session: SessionId, person: PersonId, grant: Grant): Promise<string>
  /** The engine has just let this person in by a token: what is granted by now is looked at again, without its report. */
  arrived(session: SessionId, person: PersonId): void
  /** Something that this person is granted may have changed; nothing is asked of the engine for who was never let in there. */
  converge(session: SessionId, person: PersonId): void
  /** Cuts the connection that a person has now (left, or gone), until that is confirmed; another one is judged anew. */
  cut(session: SessionId, person: PersonId): void
  /** Whose voice it is that the engine hears, by its own name for them (LiveKit's participant sid); null where unknown. */
  speaker(session: SessionId, sid: string): PersonId | null
  /** What the engine has done since it began; null where it does not tell, as somebody else's does not. */
  work(): Promise<EngineWork | null>
  /** Sees to nothing in a session's room any more, and takes nobody out: another process does. */
  leave(session: SessionId): void
  /** Wants a session's room gone from the engine; everybody is cut. */
  close(session: SessionId): void
  /** Stops; the engine too where it is ours. Twice is harmless. */
  stop(): Promise<void>
}
