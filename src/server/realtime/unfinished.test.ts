import { expect, test } from 'vitest'
import { Unfinished } from './unfinished.ts'

test('beyond what one address may have open, its own oldest goes', () => {
  const unfinished = new Unfinished<string>({ fromOne: 2, inAll: 10 })
  expect(unfinished.begin('noor', 'school')).toBeNull()
  expect(unfinished.begin('first', 'flood')).toBeNull()
  expect(unfinished.begin('second', 'flood')).toBeNull()
  expect(unfinished.begin('third', 'flood')).toBe('first')
  expect(unfinished.begin('fourth', 'flood')).toBe('second')
  expect(unfinished.size).toBe(3)
})

test('beyond what may be open in all, the oldest of all goes; behind a proxy that is all that counts', () => {
  const unfinished = new Unfinished<string>({ fromOne: 1, inAll: 2 })
  expect(unfinished.begin('first', null)).toBeNull()
  expect(unfinished.begin('second', null)).toBeNull()
  expect(unfinished.begin('third', 'elsewhere')).toBe('first')
})

test('what is finished counts no more, and finishing twice is harmless', () => {
  const unfinished = new Unfinished<string>({ fromOne: 1, inAll: 10 })
  unfinished.begin('first', 'school')
  unfinished.finish('first')
  unfinished.finish('first')
  unfinished.finish('nobody')
  expect(unfinished.size).toBe(0)
  expect(unfinished.begin('second', 'school')).toBeNull()
})
