import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { Id, type Millis, type RoomId, type SessionId } from '../../protocol/types.ts'
import type { ClockSeen } from '../../rules/retention/clock-trust.ts'
import type { Ended } from './store.ts'

// So many rows are written over in a few ms; then others have their turn.
const SLICE = 100
// What is kept of a session besides its events, by the columns that name a row of it.
const PARTS = [
  { table: 'messages', key: 'session, conversation, n' },
  { table: 'likes', key: 'session, n, person' },
  { table: 'threads', key: 'session, person, other' },
  { table: 'snapshots', key: 'session' },
  { table: 'events', key: 'session, seq' },
] as const

const EndedRow = v.pipe(
  v.object({ session: Id, room: Id, isLast: v.number() }),
  v.transform(({ isLast, ...ended }): Ended => ({ ...ended, isLast: isLast !== 0 })),
)
const SessionRow = v.object({ room: Id, endedAt: v.nullable(v.number()), isLast: v.number() })
const DeletedRow = v.object({ id: Id })
const ClockRow = v.object({
  at: v.nullable(v.number()),
  doubtedAt: v.nullable(v.number()),
  newest: v.nullable(v.number()),
})

/** The part of the SQLite store that deletes. What changes something runs within a transaction of the caller. */
export function openErasing(db: DatabaseSync) {
  const get = (sql: string) => db.prepare(sql)
  const sql = {
    endedBefore: get(
      'SELECT s.id AS session, s.room, r.session IS s.id AS isLast FROM sessions s LEFT JOIN rooms r ON r.id = s.room ' +
        'WHERE s.endedAt < ? AND s.emptied = 0 AND s.id > ? ORDER BY s.id LIMIT 100',
    ),
    session: get(
      'SELECT s.room, s.endedAt, r.session IS s.id AS isLast FROM sessions s LEFT JOIN rooms r ON r.id = s.room WHERE s.id = ?',
    ),
    sessionsOf: get('SELECT id FROM sessions WHERE room = ?'),
    dropSession: get('DELETE FROM sessions WHERE id = ?'),
    dropFeedback: get('DELETE FROM feedback WHERE room = ? AND at <= ?'),
    setEmptied: get('UPDATE sessions SET emptied = 1 WHERE id = ?'),
    queue: get('INSERT OR IGNORE INTO erasing (session) VALUES (?)'),
    next: get('SELECT session FROM erasing LIMIT 1'),
    unqueue: get('DELETE FROM erasing WHERE session = ?'),
    dropPeople: get(
      'DELETE FROM people WHERE id IN (SELECT p.id FROM people p JOIN rooms r ON r.id = p.room ' +
        'LEFT JOIN sessions s ON s.id = r.session WHERE p.seenAt < ? AND p.lowered = 0 ' +
        "AND p.role IN ('speaker', 'participant') AND (r.session IS NULL OR s.endedAt IS NOT NULL) " +
        // Whose removal or permissions the last session has taken over.
        'AND NOT EXISTS (SELECT 1 FROM events e WHERE e.session = r.session AND e.seq = 0 ' +
        "AND instr(e.event, '\"' || p.id || '\"') > 0) " +
        // Who was let in while a session ran that has ended since.
        'AND NOT EXISTS (SELECT 1 FROM sessions t JOIN events e ON e.session = t.id AND e.seq = 0 ' +
        "WHERE t.room = p.room AND t.endedAt >= ? AND p.seenAt >= CASE WHEN json_valid(e.event) THEN json_extract(e.event, '$.at') " +
        'ELSE 0 END) LIMIT ?)',
    ),
    setDeleted: get('UPDATE rooms SET deletedAt = ? WHERE id = ?'),
    // A calendar that took the room off has seen the number after its last one. [CALENDAR-3]
    isBack: get('UPDATE roomDetails SET version = version + 2 WHERE room = ?'),
    deletedBefore: get('SELECT id FROM rooms WHERE deletedAt < ? LIMIT 100'),
    mark: get("INSERT OR REPLACE INTO retention (name, value) VALUES ('unscrubbed', 1)"),
    changes: get('SELECT total_changes() AS n'),
    unmark: get("DELETE FROM retention WHERE name = 'unscrubbed'"),
    isMarked: get("SELECT value FROM retention WHERE name = 'unscrubbed'"),
    clock: get(
      "SELECT (SELECT value FROM retention WHERE name = 'clockAt') AS at, " +
        "(SELECT value FROM retention WHERE name = 'clockDoubtedAt') AS doubtedAt, " +
        '(SELECT max(at) FROM (SELECT max(createdAt) AS at FROM rooms UNION ALL SELECT max(seenAt) FROM people)) AS newest',
    ),
    putClock: get("INSERT OR REPLACE INTO retention (name, value) VALUES ('clockAt', ?), ('clockDoubtedAt', ?)"),
  }
  const ofRoom = ['feedback', 'links', 'people', 'owners'].map((table) => get(`DELETE FROM ${table} WHERE room = ?`))
  const dropRoom = get('DELETE FROM rooms WHERE id = ?')
  const parts = PARTS.map(({ table, key }) =>
    get(`DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM ${table} WHERE session = ? LIMIT ${SLICE})`),
  )

  /** Zeroes are written over what `deletes` takes away: SQLite by itself leaves it in the file. https://sqlite.org/pragma.html#pragma_secure_delete */
  function writingOver<T>(deletes: () => T): T {
    db.exec('PRAGMA secure_delete = ON')
    try {
      const before = sql.changes.get()?.['n']
      const result = deletes()
      if (sql.changes.get()?.['n'] !== before) sql.mark.run()
      return result
    } finally {
      db.exec('PRAGMA secure_delete = OFF')
    }
  }

  return {
    writingOver,
    endedBefore: (at: Millis, after: SessionId): Ended[] =>
      sql.endedBefore.all(at, after).map((row) => v.parse(EndedRow, row)),
    /** Lets go of a session, and of the feedback given until its end. Gives the room whose last session it was, if it was one's. */
    dropSession(session: SessionId): RoomId | null {
      return writingOver(() => {
        const row = sql.session.get(session)
        const found = row ? v.parse(SessionRow, row) : null
        if (found) sql.dropFeedback.run(found.room, found.endedAt ?? 0)
        sql.dropSession.run(session)
        sql.queue.run(session)
        return found && found.isLast !== 0 ? found.room : null
      })
    },
    /** Nothing is left in a session but what the next one goes on from. */
    setEmptied: (session: SessionId): void => void sql.setEmptied.run(session),
    /** Whether there were so many that there may be more. */
    dropPeople: (before: Millis): boolean =>
      writingOver(() => Number(sql.dropPeople.run(before, before, SLICE).changes) === SLICE),
    setDeleted(room: RoomId, at: Millis | null): 'stored' | 'room-unknown' {
      if (at === null) sql.isBack.run(room)
      return Number(sql.setDeleted.run(at, room).changes) > 0 ? 'stored' : 'room-unknown'
    },
    deletedBefore: (at: Millis): RoomId[] => sql.deletedBefore.all(at).map((row) => v.parse(DeletedRow, row).id),
    deleteRoom(room: RoomId): 'stored' | 'room-unknown' {
      return writingOver(() => {
        for (const row of sql.sessionsOf.all(room)) sql.queue.run(row['id'] ?? '')
        db.prepare('DELETE FROM sessions WHERE room = ?').run(room)
        for (const each of ofRoom) each.run(room)
        return Number(dropRoom.run(room).changes) > 0 ? 'stored' : 'room-unknown'
      })
    },
    /** Whether there is more to write over. */
    eraseSome(): boolean {
      const session = sql.next.get()?.['session'] ?? null
      if (session === null) return false
      writingOver(() => {
        const isLeft = parts.some((part) => Number(part.run(session).changes) > 0)
        if (!isLeft) sql.unqueue.run(session)
      })
      return true
    },
    /** Not within a transaction. */
    scrub(anew: boolean): void {
      if (!sql.isMarked.get()) return
      if (anew) db.exec('VACUUM')
      truncateLog()
      // The mark goes last: whoever is stopped before does it again.
      if (anew) sql.unmark.run()
    },
    clockSeen(): { seen: ClockSeen | null; newest: Millis | null } {
      const { at, doubtedAt, newest } = v.parse(ClockRow, sql.clock.get())
      return { seen: at === null ? null : { at, doubtedAt }, newest }
    },
    putClockSeen: ({ at, doubtedAt }: ClockSeen): void => void sql.putClock.run(at, doubtedAt),
  }

  /** What was written ahead goes into the file, and nothing stays beside it. Throws where a reader holds it up. */
  function truncateLog(): void {
    const busy = Number(db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'])
    if (busy !== 0) throw new Error('What was written ahead is still being read.')
  }
}
