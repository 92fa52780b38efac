import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { evolve } from '../../../rules/evolve.ts'
import { nothingYet } from '../../../rules/session/session.ts'
import { fromRow, toRow } from './upcast.ts'

const rows = (version: number) =>
  readFileSync(join(import.meta.dirname, `../../../../test/store/fixtures/log-v${version}.jsonl`), 'utf8')
    .trim()
    .split('\n')

test('every row of a log of the first version is read, brought up to date, and makes a session', () => {
  const events = rows(1).map(fromRow)
  expect(events.filter((event) => event === null)).toEqual([])
  const types = events.map((event) => event?.type)
  expect(types).toContain('cameBackstage')
  expect(new Set(types).size).toBeGreaterThan(35)
  const session = events.reduce((now, event) => (event ? evolve(now, event) : now), nothingYet())
  expect(session.people.size).toBeGreaterThan(1)
})

test('what is written is read again, and what nobody knows of it does no harm', () => {
  const event = { type: 'cameBack', at: 7, person: 'ana'.padEnd(22, '_') } as const
  expect(fromRow(toRow(event))).toEqual(event)
  expect(fromRow(JSON.stringify({ ...event, mood: 'fine', v: 2 }))).toEqual(event)
})

test.each(['', 'null', '[]', '{"type":"cameBack"}', '{"v":0,"type":"left"}', '{"v":"x"}', '{"type":"danced","at":1}'])(
  'a row that cannot be read is null: %s',
  (row) => expect(fromRow(row)).toBeNull(),
)
