import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { OwnDevices } from './devices.ts'

/** A device of the hand-made machine below; `id` is what its settings say. */
class HandTrack extends EventTarget {
  enabled = true
  muted = false
  stopped = false
  readonly id: string
  readonly kind: string
  constructor(kind: string, id: string) {
    super()
    this.kind = kind
    this.id = id
  }
  getSettings = () => ({ deviceId: this.id })
  clone = () => new HandTrack(this.kind, this.id)
  stop() {
    this.stopped = true
  }
}

type Wish = { deviceId?: { ideal: string }; facingMode?: string }

/** A machine whose devices are plugged by hand. `fails`: what the browser answers when a kind is asked for. */
class HandMachine extends EventTarget {
  plugged: { kind: string; deviceId: string; label: string }[] = []
  fails: Partial<Record<'audio' | 'video', DOMException>> = {}
  opened: HandTrack[] = []
  asked: { audio?: Wish; video?: Wish }[] = []

  plug(...ids: string[]) {
    const kinds: Record<string, string> = { c: 'videoinput', m: 'audioinput', s: 'audiooutput' }
    this.plugged = ids.map((id) => ({ kind: kinds[id[0] ?? ''] ?? '', deviceId: id, label: id }))
    this.dispatchEvent(new Event('devicechange'))
  }
  enumerateDevices = async () => this.plugged
  getUserMedia = async (wish: { audio?: Wish; video?: Wish }) => {
    this.asked.push(wish)
    await Promise.resolve()
    const tracks = (['audio', 'video'] as const).flatMap((kind) => {
      const asked = wish[kind]
      if (!asked) return []
      const fault = this.fails[kind]
      if (fault) throw fault
      const all = this.plugged.filter((each) => each.kind === `${kind}input`)
      const id = all.find((each) => each.deviceId === asked.deviceId?.ideal)?.deviceId ?? all[0]?.deviceId
      if (!id) throw new DOMException('', 'NotFoundError')
      return [new HandTrack(kind, id)]
    })
    this.opened.push(...tracks)
    return {
      getTracks: () => tracks,
      getAudioTracks: () => tracks.filter(({ kind }) => kind === 'audio'),
      getVideoTracks: () => tracks.filter(({ kind }) => kind === 'video'),
    }
  }
  /** Opened and not stopped: the lights that are on. */
  lights = () => this.opened.filter(({ stopped }) => !stopped).map(({ id }) => id)
}

let machine: HandMachine
let kept: Map<string, string>
let told: string[]
let devices: OwnDevices

beforeEach(() => {
  vi.useFakeTimers()
  machine = new HandMachine()
  machine.plug('c1', 'c2', 'm1', 'm2', 's1', 's2')
  kept = new Map()
  told = []
  const connect = () => {}
  class HandContext {
    createMediaStreamSource = () => ({ connect, disconnect: connect })
    close = async () => {}
  }
  class HandAnalyser {
    fftSize = 4
    getFloatTimeDomainData = (samples: Float32Array) => samples.fill(0.1)
  }
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal('document', {})
  vi.stubGlobal('navigator', { mediaDevices: machine, permissions: { query: async () => ({ state: 'granted' }) } })
  vi.stubGlobal(
    'HTMLMediaElement',
    class {
      setSinkId() {}
    },
  )
  vi.stubGlobal('MediaStream', EventTarget)
  vi.stubGlobal('AudioContext', HandContext)
  vi.stubGlobal('AnalyserNode', HandAnalyser)
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
  devices = new OwnDevices({
    async track() {},
    lost: (source, fault) => told.push(`${source} ${fault}`),
    speaker: (id) => told.push(`speaker ${id}`),
    voice() {},
    backgroundOff: (why) => told.push(`background ${why}`),
  })
})

