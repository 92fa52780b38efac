import { expect, test } from 'vitest'
import { handClock } from '../../../test/server/manual-clock.ts'
import { UnreadBudget, type Reader } from './unread-budget.ts'

function given() {
  const clock = handClock()
  const budget = new UnreadBudget(clock, 1_000)
  const cut: string[] = []
  const reader = (name: string, unread: number): Reader & { unread: number } => ({
    unread,
    cut() {
      cut.push(name)
      this.unread = 0
    },
  })
  return { clock, budget, cut, reader }
}

test('while what waits fits, nobody is cut, however slow', () => {
  const { budget, cut, reader } = given()
  budget.isBehind(reader('slow', 999))
  expect(cut).toEqual([])
})

test('beyond it the slowest go first, and no more of them than it takes', () => {
  const { clock, budget, cut, reader } = given()
  for (const [name, unread] of [
    ['a little', 100],
    ['slowest', 700],
    ['slow', 600],
    ['some', 300],
  ] as const) {
    budget.isBehind(reader(name, unread))
  }
  clock.turn(100)
  budget.isBehind(reader('last', 0))
  expect(cut).toEqual(['slowest'])
  clock.turn(100)
  budget.isBehind(reader('more', 500))
  expect(cut).toEqual(['slowest', 'slow'])
})

test('who has read all, or is gone, counts no more', () => {
  const { clock, budget, cut, reader } = given()
  const [quick, gone] = [reader('quick', 600), reader('gone', 600)]
  budget.isBehind(quick)
  budget.isBehind(gone)
  quick.unread = 0
  budget.forget(gone)
  clock.turn(100)
  budget.isBehind(reader('last', 900))
  expect(cut).toEqual([])
})
