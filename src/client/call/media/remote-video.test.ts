import type { Track } from 'livekit-client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RemoteVideo } from './remote-video.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Where a track is attached; the elements themselves do nothing here. */
function trackWith(attached: Set<unknown>): Track {
  const track = {
    attach: (video: unknown) => attached.add(video),
    detach: (video?: unknown) => (video ? attached.delete(video) : attached.clear()),
  }
  return track as unknown as Track
}
const video = (name: string) => ({ name }) as unknown as HTMLVideoElement

test('[MEDIA-7] a picture is wanted while something shows it, and for a moment after', () => {
  const changed = vi.fn<() => void>()
  const pictures = new RemoteVideo(changed)
  expect(pictures.isShown('noor')).toBe(false)
  const hide = pictures.show('noor', video('tile'))
  expect([pictures.isShown('noor'), changed.mock.calls.length]).toEqual([true, 1])
  hide()
  expect(pictures.isShown('noor')).toBe(true)
  vi.runAllTimers()
  expect([pictures.isShown('noor'), changed.mock.calls.length]).toEqual([false, 2])
})

test('[MEDIA-7] a tile that moves to another place is not given up in between', () => {
  const changed = vi.fn<() => void>()
  const attached = new Set<unknown>()
  const pictures = new RemoteVideo(changed)
  const hide = pictures.show('noor', video('grid'))
  pictures.got(trackWith(attached), 'noor')
  hide()
  const tray = video('tray')
  pictures.show('noor', tray)
  vi.runAllTimers()
  expect(pictures.isShown('noor')).toBe(true)
  expect([...attached]).toEqual([tray])
})
