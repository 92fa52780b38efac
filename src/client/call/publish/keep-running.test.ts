import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepRunning } from './keep-running.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** An audio context by hand; `resumes`: whether the system lets it. */
class HandContext extends EventTarget {
  state = 'running'
  resumes = true
  become(state: string) {
    this.state = state
    this.dispatchEvent(new Event('statechange'))
  }
  resume = async () => {
    await Promise.resolve()
    if (!this.resumes) throw new DOMException('', 'InvalidStateError')
    this.become('running')
  }
}

function kept() {
  const context = new HandContext()
  let told = 0
  const letGo = keepRunning(context as unknown as AudioContext, () => (told += 1))
  return { context, letGo, told: () => told }
}

test('[DEVICE-14] what the system suspends goes on, as often as it does so, and nobody is told', async () => {
  const { context, told } = kept()
  for (const state of ['suspended', 'interrupted', 'suspended']) {
    context.become(state)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(context.state).toBe('running')
  }
  expect(told()).toBe(0)
})

test('[DEVICE-14] what stays suspended for a second, or is closed, is told once', async () => {
  const held = kept()
  held.context.resumes = false
  held.context.become('suspended')
  await vi.advanceTimersByTimeAsync(999)
  expect(held.told()).toBe(0)
  await vi.advanceTimersByTimeAsync(1)
  held.context.become('closed')
  expect(held.told()).toBe(1)
  const closed = kept()
  closed.context.become('closed')
  expect(closed.told()).toBe(1)
})

test('what is not followed any more is not told', async () => {
  const { context, letGo, told } = kept()
  context.resumes = false
  context.become('suspended')
  letGo()
  context.become('closed')
  await vi.advanceTimersByTimeAsync(2_000)
  expect(told()).toBe(0)
})
