import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { excerptOf, Feedback, Message, Thread } from '../../protocol/messages.ts'
import type { PersonId, SessionId } from '../../protocol/types.ts'
import { conversationOf } from '../../rules/chat/chat-state.ts'
import type { Reading } from '../../rules/chat/messages.ts'
import type { Change } from './projections.ts'
import type { Store } from './store.ts'

// SQLite has no booleans, and a join gives a reply's words in columns of their own.
const Flag = v.pipe(
  v.number(),
  v.transform((flag) => flag !== 0),
)
const MessageRow = v.pipe(
  v.object({
    ...Message.entries,
    quote: v.optional(v.null(), null),
    chatModerator: Flag,
    liked: Flag,
    reply: v.nullable(v.number()),
    quoted: v.nullable(v.string()),
    quotedName: v.nullable(v.string()),
  }),
  v.transform(({ reply, quoted, quotedName, ...message }): Message => {
    const isThere = reply !== null && quoted !== null && quotedName !== null
    return { ...message, quote: isThere ? { n: reply, name: quotedName, text: excerptOf(quoted) } : null }
  }),
)

const SELECT =
  'SELECT m.n, m.person, m.name, m.role, m.chatModerator, m.at, m.text, m.likes, m.reply, ' +
  'q.text AS quoted, q.name AS quotedName, l.person IS NOT NULL AS liked FROM messages m ' +
  'LEFT JOIN messages q ON q.session = m.session AND q.conversation = m.conversation AND q.n = m.reply ' +
  "LEFT JOIN likes l ON m.conversation = '' AND l.session = m.session AND l.n = m.n AND l.person = ? " +
  'WHERE m.session = ? AND m.conversation = ?'

/** The part of the store that answers about messages: written with the log, in one commit, and looked up without it. */
export function openMessages(db: DatabaseSync): {
  apply(session: SessionId, change: Change): void
  port: Pick<Store, 'messages' | 'threads' | 'feedback'>
} {
  const get = (sql: string) => db.prepare(sql)
  const sql = {
    add: get(
      'INSERT INTO messages (session, conversation, n, person, name, role, chatModerator, at, text, reply) ' +
        'VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    addThread: get(
      'INSERT INTO threads (session, person, other, name, conversation) VALUES (?, ?, ?, ?, ?) ' +
        'ON CONFLICT DO UPDATE SET name = excluded.name',
    ),
    like: get('INSERT OR IGNORE INTO likes (session, n, person) VALUES (?, ?, ?)'),
    unlike: get('DELETE FROM likes WHERE session = ? AND n = ? AND person = ?'),
    count: get("UPDATE messages SET likes = ? WHERE session = ? AND conversation = '' AND n = ?"),
    remove: get('DELETE FROM messages WHERE session = ? AND conversation = ? AND n = ?'),
    removeAllOf: get('DELETE FROM messages WHERE session = ? AND person = ?'),
    clear: get("DELETE FROM messages WHERE session = ? AND conversation = ''"),
    forgetMessages: get("DELETE FROM messages WHERE session = ? AND conversation = '' AND person = ?"),
    forgetPrivate: get(
      'DELETE FROM messages WHERE session = ? AND conversation IN ' +
        '(SELECT conversation FROM threads WHERE session = ? AND person = ?)',
    ),
    forgetThreads: get('DELETE FROM threads WHERE session = ? AND ? IN (person, other)'),
    forgetLikes: get('DELETE FROM likes WHERE session = ? AND person = ?'),
    addFeedback: get(
      'INSERT INTO feedback (room, at, name, mark, text) SELECT id, ?, ?, ?, ? FROM rooms WHERE session = ?',
    ),
    newest: get(`${SELECT} ORDER BY m.n DESC LIMIT ?`),
    before: get(`${SELECT} AND m.n < ? ORDER BY m.n DESC LIMIT ?`),
    after: get(`${SELECT} AND m.n > ? ORDER BY m.n LIMIT ?`),
    threads: get(
      'SELECT t.other AS person, t.name, m.at, m.text FROM threads t JOIN messages m ON m.session = t.session ' +
        'AND m.conversation = t.conversation AND m.n = ' +
        '(SELECT max(n) FROM messages WHERE session = t.session AND conversation = t.conversation) ' +
        'WHERE t.session = ? AND t.person = ? ORDER BY m.at DESC, m.conversation LIMIT 100',
    ),
    feedback: get('SELECT name, at, mark, text FROM feedback WHERE room = ? ORDER BY at DESC, rowid DESC LIMIT 200'),
  }

  function apply(session: SessionId, change: Change): void {
    switch (change.table) {
      case 'messages':
        if (change.do === 'add') return add(session, change)
        if (change.do === 'forget') return forget(session, change.person)
        if (change.do === 'clear') return void sql.clear.run(session)
        if (change.do === 'removeAllOf') return void sql.removeAllOf.run(session, change.person)
        return void sql.remove.run(session, change.conversation, change.n)
      case 'threads':
        return void sql.addThread.run(session, change.person, change.other, change.name, change.conversation)
      case 'likes':
        ;(change.do === 'add' ? sql.like : sql.unlike).run(session, change.n, change.person)
        return void sql.count.run(change.likes, session, change.n)
      case 'feedback': {
        const { at, name, mark, text } = change.feedback
        return void sql.addFeedback.run(at, name, mark, text, session)
      }
      case 'people':
      case 'sessions':
        return undefined
    }
  }

  function add(session: SessionId, { conversation, message }: Extract<Change, { do: 'add'; table: 'messages' }>): void {
    const { person, name, role, chatModerator, n, at, text, quote } = message
    sql.add.run(session, conversation, n, person, name, role, Number(chatModerator), at, text, quote?.n ?? null)
  }

  /** What somebody wrote to everybody, and all their private conversations. Their likes stay a number. [KEEP-7] */
  function forget(session: SessionId, person: PersonId): void {
    sql.forgetMessages.run(session, person)
    sql.forgetPrivate.run(session, session, person)
    sql.forgetThreads.run(session, person)
    sql.forgetLikes.run(session, person)
  }

  function rows(session: SessionId, { reader, with: other }: Reading, window: Parameters<Store['messages']>[2]) {
    const { before, after, limit } = window
    const of = [reader, session, conversationOf(reader, other)] as const
    if (after !== null) return sql.after.all(...of, after, limit)
    return (before === null ? sql.newest.all(...of, limit) : sql.before.all(...of, before, limit)).toReversed()
  }

  return {
    apply,
    port: {
      messages: async (session, reading, window) =>
        rows(session, reading, window).map((row) => v.parse(MessageRow, row)),
      threads: async (session, person) =>
        sql.threads.all(session, person).map((row) => {
          const thread = v.parse(Thread, row)
          return { ...thread, text: excerptOf(thread.text) }
        }),
      feedback: async (room) => sql.feedback.all(room).map((row) => v.parse(Feedback, row)),
    },
  }
}
