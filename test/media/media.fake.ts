import type { PersonId, SessionId } from '../../src/protocol/types.ts'
import type { Media, MediaReports } from '../../src/server/media/media.ts'
import type { Grant } from '../../src/rules/stage/grants.ts'

/** A media engine that carries nothing and remembers what it was told. */
export type FakeMedia = Media & {
  /** The sessions that have a room in the engine. */
  readonly sessions: ReadonlySet<SessionId>
  /** What a person was granted last; undefined for whom nothing was ever said of, or who was removed. */
  granted(person: PersonId): Grant | undefined
  /** Lets a test report what the engine would. */
  readonly reports: MediaReports
  /** Takes the engine away, or brings it back. */
  goes(up: boolean): void
}

/** A fake engine; its tickets are words, and only those that it gave are good. */
export function fakeMedia(): FakeMedia {
  const rooms = new Set<SessionId>()
  const grants = new Map<string, Grant>()
  const given = new Map<string, { session: SessionId; person: PersonId }>()
  let reports: MediaReports = { systemEvent: () => {}, up: () => {}, wanted: () => null }
  let isUp = true
  return {
    // Port 9 discards: nobody is to reach an engine by a fake.
    url: 'http://127.0.0.1:9',
    sessions: rooms,
    open: (session) => void rooms.add(session),
    opened: async () => {},
    get isUp() {
      return isUp
    },
    get reports() {
      return reports
    },
    async start(to) {
      reports = to
    },
    receive: async () => false,
    ticket(session, person) {
      const ticket = `ticket.${session}.${person}`
      given.set(ticket, { session, person })
      return ticket
    },
    bearer: (ticket) => given.get(ticket) ?? null,
    token: async (session, person) => `token.${session}.${person}`,
    arrived: () => {},
    converge(session, person) {
      const wanted = reports.wanted(session, person)
      if (wanted) grants.set(person, wanted)
      else grants.delete(person)
    },
    cut: (_session, person) => void grants.delete(person),
    speaker: (_session, sid) => (sid === '' ? null : sid),
    work: async () => null,
    leave(session) {
      rooms.delete(session)
    },
    close(session) {
      rooms.delete(session)
      grants.clear()
    },
    async stop() {},
    granted: (person) => grants.get(person),
    goes(up) {
      isUp = up
      reports.up(up)
    },
  }
}
