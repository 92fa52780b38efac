import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import type { Event } from '../../protocol/events.ts'
import type { Millis } from '../../protocol/types.ts'
import { searchKey } from '../../rules/audience/search-key.ts'
import { MIGRATIONS } from './migrations.ts'
import { changesOf } from './projections.ts'
import { renewSnapshot } from './snapshots.ts'
import { openErasing } from './store.sqlite-erasing.ts'
import { openRetention } from './store.sqlite-retention.ts'
import { openMessages } from './store.sqlite-messages.ts'
import { isDown, isFull } from './sqlite-faults.ts'
import { fileGuard, mustBeThere } from './sqlite-file.ts'
import { RoomRow, LinkRow, PersonRow, EventRow, OwnerRow, SnapshotRow } from './sqlite-rows.ts'
import {
  StoreDown,
  type AppendFault,
  type Fence,
  type Log,
  type Store,
  type StoredLink,
  type StoredPerson,
} from './store.ts'
import { fromRow, toRow } from './upcasters/upcast.ts'

type Result = 'stored' | AppendFault | 'room-unknown'
type Write = { run: () => Result; done: (result: Result) => void; failed: (fault: unknown) => void }

const BUSY_TIMEOUT: Millis = 5_000
// SQLite by itself makes one of 1,000 pages within somebody's commit.
const CHECKPOINT_EVERY: Millis = 1_000
// Under a load without a pause it is only begun anew when others wait for a moment; in pages of 4 kB.
const WAL_MAX = 16_000

export type SqliteOptions = {
  /** Limits the file, for tests. */
  maxPages?: number
  /** How long a lock of another process is waited for, in ms. */
  busyTimeout?: Millis
  /** Throws where there is no file yet, instead of beginning an empty one. */
  mustExist?: boolean
  /** Another file has come into the place of the one that is open, which nobody would find any more. */
  replaced?: () => void
  /** When what was written ahead goes into the file: within commits, never by this connection, or regularly by it. */
  checkpoints?: 'inCommits' | 'never' | 'regularly'
}

