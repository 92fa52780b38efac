import { expect, test } from 'vitest'
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
