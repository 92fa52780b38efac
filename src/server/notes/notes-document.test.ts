import { array, assert, boolean, nat, property, record, string, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Dice } from '../../../test/server/fuzz.ts'
import { NotesWriter } from '../../../test/server/notes-writer.ts'
import { NOTES_TEXT, NOTES_TEXT_MAX } from '../../protocol/notes.ts'
import { NotesDocument } from './notes-document.ts'

const [HANA, MEI] = ['h'.repeat(22), 'm'.repeat(22)]

/** Empty notes, and somebody who writes them. */
function notes() {
  return { document: new NotesDocument([]), writer: new NotesWriter() }
}

test('what is written is taken once, however often it comes', () => {
  const { document, writer } = notes()
  const update = writer.insert(0, 'Agenda')
  expect([document.admit(update, HANA), document.admit(update, HANA)]).toEqual([null, null])
  expect(document.text).toBe('Agenda')
  expect(document.admit(writer.delete(0, 2), HANA)).toBeNull()
  expect(new NotesDocument([document.state]).text).toBe('enda')
})

test('[NOTES-6] what builds on what is not there is refused, and what comes then is not', () => {
  const { document, writer } = notes()
  const [first, second] = [writer.insert(0, 'A'), writer.insert(1, 'B')]
  expect(document.admit(second, HANA)).toBe('changed-meanwhile')
  expect(document.admit(writer.delete(0, 1), HANA)).toBe('changed-meanwhile')
  expect([document.admit(first, HANA), document.text]).toEqual([null, 'A'])
})

test('[NOTES-7] nobody writes under the number of another', () => {
  const { document, writer } = notes()
  document.admit(writer.insert(0, 'Mine'), HANA)
  const forger = new NotesWriter()
  forger.hears(document.state)
  forger.doc.clientID = writer.doc.clientID
  expect(document.admit(forger.insert(4, ', yours'), MEI)).toBe('bad-request')
  expect([document.admit(writer.insert(4, ' alone'), HANA), document.text]).toEqual([null, 'Mine alone'])
})

test('[NOTES-6] anything but plain text in the one text is refused, and nothing of before is lost', () => {
  const { document, writer } = notes()
  document.admit(writer.insert(0, 'Agenda'), HANA)
  const strange: ((doc: Y.Doc) => void)[] = [
    (doc) => doc.getText(NOTES_TEXT).format(0, 3, { bold: true }),
    (doc) => doc.getText(NOTES_TEXT).insert(0, 'x', { href: 'javascript:' }),
    (doc) => doc.getText(NOTES_TEXT).insertEmbed(0, { image: 'https://elsewhere.example' }),
    (doc) => doc.getText(NOTES_TEXT).setAttribute('title', 'x'),
    (doc) => doc.getText('other').insert(0, 'x'),
    (doc) => doc.getMap('notes2').set('a', 1),
    (doc) => doc.getArray('list').insert(0, [new Y.Map()]),
    (doc) => doc.getArray('list').insert(0, [new Y.Doc()]),
    (doc) => doc.getXmlFragment('xml').insert(0, [new Y.XmlElement('script')]),
  ]
  for (const change of strange) {
    const other = new NotesWriter()
    other.hears(document.state)
    expect(document.admit(other.changed(change), MEI)).toBe('bad-request')
  }
  expect(document.text).toBe('Agenda')
  expect(document.admit(writer.insert(6, '!'), HANA)).toBeNull()
})

test('[NOTES-5] a text that is full takes no more, and can be made shorter', () => {
  const { document, writer } = notes()
  for (let left = NOTES_TEXT_MAX; left > 0; left -= 4_000)
    expect(document.admit(writer.insert(0, 'x'.repeat(4_000)), HANA)).toBeNull()
  expect(document.text).toHaveLength(NOTES_TEXT_MAX)
  const other = new NotesWriter()
  other.hears(document.state)
  expect(document.admit(other.insert(0, 'y'), MEI)).toBe('notes-full')
  expect(document.admit(writer.insert(0, 'x'.repeat(9_000)), HANA)).toBe('bad-request')
  expect(document.admit(other.delete(0, 500), MEI)).toBe('changed-meanwhile')
  const third = new NotesWriter()
  third.hears(document.state)
  expect([document.admit(third.delete(0, 500), MEI), document.text.length]).toEqual([null, NOTES_TEXT_MAX - 500])
})

