import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { Event } from '../../protocol/events.ts'
import { Id, LinkRole, Role, RoomMode } from '../../protocol/words.ts'
import { isLower } from '../../rules/policy.ts'
import { MIGRATIONS } from './migrations.ts'
import { openMessages } from './store.sqlite-messages.ts'
import type { AppendFault, Store, StoredPerson } from './store.ts'

type Result = 'stored' | AppendFault
type Write = { run: () => Result; done: (result: Result) => void; failed: (fault: unknown) => void }

const RoomRow = v.object({
  id: Id,
  name: v.string(),
  mode: RoomMode,
  hostName: v.string(),
  createdAt: v.number(),
  session: v.nullable(Id),
})
const LinkRow = v.object({ id: Id, room: Id, role: LinkRole, key: v.string(), revokedAt: v.nullable(v.number()) })
// SQLite has no booleans.
const Flag = v.pipe(
  v.number(),
  v.transform((flag) => flag !== 0),
)
const PersonRow = v.object({ id: Id, room: Id, name: v.string(), role: Role, key: v.string(), lowered: Flag })
const EventRow = v.object({ event: v.string() })

/**
 * Remembers in one SQLite file, `rostrum.db` in the data folder. What resolves as stored is on disk. `maxPages` limits
 * the file for tests.
 */
