import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { Id, type PersonId, type RoomId, type SessionId } from '../../protocol/types.ts'
import { forget, type Forgotten } from '../../rules/retention/forget.ts'
import type { Change } from './projections.ts'
import { fromRow, toRow } from './upcasters/upcast.ts'

// So many rows are read, and where it is due rewritten, in a few ms; then others have their turn.
const SLICE = 200

const Row = v.object({ seq: v.number(), event: v.string() })
const Job = v.object({ room: Id, person: Id, alias: Id })

/** The logs of a room, read from their beginnings to take people out of them. */
type Pass = { room: RoomId; who: Forgotten; sessions: SessionId[]; seq: number; hasChanged: boolean }

/** The part of the SQLite store that takes people out of the logs [KEEP-6]. What changes something runs within a transaction of the caller. */
export function openForgetting(db: DatabaseSync, apply: (session: SessionId, change: Change) => void) {
  const get = (sql: string) => db.prepare(sql)
  const sql = {
    add: get('INSERT OR IGNORE INTO forgetting (room, person, alias) VALUES (?, ?, ?)'),
    all: get('SELECT room, person, alias FROM forgetting'),
    drop: get('DELETE FROM forgetting WHERE person = ?'),
    dropPerson: get('DELETE FROM people WHERE room = ? AND id = ?'),
    dropFeedback: get('DELETE FROM feedback WHERE room = ? AND at = ? AND name = ? AND text = ?'),
    // The oldest first: what a session has taken over from the one before is known by then.
    sessions: get('SELECT id FROM sessions WHERE room = ? ORDER BY endedAt IS NULL, endedAt, id'),
    rows: get(`SELECT seq, event FROM events WHERE session = ? AND seq >= ? ORDER BY seq LIMIT ${SLICE}`),
    put: get('UPDATE events SET event = ? WHERE session = ? AND seq = ?'),
    rewritten: get('UPDATE sessions SET rewritten = rewritten + 1 WHERE id = ?'),
    dropSnapshot: get('DELETE FROM snapshots WHERE session = ?'),
  }
  let pass: Pass | null = null

  const jobs = () => sql.all.all().map((row) => v.parse(Job, row))

  function begin(): Pass | null {
    const all = jobs()
    const [first] = all
    if (!first) return null
    const ofRoom = all.filter(({ room }) => room === first.room)
    const aliases = new Map(ofRoom.map(({ person, alias }) => [person, alias]))
    return { ...fromBeginning(first.room), who: { aliases, names: new Set(), numbers: new Set() } }
  }

  function fromBeginning(room: RoomId): Omit<Pass, 'who'> {
    const sessions = sql.sessions.all(room).map((row) => v.parse(Id, row['id']))
    return { room, sessions, seq: 0, hasChanged: false }
  }

  /** A row of the log without these people; the same where it says nothing of them. */
  function withoutThem(room: RoomId, row: string, who: Forgotten): string {
    const isAbout = (row.match(IDS) ?? []).some((id) => who.aliases.has(id.slice(1, -1)))
    if (!isAbout && !row.includes('"quote":{') && !row.includes('"sessionStarted"')) return row
    const event = fromRow(row)
    // Nobody can read it, and it is about them.
    if (!event) return isAbout ? '{}' : row
    if (event.type === 'feedbackGiven') {
      const { at, name, text } = event
      if (isAbout) sql.dropFeedback.run(room, at, name, text)
    }
    const without = forget(event, who)
    return without === event ? row : toRow(without)
  }

  /** Rewrites some rows of a session; gives whether there are more. */
  function rewriteSome(now: Pass, session: SessionId): boolean {
    const { room, who } = now
    if (now.seq === 0) {
      who.numbers.clear()
      for (const person of who.aliases.keys()) apply(session, { table: 'messages', do: 'forget', person })
    }
    const rows = sql.rows.all(session, now.seq).map((row) => v.parse(Row, row))
    const changed = rows.filter(({ seq, event }) => {
      const without = withoutThem(room, event, who)
      if (without !== event) sql.put.run(without, session, seq)
      return without !== event
    })
    if (changed.length > 0) {
      now.hasChanged = true
      sql.rewritten.run(session)
      sql.dropSnapshot.run(session)
    }
    now.seq = (rows.at(-1)?.seq ?? now.seq) + 1
    return rows.length === SLICE
  }

  return {
    jobs: (): { room: RoomId; person: PersonId }[] => jobs().map(({ room, person }) => ({ room, person })),
    forgetPerson(room: RoomId, person: PersonId, alias: PersonId): void {
      sql.add.run(room, person, alias)
      sql.dropPerson.run(room, person)
    },
    /** Takes them out of some rows. Gives whether there are more, or may be. */
    forgetSome(): boolean {
      pass ??= begin()
      if (!pass) return false
      const [session] = pass.sessions
      if (session !== undefined) {
        if (rewriteSome(pass, session)) return true
        pass = { ...pass, sessions: pass.sessions.slice(1), seq: 0 }
        return true
      }
      // What was learnt late, or written meanwhile, is found the next time; the last one finds nothing.
      if (pass.hasChanged) pass = { ...fromBeginning(pass.room), who: pass.who }
      else {
        for (const person of pass.who.aliases.keys()) sql.drop.run(person)
        pass = null
      }
      return true
    },
    /** What was done in this slice was not stored. */
    again(): void {
      pass = null
    },
  }
}

// Every id in a row.
const IDS = /"[A-Za-z0-9_-]{22}"/g
