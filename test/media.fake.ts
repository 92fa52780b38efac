import type { PersonId, SessionId } from '../src/protocol/words.ts'
import type { Media, MediaReports } from '../src/server/media.ts'
import type { Grant } from '../src/rules/grants.ts'

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
  let reports: MediaReports = { fact: () => {}, up: () => {} }
  let isUp = true
  const give = (kind: string, session: SessionId, person: PersonId) => {
    const word = `${kind}.${session}.${person}`
    given.set(word, { session, person })
    return word
  }
  return {
    // Port 9 discards: nobody is to reach an engine by a fake.
    url: 'http://127.0.0.1:9',
    sessions: rooms,
    open: async (session) => void rooms.add(session),
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
    ticket: async (session, person) => give('ticket', session, person),
    bearer: async (word) => given.get(word) ?? null,
    token: async (session, person) => give('token', session, person),
    converge: (_session, person, grant) => void grants.set(person, grant),
    remove: (_session, person) => void grants.delete(person),
    async close(session) {
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
