import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Background, BackgroundOff } from './background.ts'
import { OwnDevices } from '../devices/devices.ts'

/** A camera's track, or what a background makes of one. */
class HandTrack extends EventTarget {
  readonly kind = 'video'
  enabled = true
  muted = false
  stopped = false
  readonly before: Background
  constructor(before: Background = 'none') {
    super()
    this.before = before
  }
  getSettings = () => ({ deviceId: 'c1' })
  clone = () => open(new HandTrack())
  stop() {
    this.stopped = true
  }
}

const lights: HandTrack[] = []
function open(track: HandTrack) {
  lights.push(track)
  return track
}

// What the graphics of this machine do, by hand.
let graphics: { fail: boolean; started: Background[]; off: (why: BackgroundOff) => void }
vi.mock('./camera-effects.ts', () => ({
  async before(camera: HandTrack, background: Background, off: (why: BackgroundOff) => void) {
    graphics.started.push(background)
    graphics.off = off
    await Promise.resolve()
    if (graphics.fail) throw new Error('no graphics')
    return { track: new HandTrack(background), end: () => camera.stop() }
  },
}))

let devices: OwnDevices
let told: string[]
const shown = () => {
  const track: unknown = devices.track('camera')
  return track instanceof HandTrack ? track.before : null
}
const kept = () => JSON.parse(localStorage.getItem('rostrum.devices') ?? '{}').background
const settle = async () => await new Promise((done) => setTimeout(done, 5))

beforeEach(() => {
  lights.length = 0
  told = []
  graphics = { fail: false, started: [], off() {} }
  const storage = new Map<string, string>()
  const mediaDevices = Object.assign(new EventTarget(), {
    enumerateDevices: async () => [],
    async getUserMedia({ audio }: { audio?: object }) {
      if (audio) throw new DOMException('', 'NotFoundError')
      const track = open(new HandTrack())
      return { getTracks: () => [track] }
    },
  })
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal('document', {})
  vi.stubGlobal('navigator', { mediaDevices })
  vi.stubGlobal('HTMLMediaElement', { prototype: {} })
  for (const there of ['MediaStreamTrackProcessor', 'VideoFrame']) vi.stubGlobal(there, () => {})
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => ({ getExtension: () => null })
    },
  )
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
  })
  devices = new OwnDevices({
    async track() {},
    lost() {},
    replaced() {},
    plugged() {},
    speaker() {},
    voice() {},
    backgroundOff: (why) => told.push(why),
    noiseReplaced() {},
  })
})
afterEach(() => vi.unstubAllGlobals())

test('[BACKGROUND-3] a background is there at once, without asking for the camera again, and one light stays on', async () => {
  await devices.open()
  expect(graphics.started).toEqual([])
  await devices.setBackground('dusk')
  await settle()
  expect(shown()).toBe('dusk')
  expect(lights.filter(({ stopped }) => !stopped)).toHaveLength(1)
})

test('[BACKGROUND-3] of twenty quick choices the first and the last are started', async () => {
  await devices.open()
  const names: Background[] = Array.from({ length: 19 }, (_, n) => (n % 2 ? 'blur' : 'hills'))
  await Promise.all([...names, 'study' as const].map((each) => devices.setBackground(each)))
  await settle()
  expect(graphics.started).toEqual(['hills', 'study'])
  expect(shown()).toBe('study')
  expect(lights.filter(({ stopped }) => !stopped)).toHaveLength(1)
})

test('[BACKGROUND-4] where it is too slow, the camera goes on without it, the person is told, and it is not proposed again', async () => {
  await devices.open()
  await devices.setBackground('blur')
  graphics.off('slow')
  await settle()
  expect(shown()).toBe('none')
  expect(devices.state).toMatchObject({ background: 'none', backgroundOff: 'slow', live: { camera: true } })
  expect(told).toEqual(['slow'])
  expect(kept()).toBe('none')
})

test('[BACKGROUND-4] a background that was left already turns nothing off', async () => {
  await devices.open()
  await devices.setBackground('blur')
  const { off } = graphics
  await devices.setBackground('dusk')
  off('slow')
  await settle()
  expect(shown()).toBe('dusk')
})

test('[BACKGROUND-6] a switch that fails leaves what was there', async () => {
  await devices.open()
  await devices.setBackground('dusk')
  graphics.fail = true
  await devices.setBackground('hills')
  expect(shown()).toBe('dusk')
  expect(devices.state).toMatchObject({ background: 'dusk', backgroundOff: 'failed' })
})

test('[BACKGROUND-6] a remembered one that does not start is told where the person looks first', async () => {
  graphics.fail = true
  localStorage.setItem('rostrum.devices', '{"background":"dusk"}')
  await devices.open()
  expect(shown()).toBe('none')
  expect(devices.state).toMatchObject({ background: 'none', backgroundOff: 'failed' })
  expect(kept()).toBe('dusk')
})

test('[BACKGROUND-6] where nobody looks first, the camera stays off until it is pressed again', async () => {
  await devices.open()
  await devices.setBackground('dusk')
  devices.stop('camera')
  graphics.fail = true
  await devices.openOne('camera')
  expect(devices.track('camera')).toBeNull()
  expect(lights.every(({ stopped }) => stopped)).toBe(true)
  expect(told).toEqual(['failed'])
  await devices.openOne('camera')
  expect(shown()).toBe('none')
})

test('[BACKGROUND-7] the choice is remembered for next time', async () => {
  await devices.open()
  await devices.setBackground('curtain')
  devices.close()
  await devices.open()
  expect(shown()).toBe('curtain')
})
