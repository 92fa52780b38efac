import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { mei, noor } from '../../../test/rules/people.ts'
import { openScene, refused, type Scene, type Visitor } from '../../../test/server/app-server.ts'
import { asBase64, NotesWriter } from '../../../test/server/notes-writer.ts'
import type { Caller } from '../../../test/server/socket-client.ts'
import { NOTES_TEXT } from '../../protocol/notes.ts'

/** A room in session, its host and a viewer, both with the notes open. */
async function withNotes() {
  const scene = await openScene()
  const host = await scene.creates({ mode: 'webinar' })
  const viewer = await scene.enters(host, 'viewer', noor)
  const [stage, watching] = [await scene.joins(host), await scene.joins(viewer)]
  for (const caller of [stage, watching]) expect(await caller.notes({ type: 'open' })).toBe('done')
  return { scene, host, viewer, stage, watching, writer: new NotesWriter() }
}

const write = (update: Uint8Array) => ({ type: 'write', update: asBase64(update) }) as const
const me = async (caller: Caller) => (await caller.frame('welcome', ({ inside }) => inside)).you.id

/** The text that somebody was told. */
function textOf({ frames }: Caller): string {
  const doc = new Y.Doc()
  for (const frame of frames)
    if (frame.type === 'notes' && frame.update !== null) Y.applyUpdate(doc, Buffer.from(frame.update, 'base64'))
  return doc.getText(NOTES_TEXT).toJSON()
}

/** The text that somebody fetches. */
async function fetched({ url }: Scene, { room, cookie }: Visitor): Promise<string> {
  const answer = await fetch(new URL(`/api/rooms/${room}/notes`, url), { headers: { cookie } })
  expect(answer.status).toBe(200)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, new Uint8Array(await answer.arrayBuffer()))
  return doc.getText(NOTES_TEXT).toJSON()
}

test('[NOTES-1] [NOTES-3] what is written is told to those who have them open, and to nobody else', async () => {
  const { scene, host, viewer, stage, watching, writer } = await withNotes()
  const other = await scene.joins(await scene.enters(host, 'viewer', mei))
  expect(await stage.notes(write(writer.insert(0, '# Agenda')))).toBe('done')
  await watching.frame('notes')
  expect(textOf(watching)).toBe('# Agenda')
  expect(await watching.notes({ type: 'close' })).toBe('done')
  scene.clock.turn(100)
  expect(await stage.notes(write(writer.insert(8, ' of today')))).toBe('done')
  await stage.frame('notes', () => textOf(stage) === '# Agenda of today')
  expect([textOf(watching), textOf(other)]).toEqual(['# Agenda', ''])
  expect(await fetched(scene, viewer)).toBe('# Agenda of today')
})

test('[NOTES-2] a raw client without the permission is refused, with it, it writes, and without it again it does not', async () => {
  const { scene, stage, watching, writer } = await withNotes()
  const update = writer.insert(0, 'Hello')
  const caret = { type: 'caret', caret: { anchor: 'AAAA', head: 'AAAA' } } as const
  expect([await watching.notes(write(update)), await watching.notes(caret)]).toEqual(['not-permitted', 'not-permitted'])
  const person = await me(watching)
  const set = async (writeNotes: boolean) =>
    await stage.does({ type: 'setPermissions', person, permissions: { writeNotes } })
  await set(true)
  expect(await watching.notes(write(update))).toBe('done')
  scene.clock.turn(100)
  expect(await watching.notes(caret)).toBe('done')
  expect(await stage.frame('notes', ({ carets }) => carets.length > 0)).toMatchObject({
    carets: [{ person, name: noor.name, caret: { anchor: 'AAAA' } }],
  })
  await set(false)
  scene.clock.turn(100)
  expect(await stage.notes(write(new NotesWriter().insert(0, 'x')))).toBe('done')
  await stage.frame('notes', ({ carets }) => carets.some((each) => each.person === person && each.caret === null))
  expect(await watching.notes(write(writer.insert(5, '!')))).toBe('not-permitted')
})

test('[NOTES-1] who is not inside reads nothing, and hears nothing after leaving', async () => {
  const { scene, host, viewer, stage, watching, writer } = await withNotes()
  const outside = await scene.enters(host, 'viewer', mei)
  expect(await (await scene.calls(outside)).notes({ type: 'open' })).toBe('not-in-room')
  for (const who of [outside, { ...viewer, cookie: '' }])
    expect((await scene.get(`/api/rooms/${host.room}/notes`, who)).status).toBeGreaterThanOrEqual(400)
  expect(refused(await scene.get(`/api/rooms/${'x'.repeat(22)}/notes`, host)).refusal).toBe('room-unknown')
  await watching.does({ type: 'leave' })
  expect(await stage.notes(write(writer.insert(0, 'Between us')))).toBe('done')
  expect([textOf(watching), await watching.notes({ type: 'open' })]).toEqual(['', 'not-in-room'])
})