/** Remembers in one SQLite file, `rostrum.db` in the data folder. What resolves as stored is on disk. */
export function openSqlite(dataFolder: string, options: SqliteOptions = {}): Store {
  const { maxPages, busyTimeout = BUSY_TIMEOUT, checkpoints = 'inCommits', mustExist = false, replaced } = options
  mkdirSync(dataFolder, { recursive: true })
  const path = join(dataFolder, 'rostrum.db')
  if (mustExist) mustBeThere(path)
  const db = new DatabaseSync(path)
  db.exec(`PRAGMA busy_timeout = ${busyTimeout}`)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
  migrate(db)
  const checkFile = fileGuard(path, replaced)
  if (maxPages) db.exec(`PRAGMA max_page_count = ${maxPages}`)
  if (checkpoints !== 'inCommits') db.exec('PRAGMA wal_autocheckpoint = 0')
  const stopCheckpoints = checkpoints === 'regularly' ? checkpointRegularly(db) : () => {}
  const get = (sql: string) => db.prepare(sql)
  const sql = {
    room: get('SELECT * FROM rooms WHERE id = ?'),
    addRoom: get('INSERT INTO rooms (id, name, mode, hostName, createdAt) VALUES (?, ?, ?, ?, ?)'),
    addDetails: get('INSERT INTO roomDetails (room, words) VALUES (?, ?)'),
    lastSession: get('UPDATE rooms SET session = ? WHERE id = ?'),
    isRoom: get('SELECT 1 FROM rooms WHERE id = ?'),
    links: get('SELECT * FROM links WHERE room = ?'),
    linkByKey: get('SELECT * FROM links WHERE key = ?'),
    // A room may have been deleted meanwhile.
    addLink: get('INSERT INTO links (id, room, role, key, revokedAt) SELECT ?, id, ?, ?, ? FROM rooms WHERE id = ?'),
    person: get('SELECT * FROM people WHERE room = ? AND id = ?'),
    personByKey: get('SELECT * FROM people WHERE room = ? AND key = ?'),
    putPerson: get(
      'INSERT INTO people (id, room, name, role, key, lowered, seenAt, guest) ' +
        'SELECT ?, id, ?, ?, ?, ?, ?, ? FROM rooms WHERE id = ? ' +
        'ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, lowered = excluded.lowered, ' +
        'seenAt = excluded.seenAt, guest = coalesce(excluded.guest, guest)',
    ),
    setSeen: get('UPDATE people SET seenAt = ? WHERE id = ?'),
    addSession: get('INSERT OR IGNORE INTO sessions (id, room) VALUES (?, ?)'),
    setEnded: get('UPDATE sessions SET endedAt = ? WHERE id = ?'),
    rewritten: get('SELECT rewritten FROM sessions WHERE id = ?'),
    setRole: get('UPDATE people SET role = ?, lowered = ? WHERE id = ?'),
    setName: get('UPDATE people SET name = ? WHERE id = ?'),
    running: get(
      'SELECT r.* FROM rooms r JOIN events e ON e.session = r.session AND ' +
        'e.seq = (SELECT max(seq) FROM events WHERE session = r.session) WHERE ' +
        "CASE WHEN json_valid(e.event) THEN e.event ->> 'type' END IS NOT 'sessionEnded'",
    ),
    revokeLink: get('UPDATE links SET revokedAt = ? WHERE room = ? AND role = ? AND revokedAt IS NULL'),
    last: get('SELECT max(seq) AS seq FROM events WHERE session = ?'),
    addEvent: get('INSERT INTO events (session, seq, event) VALUES (?, ?, ?)'),
    events: get('SELECT seq, event FROM events WHERE session = ? AND seq >= ? ORDER BY seq'),
    owner: get('SELECT owner, token, beat FROM owners WHERE room = ?'),
    own: get('INSERT OR REPLACE INTO owners (room, owner, token, beat) VALUES (?, ?, ?, 0)'),
    renewOwner: get('UPDATE owners SET beat = beat + 1 WHERE room = ? AND token = ?'),
    disown: get('UPDATE owners SET owner = NULL, beat = beat + 1 WHERE room = ? AND token = ?'),
    snapshot: get('SELECT seq, rules, state, rewritten FROM snapshots WHERE session = ?'),
    putSnapshot: get(
      'INSERT OR REPLACE INTO snapshots (session, seq, rules, state, rewritten) SELECT ?, ?, ?, ?, ? ' +
        'WHERE ? = coalesce((SELECT rewritten FROM sessions WHERE id = ?), 0) ' +
        'AND NOT EXISTS (SELECT 1 FROM erasing WHERE session = ?)',
    ),
  }
  const messages = openMessages(db)
  const erasing = openErasing(db)
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
      checkFile()
      const outcomes = together(batch)
      batch.forEach((each, n) => outcomes[n]?.(each))
    } catch (fault) {
      rollBack()
      const failed = isDown(fault) ? new StoreDown(messageOf(fault), { cause: fault }) : fault
      for (const each of batch)
        if (isFull(fault)) each.done('disk-full')
        else each.failed(failed)
    }
  }

  /** A disk that failed may fail here too; what was begun is then rolled back by the next who opens the file. */
  function rollBack() {
    try {
      if (db.isTransaction) db.exec('ROLLBACK')
    } catch {
      // Everybody who waits is answered all the same.
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
        if (isFull(fault) || isDown(fault) || !db.isTransaction) throw fault
        db.exec('ROLLBACK TO one; RELEASE one')
        return (each: Write) => each.failed(fault)
      }
    })
    db.exec('COMMIT')
    return outcomes
  }

  const putPerson = (person: StoredPerson): Result => {
    const { id, room, name, role, key, lowered, seenAt, guest = null } = person
    const { changes } = sql.putPerson.run(id, name, role, key, Number(lowered), seenAt, guest, room)
    return Number(changes) > 0 ? 'stored' : 'room-unknown'
  }

  const putLink = ({ id, room, role, key, revokedAt }: StoredLink): Result =>
    Number(sql.addLink.run(id, role, key, revokedAt, room).changes) > 0 ? 'stored' : 'room-unknown'

  const addEvents = (session: string, from: number, events: Event[]): Result => {
    const last = sql.last.get(session)?.['seq'] ?? -1
    if (Number(last) + 1 !== from) return 'conflict'
    events.forEach((event, n) => {
      sql.addEvent.run(session, from + n, toRow(event))
      for (const change of changesOf(event)) {
        if (change.table === 'sessions') sql.setEnded.run(change.at, session)
        else if (change.table === 'messages' && change.do === 'forget')
          erasing.writingOver(() => messages.apply(session, change))
        else if (change.table !== 'people') messages.apply(session, change)
        else if (change.do === 'see') sql.setSeen.run(change.at, change.person)
        else if (change.do === 'rename') sql.setName.run(change.name, change.person)
        else sql.setRole.run(change.role, Number(change.lowered), change.person)
      }
    })
    return 'stored'
  }

  const ownerOf = (room: string) => {
    const row = sql.owner.get(room)
    return row ? v.parse(OwnerRow, row) : { owner: null, token: 0, beat: 0 }
  }

  /** Runs what the owner of a room writes, in its transaction; who is not the owner any more writes nothing. */
  const fenced = (fence: Fence | undefined, run: () => Result): Result =>
    fence && ownerOf(fence.room).token !== fence.token ? 'fenced' : run()

  /** A row that cannot be read takes nothing with it but itself. */
  const readLog = (session: string, seq: number): Log => {
    const rows = sql.events.all(session, seq).map((row) => v.parse(EventRow, row))
    const unreadable: number[] = []
    const events = rows.flatMap(({ seq: n, event }) => {
      const read = fromRow(event)
      if (!read) unreadable.push(n)
      return read ?? []
    })
    return {
      events,
      next: Number(sql.last.get(session)?.['seq'] ?? -1) + 1,
      unreadable,
      rewritten: rewrittenOf(session),
    }
  }

  const rewrittenOf = (session: string) => Number(sql.rewritten.get(session)?.['rewritten'] ?? 0)

  /** Makes a session its room's last. */
  const beginIn = (room: string, session: string, events: Event[]): Result => {
    if (!sql.isRoom.get(room)) return 'conflict'
    sql.addSession.run(session, room)
    const result = addEvents(session, 0, events)
    if (result === 'stored') sql.lastSession.run(session, room)
    return result
  }

  const retention = openRetention(db, {
    erasing,
    write,
    beginIn,
    apply: (session, change) => messages.apply(session, change),
    rested() {
      flush()
      checkFile()
    },
  })

  const store: Store = {
    async createRoom(room, host, links) {
      const result = await write(() => {
        sql.addRoom.run(room.id, room.name, room.mode, room.hostName, room.createdAt)
        sql.addDetails.run(room.id, searchKey(room.name))
        for (const link of links) putLink(link)
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
    async putPerson(person, fence) {
      const result = await write(() => fenced(fence, () => putPerson(person)))
      return result === 'conflict' ? 'fenced' : result
    },
    async person(room, id) {
      const row = sql.person.get(room, id)
      return row ? v.parse(PersonRow, row) : null
    },
    running: async () => sql.running.all().map((row) => v.parse(RoomRow, row)),
    async replaceLink(link, at) {
      const result = await write(() => {
        sql.revokeLink.run(at, link.room, link.role)
        return putLink(link)
      })
      return noConflict(result)
    },
    async personByKey(room, key) {
      const row = sql.personByKey.get(room, key)
      return row ? v.parse(PersonRow, row) : null
    },
    begin: async (room, session, events, fence) =>
      appended(await write(() => fenced(fence, () => beginIn(room, session, events)))),
    append: async (session, expectedSeq, events, fence) =>
      appended(await write(() => fenced(fence, () => addEvents(session, expectedSeq, events)))),
    owner: async (room) => ownerOf(room),
    async own(room, owner, seen) {
      const result = await write(() => {
        const { token, beat } = ownerOf(room)
        if (token !== seen.token || beat !== seen.beat) return 'conflict'
        sql.own.run(room, owner, token + 1)
        return 'stored'
      })
      return result === 'disk-full' || result === 'stored' ? result : 'conflict'
    },
    async renewOwner({ room, token }) {
      const result = await write(() => (sql.renewOwner.run(room, token).changes === 0 ? 'fenced' : 'stored'))
      return result === 'disk-full' || result === 'stored' ? result : 'fenced'
    },
    async disown({ room, token }) {
      await write(() => {
        sql.disown.run(room, token)
        return 'stored'
      })
    },
    loadFrom: async (session, seq) => readLog(session, seq),
    async snapshot(session) {
      const row = sql.snapshot.get(session)
      return row ? v.parse(SnapshotRow, row) : null
    },
    async putSnapshot(session, { seq, rules, state, rewritten }) {
      const result = await write(() => {
        sql.putSnapshot.run(session, seq, rules, state, rewritten, rewritten, session, session)
        return 'stored'
      })
      return result === 'stored' ? 'stored' : 'disk-full'
    },
    renewSnapshot: async (session) => await renewSnapshot(store, session),
    ...messages.port,
    ...retention,
    async close() {
      stopCheckpoints()
      flush()
      if (db.isOpen) db.close()
    },
  }
  return store
}

/** Only what its owner writes to a room's sessions can be told of a conflict, or of another owner. */
function noConflict(result: Result): 'stored' | 'disk-full' | 'room-unknown' {
  return result === 'conflict' || result === 'fenced' ? 'disk-full' : result
}

/** To a session of no room nothing can be appended. */
function appended(result: Result): 'stored' | AppendFault {
  return result === 'room-unknown' ? 'conflict' : result
}

function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault)
}

/** Brings what was written ahead into the file, so that it does not grow; without waiting for anybody who reads or writes. */
function checkpointRegularly(db: DatabaseSync): () => void {
  const timer = setInterval(() => {
    try {
      const waiting = Number(db.prepare('PRAGMA wal_checkpoint(PASSIVE)').get()?.['log'])
      if (waiting > WAL_MAX) db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } catch {
      // A disk that takes nothing just now is tried again in a moment.
    }
  }, CHECKPOINT_EVERY).unref()
  return () => clearInterval(timer)
}

function migrate(db: DatabaseSync): void {
  const done = Number(db.prepare('PRAGMA user_version').get()?.['user_version'])
  db.function('searchKey', { deterministic: true }, (name) => searchKey(String(name)))
  if (done > MIGRATIONS.length)
    throw new Error('The data in ROSTRUM_DATA is of a newer Rostrum. Start that version, or name another folder.')
  MIGRATIONS.slice(done).forEach((migration, n) => {
    db.exec(`BEGIN; ${migration}; PRAGMA user_version = ${done + n + 1}; COMMIT`)
  })
}
