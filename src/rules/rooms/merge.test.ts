import { expect, test } from 'vitest'
import { weekly } from '../../../test/rules/schedules.ts'
import { differing, flatten, mergeForms, unflatten, type FlatForm } from './merge.ts'

const base: FlatForm = {
  name: 'Physics',
  description: '',
  tags: ['waves'],
  early: 15,
  schedule: null,
  accent: '',
  waitingText: '',
  leaveTo: '',
  mode: 'interactive',
  access: 'everyone',
  stageSize: 25,
  reactions: true,
  hands: true,
  chat: true,
  privateChat: true,
  waitingRoom: false,
}

test('a form is the same after it was made flat and back', () => {
  expect(flatten(unflatten(base))).toEqual(base)
  expect(differing(base, { ...base, tags: ['waves'], mode: 'webinar' })).toEqual(['mode'])
})

test('[ROOM-7] what was not touched becomes theirs, and what both have changed stays and is to be looked at', () => {
  const mine = { ...base, name: 'Mine', tags: ['mine'], stageSize: 7 }
  const theirs = { ...base, name: 'Theirs', description: 'Theirs', stageSize: 7 }
  expect(mergeForms(base, mine, theirs)).toEqual({
    form: { ...mine, description: 'Theirs' },
    taken: ['description'],
    open: ['name'],
  })
})

test('[ROOM-7] of two who change the dates of a series, each change of another date counts, and one of the same date is to be looked at', () => {
  const series = weekly('2026-01-05T10:00')
  const held = { ...base, schedule: series }
  const changed = (on: string, moved: { start: string; minutes: number } | null = null) => ({
    ...held,
    schedule: { ...series, exceptions: [{ on, moved }] },
  })
  const moved = changed('2026-01-12', { start: '2026-01-13T10:00', minutes: 60 })
  const both = mergeForms(held, moved, changed('2026-01-19'))
  expect(both).toMatchObject({ taken: ['schedule'], open: [] })
  expect(both.form.schedule?.exceptions).toEqual([
    ...(moved.schedule.exceptions ?? []),
    { on: '2026-01-19', moved: null },
  ])
  expect(mergeForms(held, moved, changed('2026-01-12'))).toEqual({ form: moved, taken: [], open: ['schedule'] })
  const backAgain = mergeForms(changed('2026-01-12'), held, { ...changed('2026-01-12'), name: 'Theirs' })
  expect(backAgain.form).toEqual({ ...held, name: 'Theirs' })
  const later = { ...held, schedule: { ...series, start: '2026-01-05T11:00' } }
  expect(mergeForms(held, moved, later).open).toEqual(['schedule'])
})
