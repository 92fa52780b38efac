import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Playback } from './playback.ts'

class HandStream {
  active = true
}

/** A media element by hand; `allows`: whether the browser lets it play. */
class HandElement extends EventTarget {
  paused = true
  allows = true
  srcObject: HandStream | null = new HandStream()
  tries = 0
  play = async () => {
    this.tries += 1
    await Promise.resolve()
    if (!this.allows) throw new DOMException('', 'NotAllowedError')
    this.paused = false
    this.dispatchEvent(new Event('playing'))
  }
  pauses() {
    this.paused = true
    this.dispatchEvent(new Event('pause'))
  }
}

let page: EventTarget
let playback: Playback
let changes: number

beforeEach(() => {
  vi.useFakeTimers()
  page = new EventTarget()
  vi.stubGlobal('document', page)
  vi.stubGlobal('MediaStream', HandStream)
  changes = 0
  playback = new Playback(() => (changes += 1))
})
afterEach(() => {
  playback.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const settle = async (ms = 0) => await vi.advanceTimersByTimeAsync(ms)

function followed(what: Partial<HandElement> = {}) {
  const element = Object.assign(new HandElement(), what)
  return { element, letGo: playback.follow(element as unknown as HTMLMediaElement) }
}

test('[PLAY-1] what the system pauses plays on, again and again', async () => {
  const { element } = followed()
  await settle(2_000)
  for (let n = 0; n < 3; n++) {
    element.pauses()
    await settle(2_000)
    expect(element.paused).toBe(false)
  }
  expect(changes).toBe(0)
})

test('[PLAY-1] what the browser holds back is told, and plays with the next press of anything', async () => {
  for (const press of ['pointerup', 'click', 'keydown']) {
    const { element, letGo } = followed({ allows: false })
    await settle()
    expect(playback.held.size).toBe(1)
    element.allows = true
    page.dispatchEvent(new Event(press))
    await settle()
    expect(element.paused).toBe(false)
    expect(playback.held.size).toBe(0)
    letGo()
  }
})

test('[PLAY-1] what pauses again at once is not fought: it is tried now and then, and by a press', async () => {
  const { element } = followed()
  await settle()
  element.pauses()
  expect(playback.held.size).toBe(1)
  const { tries } = element
  await settle(4_000)
  expect(element.tries - tries).toBeLessThanOrEqual(1)
  await settle(2_000)
  expect(element.paused).toBe(false)
  expect(playback.held.size).toBe(0)
})

test('what has nothing to play, or is followed no more, is held back by nobody', async () => {
  const { element, letGo } = followed({ allows: false })
  await settle()
  element.srcObject = null
  element.dispatchEvent(new Event('emptied'))
  expect(playback.held.size).toBe(0)
  element.srcObject = new HandStream()
  element.dispatchEvent(new Event('canplay'))
  await settle()
  expect(playback.held.size).toBe(1)
  letGo()
  expect(playback.held.size).toBe(0)
  const ended = followed({ allows: false, srcObject: Object.assign(new HandStream(), { active: false }) })
  await settle(6_000)
  expect(ended.element.tries).toBe(0)
})