export function openSqlite(dataFolder: string, { maxPages }: { maxPages?: number } = {}): Store {
  mkdirSync(dataFolder, { recursive: true })
  const db = new DatabaseSync(join(dataFolder, 'rostrum.db'))
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000')
  migrate(db)
  if (maxPages) db.exec(`PRAGMA max_page_count = ${maxPages}`)
  const get = (sql: string) => db.prepare(sql)
  const sql = {
    room: get('SELECT * FROM rooms WHERE id = ?'),
    addRoom: get('INSERT INTO rooms (id, name, mode, hostName, createdAt) VALUES (?, ?, ?, ?, ?)'),
    lastSession: get('UPDATE rooms SET session = ? WHERE id = ?'),
    links: get('SELECT * FROM links WHERE room = ?'),
    linkByKey: get('SELECT * FROM links WHERE key = ?'),
    addLink: get('INSERT INTO links (id, room, role, key, revokedAt) VALUES (?, ?, ?, ?, ?)'),
    person: get('SELECT * FROM people WHERE room = ? AND id = ?'),
    personByKey: get('SELECT * FROM people WHERE room = ? AND key = ?'),
    putPerson: get(
      'INSERT INTO people (id, room, name, role, key, lowered) VALUES (?, ?, ?, ?, ?, ?) ' +
        'ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, lowered = excluded.lowered',
    ),
    setRole: get('UPDATE people SET role = ?, lowered = ? WHERE id = ?'),
    setName: get('UPDATE people SET name = ? WHERE id = ?'),
    running: get(
      'SELECT r.* FROM rooms r JOIN events e ON e.session = r.session AND ' +
        "e.seq = (SELECT max(seq) FROM events WHERE session = r.session) WHERE e.event ->> 'type' <> 'sessionEnded'",
    ),
    revokeLink: get('UPDATE links SET revokedAt = ? WHERE room = ? AND role = ? AND revokedAt IS NULL'),
    last: get('SELECT max(seq) AS seq FROM events WHERE session = ?'),
    addEvent: get('INSERT INTO events (session, seq, event) VALUES (?, ?, ?)'),
    events: get('SELECT event FROM events WHERE session = ? ORDER BY seq'),
  }
  const messages = openMessages(db)
  let waiting: Write[] = []

  // All writes of one turn share a commit: one wait for the disk serves many sessions.
  const write = (run: () => Result) =>
    new Promise<Result>((done, failed) => {
      if (!db.isOpen) return failed(new Error('The store is closed.'))
      if (waiting.push({ run, done, failed }) === 1) setImmediate(flush)
    })

  function flush() {
    const batch = waiting
    waiting = []
    if (batch.length === 0) return
    try {
      const outcomes = together(batch)
      batch.forEach((each, n) => outcomes[n]?.(each))
    } catch (fault) {
      if (db.isTransaction) db.exec('ROLLBACK')
      for (const each of batch)
        if (isFull(fault)) each.done('disk-full')
        else each.failed(fault)
    }
  }

  /** Runs all in one transaction; one that fails takes no other with it, a full disk takes all. */
  function together(batch: Write[]): ((each: Write) => void)[] {
    db.exec('BEGIN IMMEDIATE')
    const outcomes = batch.map(({ run }) => {
      db.exec('SAVEPOINT one')
      try {
        const result = run()
        db.exec(result === 'stored' ? 'RELEASE one' : 'ROLLBACK TO one; RELEASE one')
        return (each: Write) => each.done(result)
      } catch (fault) {
        if (isFull(fault) || !db.isTransaction) throw fault
        db.exec('ROLLBACK TO one; RELEASE one')
        return (each: Write) => each.failed(fault)
      }
    })
    db.exec('COMMIT')
    return outcomes
  }

  const putPerson = (person: StoredPerson): Result => {
    sql.putPerson.run(person.id, person.room, person.name, person.role, person.key, Number(person.lowered))
    return 'stored'
  }

  const addEvents = (session: string, from: number, events: Event[]): Result => {
    const last = sql.last.get(session)?.['seq'] ?? -1
    if (Number(last) + 1 !== from) return 'conflict'
    events.forEach((event, n) => {
      sql.addEvent.run(session, from + n, JSON.stringify(event))
      messages.fold(session, event)
      if (event.type === 'nameChanged') sql.setName.run(event.name, event.person)
      if (event.type === 'roleSet') sql.setRole.run(event.role, Number(isLower(event.role, event.was)), event.person)
    })
    return 'stored'
  }

  return {
    async createRoom(room, host, links) {
      const result = await write(() => {
        sql.addRoom.run(room.id, room.name, room.mode, room.hostName, room.createdAt)
        for (const link of links) sql.addLink.run(link.id, link.room, link.role, link.key, link.revokedAt)
        return putPerson(host)
      })
      return result === 'stored' ? 'stored' : 'disk-full'
    },
    async room(id) {
      const row = sql.room.get(id)
      return row ? v.parse(RoomRow, row) : null
    },
    async links(room) {
      return sql.links.all(room).map((row) => v.parse(LinkRow, row))
    },
    async linkByKey(key) {
      const row = sql.linkByKey.get(key)
      return row ? v.parse(LinkRow, row) : null
    },
    async putPerson(person) {
      return (await write(() => putPerson(person))) === 'stored' ? 'stored' : 'disk-full'
    },
    async person(room, id) {
      const row = sql.person.get(room, id)
      return row ? v.parse(PersonRow, row) : null
    },
    running: async () => sql.running.all().map((row) => v.parse(RoomRow, row)),
    async replaceLink(link, at) {
      const result = await write(() => {
        sql.revokeLink.run(at, link.room, link.role)
        sql.addLink.run(link.id, link.room, link.role, link.key, link.revokedAt)
        return 'stored'
      })
      return result === 'stored' ? 'stored' : 'disk-full'
    },
    async personByKey(room, key) {
      const row = sql.personByKey.get(room, key)
      return row ? v.parse(PersonRow, row) : null
    },
    begin: (room, session, events) =>
      write(() => {
        const result = addEvents(session, 0, events)
        if (result === 'stored') sql.lastSession.run(session, room)
        return result
      }),
    append: (session, expectedSeq, events) => write(() => addEvents(session, expectedSeq, events)),
    async load(session) {
      return sql.events.all(session).map((row) => v.parse(Event, JSON.parse(v.parse(EventRow, row).event)))
    },
    ...messages.port,
    async close() {
      flush()
      if (db.isOpen) db.close()
    },
  }
}

function migrate(db: DatabaseSync): void {
  const done = Number(db.prepare('PRAGMA user_version').get()?.['user_version'])
  if (done > MIGRATIONS.length)
    throw new Error('The data in ROSTRUM_DATA is of a newer Rostrum. Start that version, or name another folder.')
  MIGRATIONS.slice(done).forEach((migration, n) => {
    db.exec(`BEGIN; ${migration}; PRAGMA user_version = ${done + n + 1}; COMMIT`)
  })
}

/** SQLITE_FULL (13), or SQLITE_IOERR_WRITE (778) where the disk itself says no. */
function isFull(fault: unknown): boolean {
  return fault instanceof Error && 'errcode' in fault && (fault.errcode === 13 || fault.errcode === 778)
}
