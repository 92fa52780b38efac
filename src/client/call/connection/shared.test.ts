import { expect, test } from 'vitest'
import { Held } from './shared.ts'

function lot() {
  const done: string[] = []
  const moments: (() => void)[] = []
  const held = new Held(
    (name) => {
      done.push(`open ${name}`)
      return { name, close: () => void done.push(`close ${name}`) }
    },
    (then) => void moments.push(then),
  )
  const passes = () => {
    for (const then of moments.splice(0)) then()
  }
  return { held, done, passes }
}

test('who lets go and takes again at once finds the same thing, which was never closed', () => {
  const { held, done, passes } = lot()
  held.take('room')
  const first = held.find('room')
  expect(first?.name).toBe('room')
  held.letGo('room')
  held.take('room')
  passes()
  expect(held.find('room')).toBe(first)
  expect(done).toEqual(['open room'])
})

test('it is closed once when nobody has held it for a moment, and opened anew for who comes later', () => {
  const { held, done, passes } = lot()
  held.take('room')
  held.take('room')
  held.letGo('room')
  passes()
  expect(done).toEqual(['open room'])
  held.letGo('room')
  held.letGo('another')
  passes()
  passes()
  expect(done).toEqual(['open room', 'close room'])
  expect(held.find('room')).toBe(null)
  held.take('room')
  passes()
  expect(done).toEqual(['open room', 'close room', 'open room'])
})

test('of two, each is held for itself', () => {
  const { held, done, passes } = lot()
  held.take('one')
  held.take('other')
  held.letGo('one')
  passes()
  expect(done).toEqual(['open one', 'open other', 'close one'])
})
