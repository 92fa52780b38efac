import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followDevice } from './device-health.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A device as a browser tells of it, and what was told of it. */
function followed(source: 'microphone' | 'camera', muted = false) {
  const device = Object.assign(new EventTarget(), { muted })
  const told: string[] = []
  const stop = followDevice(source, device as unknown as MediaStreamTrack, {
    ended: () => told.push('ended'),
    silenced: (is) => told.push(is ? 'silenced' : 'back'),
  })
  const turn = (to: boolean) => {
    device.muted = to
    device.dispatchEvent(new Event(to ? 'mute' : 'unmute'))
  }
  return { told, stop, turn, end: () => device.dispatchEvent(new Event('ended')) }
}

test('[DEVICE-3] a device that its switch or the system silences is told after a second, and so is its return', () => {
  const { told, turn } = followed('microphone')
  turn(true)
  vi.advanceTimersByTime(999)
  expect(told).toEqual([])
  vi.advanceTimersByTime(1)
  expect(told).toEqual(['silenced'])
  turn(false)
  expect(told).toEqual(['silenced', 'back'])
})

test('[DEVICE-3] a hiccup is not told, and a camera may pause longer than a microphone', () => {
  const microphone = followed('microphone')
  microphone.turn(true)
  vi.advanceTimersByTime(500)
  microphone.turn(false)
  vi.advanceTimersByTime(5_000)
  expect(microphone.told).toEqual([])
  const camera = followed('camera')
  camera.turn(true)
  vi.advanceTimersByTime(3_900)
  expect(camera.told).toEqual([])
  vi.advanceTimersByTime(100)
  expect(camera.told).toEqual(['silenced'])
})

test('[DEVICE-3] what is silent from the start is told; what is not followed any more is not', () => {
  const silent = followed('microphone', true)
  vi.advanceTimersByTime(1_000)
  expect(silent.told).toEqual(['silenced'])
  const left = followed('microphone')
  left.turn(true)
  left.stop()
  left.end()
  vi.advanceTimersByTime(1_000)
  expect(left.told).toEqual([])
  const gone = followed('camera')
  gone.end()
  expect(gone.told).toEqual(['ended'])
})
