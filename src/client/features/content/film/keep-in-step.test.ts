import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepInStep } from './keep-in-step.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A player of which only is kept what it is asked for. */
function player() {
  const asked: string[] = []
  const media = Object.assign(new EventTarget(), {
    currentTime: 0,
    error: null as MediaError | null,
    paused: true,
    playbackRate: 1,
    readyState: 4,
    seeking: false,
    load: () => void asked.push('load'),
    pause: () => void asked.push('pause'),
    async play() {
      asked.push('play')
      media.paused = false
    },
  })
  return { media, asked }
}

const course = { playback: { playing: true, positionMs: 0, at: 0 }, durationMs: 60_000, now: () => 5_000 }
const FAILED = { code: 2, message: '', MEDIA_ERR_ABORTED: 1, MEDIA_ERR_NETWORK: 2, MEDIA_ERR_DECODE: 3 } as const

test('[FILM-2] a film that failed because the line was away is loaded again, and goes on where it is for everybody', () => {
  const { media, asked } = player()
  const end = keepInStep(media, course, () => {})
  expect([asked, media.currentTime]).toEqual([['play'], 5])
  Object.assign(media, { error: { ...FAILED, MEDIA_ERR_SRC_NOT_SUPPORTED: 4 }, paused: true, currentTime: 0 })
  vi.advanceTimersByTime(4_000)
  expect(asked).toEqual(['play', 'load', 'load'])
  media.error = null
  media.dispatchEvent(new Event('loadedmetadata'))
  expect([asked.at(-1), media.currentTime]).toEqual(['play', 5])
  end()
})
