import { expect, expectTypeOf, test } from 'vitest'
import { Event, type Told } from '../protocol/events.ts'
import { changesNothing, PLAIN, type EventRow, type EventRows } from './event-row.ts'
import { EVENTS } from './events-table.ts'

const COLUMNS = { deliver: 'nobody', counts: false, grants: 'nobody', timers: 'none', audit: false } as const

test('a kind of event is known only with every column', () => {
  type Row = EventRow<Told<'spoke'>>
  type Missing = { [K in keyof Row]: Omit<Row, K> extends Row ? K : never }[keyof Row]
  expectTypeOf<Missing>().toEqualTypeOf<never>()
  expectTypeOf<keyof typeof EVENTS>().toEqualTypeOf<Event['type']>()
  // @ts-expect-error -- nobody has said who hears of it
  const { deliver, ...rest }: Row = { ...PLAIN, ...COLUMNS, deliver: undefined, evolve: changesNothing }
  // @ts-expect-error -- one of its events has no row
  const rows: EventRows<'spoke' | 'left'> = { spoke: { ...PLAIN, ...COLUMNS, evolve: changesNothing } }
  expect([deliver, rest.counts, Object.keys(rows)]).toEqual([undefined, false, ['spoke']])
})

test('every kind of event has its row, and there are no others', () => {
  const kinds = Event.options.map((option) => option.entries.type.literal)
  expect(Object.keys(EVENTS).toSorted()).toEqual(kinds.toSorted())
})