test('[NOTES-4] they are there after a restart, in the next session, and gone with the room', async () => {
  const { scene, host, stage, writer } = await withNotes()
  for (const word of ['Kept ', 'over ', 'sessions']) {
    expect(await stage.notes(write(writer.insert(writer.text.length, word)))).toBe('done')
    scene.clock.turn(100)
  }
  await stage.does({ type: 'endSession' })
  await scene.close()
  const again = await openScene({ folder: scene.folder })
  const caller = await again.joins(host)
  expect(await fetched(again, host)).toBe('Kept over sessions')
  // A page from before goes on where it was.
  expect(await caller.notes(write(writer.insert(0, 'All ')))).toBe('done')
  expect(await fetched(again, host)).toBe('All Kept over sessions')
  caller.say({ type: 'do', ask: 99, command: { type: 'deleteRoom' } })
  expect(await caller.closed).toMatchObject({ why: 'room-deleted' })
  expect((await again.get(`/api/rooms/${host.room}/notes`, host)).status).toBe(404)
})

test('[NOTES-7] who deletes their data leaves the words, and nothing says whose they were', async () => {
  const { scene, host, viewer, stage, watching, writer } = await withNotes()
  const person = await me(watching)
  await stage.does({ type: 'setPermissions', person, permissions: { writeNotes: true } })
  expect(await watching.notes(write(writer.insert(0, 'Words of hers')))).toBe('done')
  watching.say({ type: 'do', ask: 99, command: { type: 'deleteMyData' } })
  await watching.closed
  expect(await fetched(scene, host)).toBe('Words of hers')
  expect((await scene.get(`/api/rooms/${viewer.room}/notes`, viewer)).status).toBeGreaterThanOrEqual(400)
  await scene.close()
  const db = new DatabaseSync(join(scene.folder, 'rostrum.db'), { readOnly: true })
  const kept = db.prepare('SELECT * FROM notePieces').all()
  db.close()
  const bytes = kept.map(({ piece }) => Buffer.from(v.parse(v.instance(Uint8Array), piece)).toString('latin1')).join('')
  expect([kept.length, bytes.includes('hers'), bytes.includes(person), bytes.includes(noor.name)]).toEqual([
    1,
    true,
    false,
    false,
  ])
})

test('[NOTES-3] many changes at once are one frame a tick', async () => {
  const { scene, stage, watching, writer } = await withNotes()
  expect(await stage.notes(write(writer.insert(0, 'a')))).toBe('done')
  const later = 'bcdefghij'
    .split('')
    .map(async (letter) => await stage.notes(write(writer.insert(writer.text.length, letter))))
  await stage.finds({ type: 'ticket' })
  scene.clock.turn(100)
  expect(new Set(await Promise.all(later))).toEqual(new Set(['done']))
  await watching.frame('notes', () => textOf(watching) === 'abcdefghij')
  expect(watching.frames.filter(({ type }) => type === 'notes')).toHaveLength(2)
})

test('[NOTES-6] a frame that is too long, or no base64, ends the connection that sent it and no other', async () => {
  const { scene, host, stage, watching, writer } = await withNotes()
  const bad = await scene.joins(await scene.enters(host, 'moderator', mei))
  bad.say(JSON.stringify({ type: 'notes', ask: 1, notes: { type: 'write', update: '%'.repeat(12_000) } }))
  expect(await bad.closed).toMatchObject({ code: 4400 })
  expect(await stage.notes({ type: 'write', update: asBase64(Buffer.from('no update')) })).toBe('bad-request')
  expect(await stage.notes(write(writer.insert(0, 'Still here')))).toBe('done')
  await watching.frame('notes', () => textOf(watching) === 'Still here')
})

test('[NOTES-6] who has long notes refuse one change after the other waits, and then goes on', async () => {
  const { scene, stage, writer } = await withNotes()
  for (let n = 0; n < 10; n += 1) {
    expect(await stage.notes(write(writer.insert(0, 'x'.repeat(7_000))))).toBe('done')
    scene.clock.turn(100)
  }
  const [unsent, next] = [writer.insert(0, 'never sent'), new NotesWriter()]
  next.hears(Y.encodeStateAsUpdate(writer.doc))
  expect(unsent.byteLength).toBeGreaterThan(0)
  const builtOnIt = next.insert(3, '!')
  const answers: string[] = []
  for (let n = 0; n < 15; n += 1) answers.push(await stage.notes(write(builtOnIt)))
  expect(answers).toEqual([
    ...Array.from({ length: 11 }, () => 'changed-meanwhile'),
    ...Array.from({ length: 4 }, () => 'too-fast'),
  ])
  scene.clock.turn(2_000)
  expect(await stage.notes(write(unsent))).toBe('done')
  scene.clock.turn(100)
  expect(await stage.notes(write(builtOnIt))).toBe('done')
})
