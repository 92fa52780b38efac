import { afterEach, expect, test, vi } from 'vitest'
import { systemClock } from './clock.ts'

const DAY = 86_400_000

afterEach(() => {
  vi.useRealTimers()
})

test('[SESSION-5] nothing that waits for a time is run before the clock says so, by however little', async () => {
  const early: number[] = []
  const waits = Array.from({ length: 400 }, async (_, n) => {
    await new Promise((begin) => setTimeout(begin, n % 37))
    const due = systemClock.now() + 5 + (n % 7)
    await new Promise<void>((run) => systemClock.after(due - systemClock.now(), run))
    if (systemClock.now() < due) early.push(due - systemClock.now())
  })
  await Promise.all(waits)
  expect(early).toEqual([])
})

test('a wait longer than the machine’s own timers can be is waited for to its end, or called off', async () => {
  vi.useFakeTimers()
  const run = vi.fn<() => void>()
  const never = vi.fn<() => void>()
  systemClock.after(60 * DAY, run)
  const callOff = systemClock.after(60 * DAY, never)
  await vi.advanceTimersByTimeAsync(59 * DAY)
  expect(run).not.toHaveBeenCalled()
  callOff()
  await vi.advanceTimersByTimeAsync(DAY)
  expect(run).toHaveBeenCalledOnce()
  expect(never).not.toHaveBeenCalled()
})
