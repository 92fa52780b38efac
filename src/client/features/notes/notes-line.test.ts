import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { handClock } from '../../../../test/server/manual-clock.ts'
import { NOTES_TEXT, NOTES_TEXT_MAX, NOTES_UPDATE_MAX, type NotesAsk } from '../../../protocol/notes.ts'
import type { WhyNot } from '../../call/call-state.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { NotesLine } from './notes-line.ts'
import type { Change } from './notes-text.ts'

const [ME, PERSON] = ['m'.repeat(22), 'p'.repeat(22)]

/** A page with the notes open, and a server that holds what it is sent, and says no where a test wants it to. */
async function page() {
  const clock = handClock()
  const server = new Y.Doc()
  const asked: NotesAsk[] = []
  const says: { why: WhyNot | null; state: Y.Doc } = { why: null, state: server }
  const line = new NotesLine({
    async ask(notes) {
      asked.push(notes)
      if (notes.type === 'write' && !says.why) Y.applyUpdate(says.state, fromBase64(notes.update))
      return notes.type === 'open' && says.why !== 'away' ? null : says.why
    },
    fetch: async () => Y.encodeStateAsUpdate(says.state),
    me: () => ME,
    now: () => clock.now(),
    after: (wait, run) => void clock.after(wait, run),
  })
  let shown = ''
  const hide = line.show((changes) => (shown = withChanges(shown, changes)))
  const rest = async (wait = 0) => {
    for (let n = 0; n < 20; n += 1) await Promise.resolve()
    clock.turn(wait)
    for (let n = 0; n < 20; n += 1) await Promise.resolve()
  }
  await rest()
  const types = (from: number, insert: string, to = from) => {
    shown = withChanges(shown, [{ from, to, insert }])
    line.text.edit([{ from, to, insert }])
  }
  const held = () => says.state.getText(NOTES_TEXT).toJSON()
  return { clock, line, says, asked, hide, rest, types, held, shown: () => shown }
}

function withChanges(text: string, changes: readonly Change[]): string {
  return changes.toReversed().reduce((was, { from, to, insert }) => was.slice(0, from) + insert + was.slice(to), text)
}

test('what is typed goes up together, one frame after the other', async () => {
  const { asked, rest, types, held } = await page()
  for (const [n, letter] of 'Agenda'.split('').entries()) types(n, letter)
  await rest()
  expect([asked.length, held()]).toEqual([2, 'A'])
  await rest(100)
  expect([asked.length, held()]).toEqual([3, 'Agenda'])
})

test('[NOTES-6] what is written while the line is lost stays, and goes up when it is back', async () => {
  const { line, says, rest, types, held, shown } = await page()
  says.why = 'away'
  line.away()
  types(0, 'Offline')
  await rest(1_000)
  expect([line.state.phase, held()]).toEqual(['away', ''])
  says.state.getText(NOTES_TEXT).insert(0, 'Others. ')
  says.why = null
  await line.begin()
  await rest(1_000)
  expect(line.state).toMatchObject({ phase: 'open', lost: null })
  expect([held(), shown()].map((text) => text.length)).toEqual([15, 15])
  expect(held()).toBe(shown())
})

test('[NOTES-6] what somebody wrote offline who may not any more is gone, and they are told', async () => {
  const { line, says, rest, types, held, shown } = await page()
  types(0, 'Kept')
  await rest(100)
  line.away()
  types(4, ', and gone')
  says.why = 'not-permitted'
  await line.begin()
  await rest(1_000)
  expect(line.state).toMatchObject({ phase: 'open', lost: 'not-permitted' })
  expect([shown(), line.text.text, held()]).toEqual(['Kept', 'Kept', 'Kept'])
  line.understood()
  expect(line.state.lost).toBeNull()
})

test('[NOTES-6] notes that were kept anew are taken as they are, and nothing stands there twice', async () => {
  const { line, says, rest, types, shown } = await page()
  types(0, 'The same text')
  await rest(100)
  says.state = new Y.Doc()
  says.state.getText(NOTES_TEXT).insert(0, 'The same text')
  await line.begin()
  types(13, ' goes on')
  await rest(1_000)
  expect([shown(), says.state.getText(NOTES_TEXT).toJSON()]).toEqual(['The same text goes on', 'The same text goes on'])
  expect(line.state.lost).toBeNull()
})

test('[NOTES-5] whatever is put in, taken out, undone and done again, no frame is too long', async () => {
  const { asked, line, rest, types, held, shown } = await page()
  const long = 'ノート👋'.repeat(NOTES_TEXT_MAX / 5)
  types(0, long)
  for (let n = 0; n < 400; n += 1) await rest(400)
  expect(held() === long).toBe(true)
  types(0, '', long.length)
  await rest(1_000)
  line.text.undo()
  expect(shown() === long).toBe(true)
  line.text.redo()
  expect(shown()).toBe('')
  line.text.undo()
  for (let n = 0; n < 1_200; n += 1) await rest(400)
  expect(held() === long).toBe(true)
  for (const each of asked)
    if (each.type === 'write') expect(fromBase64(each.update).length).toBeLessThanOrEqual(NOTES_UPDATE_MAX)
}, 60_000)

test('[NOTES-8] undo takes back what is one’s own, in the steps in which it was written, and nothing of others', async () => {
  const { clock, line, says, rest, types, shown } = await page()
  types(0, 'One')
  await rest(100)
  says.state.getText(NOTES_TEXT).insert(3, ' theirs')
  line.hear({ type: 'notes', update: toBase64(Y.encodeStateAsUpdate(says.state)), carets: [] })
  clock.turn(1_000)
  types(10, ' two')
  types(14, ' three')
  expect(shown()).toBe('One theirs two three')
  line.text.undo()
  expect(shown()).toBe('One theirs')
  line.text.undo()
  expect(shown()).toBe(' theirs')
  line.text.redo()
  line.text.redo()
  line.text.redo()
  expect(shown()).toBe('One theirs two three')
})

test('[NOTES-8] the carets of others move with the text; one that is none is not drawn', async () => {
  const { line, types } = await page()
  types(0, 'Agenda')
  const place = toBase64(line.text.placeOf(6))
  const caret = { anchor: place, head: place }
  line.hear({ type: 'notes', update: null, carets: [{ person: PERSON, name: 'Mei', caret }] })
  line.hear({ type: 'notes', update: null, carets: [{ person: ME, name: 'Hana', caret }] })
  types(0, '# ')
  expect(line.carets).toEqual([{ person: PERSON, name: 'Mei', anchor: 8, head: 8 }])
  line.hear({
    type: 'notes',
    update: null,
    carets: [{ person: PERSON, name: 'Mei', caret: { anchor: 'AAAA', head: '/w==' } }],
  })
  expect(line.carets).toEqual([])
  line.hear({ type: 'notes', update: null, carets: [{ person: PERSON, name: '', caret: null }] })
  expect(line.carets).toEqual([])
})

test('a panel that is closed sends what is still to be sent, then hears no more', async () => {
  const { asked, hide, rest, types, held } = await page()
  types(0, 'Last ')
  types(5, 'words')
  hide()
  await rest(100)
  await rest(100)
  await rest(100)
  expect(held()).toBe('Last words')
  expect(asked.at(-1)).toEqual({ type: 'close' })
})