afterEach(() => {
  devices.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Lets everything that waits for an answer or a moment have it. */
const settle = async () => await vi.advanceTimersByTimeAsync(2_000)

test('[DEVICE-1] nothing is asked of the browser before the press', async () => {
  await settle()
  expect(machine.asked).toEqual([])
  expect(devices.state.options.camera).toEqual([])
})

test('menus follow plugging and unplugging, and a speaker that is gone gives way to another', async () => {
  await devices.open()
  await devices.choose('speaker', 's2')
  machine.plug('c1', 'm1', 'm2', 'm3', 's1')
  await settle()
  expect(devices.state.options.microphone.map(({ id }) => id)).toEqual(['m1', 'm2', 'm3'])
  expect(devices.state.options.camera.map(({ id }) => id)).toEqual(['c1'])
  expect(devices.state.chosen.speaker).toBe('s1')
  machine.plug('c1', 'm1', 's1', 's2')
  await settle()
  expect(devices.state.chosen.speaker).toBe('s2')
  expect(told).toEqual(['speaker s2', 'speaker s1', 'speaker s2'])
})

test('[DEVICE-5] a choice is used at once, and the older device goes on until then', async () => {
  await devices.open()
  const choosing = devices.choose('microphone', 'm2')
  expect(machine.lights()).toEqual(['m1', 'c1'])
  await choosing
  await settle()
  expect(machine.lights()).toEqual(['c1', 'm2'])
  expect(devices.state.chosen.microphone).toBe('m2')
})

test('[DEVICE-5] twenty quick choices open the first and the last, and leave one light on', async () => {
  await devices.open()
  for (let n = 0; n < 20; n++) void devices.choose('camera', n % 2 ? 'c1' : 'c2')
  await settle()
  expect(machine.opened).toHaveLength(4)
  expect(machine.lights()).toEqual(['m1', 'c1'])
  expect(devices.state.chosen.camera).toBe('c1')
})

test('[DEVICE-6] a device that disappears between list and choice is named, and another one is used', async () => {
  await devices.open()
  await devices.choose('microphone', 'm2')
  machine.plugged = machine.plugged.filter(({ deviceId }) => deviceId !== 'c2')
  await devices.choose('camera', 'c2')
  expect(devices.state.faults).toEqual({ microphone: null, camera: 'gone' })
  expect(devices.state.chosen.camera).toBe('c1')
  expect(devices.state.live.camera).toBe(true)
})

test('[DEVICE-6] a device that another program holds is named, and the one in use goes on', async () => {
  await devices.open()
  machine.fails = { video: new DOMException('', 'NotReadableError') }
  await devices.choose('camera', 'c2')
  await settle()
  expect(devices.state.faults.camera).toBe('busy')
  expect(devices.state.chosen.camera).toBe('c1')
  expect(machine.lights()).toEqual(['m1', 'c1'])
})

test('[DEVICE-2] one device is enough: where both are not had at once, each is asked for alone', async () => {
  machine.fails = { video: new DOMException('', 'NotReadableError') }
  await devices.open()
  expect(devices.state.live).toEqual({ microphone: true, camera: false })
  devices.close()
  machine.fails = { audio: new DOMException('', 'NotFoundError') }
  await devices.open()
  expect(devices.state.live).toEqual({ microphone: false, camera: true })
  expect(devices.state.faults).toEqual({ microphone: 'none', camera: null })
})

test('[DEVICE-6] a device that is unplugged, or that the browser takes back, is told as what it is', async () => {
  await devices.open()
  machine.opened.find(({ id }) => id === 'm1')?.dispatchEvent(new Event('ended'))
  await settle()
  vi.stubGlobal('navigator', { mediaDevices: machine, permissions: { query: async () => ({ state: 'denied' }) } })
  machine.opened.find(({ id }) => id === 'c1')?.dispatchEvent(new Event('ended'))
  await settle()
  expect(told).toEqual(['microphone unplugged', 'camera refused'])
  expect(devices.state.live).toEqual({ microphone: false, camera: false })
  expect(machine.lights()).toEqual([])
})

test('[DEVICE-3] a microphone that its own switch mutes is told, and known until it is back', async () => {
  await devices.open()
  const [microphone] = machine.opened
  if (!microphone) throw new Error('nothing was opened')
  microphone.muted = true
  microphone.dispatchEvent(new Event('mute'))
  await settle()
  expect(told).toEqual(['microphone silenced'])
  expect(devices.state.silenced).toEqual({ microphone: true, camera: false })
  microphone.muted = false
  microphone.dispatchEvent(new Event('unmute'))
  expect(devices.state.silenced.microphone).toBe(false)
  expect(told).toHaveLength(1)
})

test('a phone lets go of one camera before it opens the other', async () => {
  await devices.open()
  const flipped = devices.flip()
  expect(machine.lights()).toEqual(['m1'])
  await flipped
  expect(machine.asked.at(-1)?.video?.facingMode).toBe('environment')
  machine.fails = { video: new DOMException('', 'NotReadableError') }
  await devices.flip()
  expect(told).toEqual(['camera busy'])
  expect(devices.state.live.camera).toBe(false)
})

test('[DEVICE-7] what was chosen is remembered; what the browser does not keep is remembered in the page, and said', async () => {
  await devices.open()
  await devices.choose('camera', 'c2')
  devices.close()
  await devices.open()
  await settle()
  expect(machine.lights()).toEqual(['m1', 'c2'])
  const full = () => {
    throw new DOMException('', 'QuotaExceededError')
  }
  vi.stubGlobal('localStorage', { getItem: full, setItem: full })
  await devices.choose('camera', 'c1')
  devices.want('camera', false)
  expect(devices.state.kept).toBe(false)
  devices.close()
  await devices.open()
  expect(devices.state.chosen.camera).toBe('c1')
  expect(machine.lights()).toEqual(['m1'])
})