test('[NOTES-6] bytes of any kind are refused or harmless, and never a fault', () => {
  const dice = new Dice(Number(process.env['FUZZ_SEED'] ?? 1))
  const { document, writer } = notes()
  const first = writer.insert(0, 'Agenda of the harbour library')
  document.admit(first, HANA)
  const taken = [document.takeNews() ?? first]
  const other = new NotesWriter()
  other.hears(first)
  const good = other.insert(3, 'よ👋 and some more')
  for (let n = 0; n < 3_000; n += 1) {
    const bytes = n % 3 === 0 ? dice.bytes(200) : Buffer.from(good)
    for (let change = dice.number(6); change > 0 && bytes.length > 0; change -= 1)
      bytes[dice.number(bytes.length)] = dice.number(256)
    const update = n % 5 === 0 ? bytes.subarray(0, dice.number(bytes.length)) : bytes
    const news = document.admit(update, MEI) === null ? document.takeNews() : null
    if (news) taken.push(news)
    expect(document.text.length).toBeLessThanOrEqual(NOTES_TEXT_MAX)
  }
  expect(new NotesDocument([document.state]).text).toBe(document.text)
  expect(taken.length).toBeGreaterThan(2)
  expect(new NotesDocument([Y.mergeUpdates(taken)]).text).toBe(document.text)
  // A number of changes for which nobody has the memory, in eleven bytes.
  expect(document.admit(Buffer.from([1, 255, 255, 255, 15, 1, 0, 0, 1, 0, 0]), MEI)).not.toBeNull()
})

test('notes that are mostly what was deleted are kept anew without it', () => {
  const { document, writer } = notes()
  expect(document.renewed).toBeNull()
  writer.insert(0, 'kept')
  // Written backwards and deleted piece by piece, by turns, nothing of it can be joined.
  writer.changed((doc) => {
    const text = doc.getText(NOTES_TEXT)
    for (let n = 0; n < 16_000; n += 1) {
      text.insert(0, 'x')
      if (n % 2 === 0) text.delete(0, 1)
    }
    text.delete(0, 8_000)
  })
  const full = new NotesDocument([Y.encodeStateAsUpdate(writer.doc)])
  expect([full.text, full.state.byteLength > 65_536]).toEqual(['kept', true])
  expect(full.renewed?.text).toBe('kept')
  expect(full.renewed?.state.byteLength).toBeLessThan(100)
})

const change = record({ who: nat(2), at: nat(200), cut: nat(4), put: string({ maxLength: 6 }) })
const delivery = record({ to: nat(2), pick: nat(50), isLost: boolean(), isTwice: boolean() })

test('[NOTES-3] whatever is dropped, doubled or out of order on the way, all come to the same text', () => {
  assert(
    property(array(tuple(change, delivery), { maxLength: 60 }), (steps) => {
      const document = new NotesDocument([])
      const writers = [0, 1, 2].map((n) => new NotesWriter(n + 1))
      const people = writers.map((_, n) => `${n}`.repeat(22))
      const unsent: Uint8Array[][] = writers.map(() => [])
      const told: Uint8Array[] = []
      const send = (n: number) => {
        const update = unsent[n]?.[0]
        if (!update) return
        expect(document.admit(update, people[n] ?? '')).toBeNull()
        told.push(update)
      }
      for (const [{ who, at, cut, put }, { to, pick, isLost, isTwice }] of steps) {
        const writer = writers[who]
        if (!writer) continue
        const from = at % (writer.text.length + 1)
        const many = Math.min(cut, writer.text.length - from)
        unsent[who]?.push(writer.changed((doc) => edit(doc.getText(NOTES_TEXT), from, many, put)))
        // What is not answered stays, and is sent again.
        send(who)
        if (isTwice) send(who)
        if (!isLost) unsent[who]?.shift()
        const update = told[pick % Math.max(1, told.length)]
        if (update) writers[to]?.hears(update)
      }
      for (const [n, mine] of unsent.entries()) {
        for (; mine.length > 0; mine.shift()) send(n)
      }
      for (const writer of writers) {
        writer.hears(document.state)
        expect(writer.text).toBe(document.text)
      }
    }),
  )
})

function edit(text: Y.Text, at: number, cut: number, put: string): void {
  text.delete(at, cut)
  text.insert(at, put)
}
