import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { HandMachine } from '../../../../test/client/fake-devices.ts'
import { OwnDevices } from './devices.ts'

let machine: HandMachine
let told: string[]
let devices: OwnDevices

beforeEach(() => {
  vi.useFakeTimers()
  machine = new HandMachine()
  machine.plug('c1', 'c2', 'm1', 'm2', 's1', 's2')
  machine.install()
  told = []
  devices = new OwnDevices({
    async track() {},
    lost: (source, fault) => told.push(`${source} ${fault}`),
    replaced: (name) => told.push(`now ${name}`),
    plugged: (arrived) => told.push(...arrived.map(({ name, ids }) => `${name}: ${Object.values(ids).join(' ')}`)),
    speaker: (id) => told.push(`speaker ${id}`),
    voice() {},
    backgroundOff: (why) => told.push(`background ${why}`),
    noiseReplaced: () => told.push('noise replaced'),
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

test.each([
  ['dismissed', 'Permission dismissed', { microphone: 'granted', camera: 'granted' }],
  ['dismissed', 'Permission dismissed', { microphone: 'prompt', camera: 'prompt' }],
  ['refused', 'Permission denied', { microphone: 'prompt', camera: 'prompt' }],
  ['refused', 'Permission denied', {}],
])('[DEVICE-10] a question that was %s is not followed by another: %s, %o', async (fault, message, permissions) => {
  machine.permissions = permissions
  machine.fails = { audio: new DOMException(message, 'NotAllowedError') }
  await devices.open()
  expect(machine.questions()).toEqual(['audio + video'])
  expect(devices.state.faults).toEqual({ microphone: fault, camera: fault })
})

test('[DEVICE-10] what is blocked for good is not asked for, and what is granted needs no question', async () => {
  machine.permissions = { microphone: 'prompt', camera: 'denied' }
  await devices.open()
  expect(machine.questions()).toEqual(['audio'])
  expect(devices.state.faults).toEqual({ microphone: null, camera: 'refused' })
  devices.close()
  machine.asked = []
  machine.permissions = { microphone: 'granted', camera: 'prompt' }
  machine.fails = { video: new DOMException('Permission denied', 'NotAllowedError') }
  await devices.open()
  expect(machine.questions()).toEqual(['audio + video', 'audio'])
  expect(devices.state).toMatchObject({
    live: { microphone: true, camera: false },
    faults: { microphone: null, camera: 'refused' },
  })
})

test('[DEVICE-12] a microphone that is unplugged gives way to another at once, muted as it was', async () => {
  await devices.open()
  await devices.choose('microphone', 'm2')
  await settle()
  devices.want('microphone', false)
  machine.plug('c1', 'm1:Inside', 's1')
  machine.opened.find(({ id }) => id === 'm2')?.dispatchEvent(new Event('ended'))
  await settle()
  expect(told).toEqual(['now Inside'])
  expect(devices.state.live.microphone).toBe(true)
  expect(devices.track('microphone')?.enabled).toBe(false)
  expect(devices.state.chosen.microphone).toBe('m1')
  machine.plug('c1', 's1')
  machine.opened.findLast(({ id }) => id === 'm1')?.dispatchEvent(new Event('ended'))
  await settle()
  expect(told.at(-1)).toBe('microphone unplugged')
  expect(devices.state.live.microphone).toBe(false)
})

test('[DEVICE-12] a microphone that ends while its person leaves opens no other', async () => {
  await devices.open()
  machine.opened.find(({ id }) => id === 'm1')?.dispatchEvent(new Event('ended'))
  await Promise.resolve()
  devices.close()
  await settle()
  expect(machine.lights()).toEqual([])
  expect(told).toEqual([])
})

test('[DEVICE-12] what is plugged in is told by its name, a headset as one thing, and not what was there', async () => {
  await devices.open()
  machine.plug('c1', 'c2', 'm1', 'm2', 's1', 's2', 'm3:Jabra microphone')
  machine.plug('c1', 'c2', 'm1', 'm2', 's1', 's2', 'm3:Jabra microphone', 's3:Jabra earphones')
  await settle()
  expect(told).toEqual(['Jabra microphone: m3 s3'])
  machine.plug('c1', 'm1', 's1')
  await settle()
  expect(told).toHaveLength(1)
})

test('[DEVICE-11] menus follow plugging, and a device that is gone and back is again the chosen one', async () => {
  await devices.open()
  await devices.choose('speaker', 's2')
  machine.plug('c1', 'm1', 'm2', 'm3', 's1')
  await settle()
  expect(devices.state.options.microphone.map(({ id }) => id)).toEqual(['', 'm1', 'm2', 'm3'])
  expect(devices.state.options.camera.map(({ id }) => id)).toEqual(['c1'])
  expect(devices.state.chosen.speaker).toBe('')
  machine.plug('c1', 'm1', 's1', 's2')
  await settle()
  expect(devices.state.chosen.speaker).toBe('s2')
  // Where it plays while it is gone is for who plays to know.
  expect(told.filter((each) => each.startsWith('speaker'))).toEqual(['speaker s2'])
})

test('[DEVICE-11] a chosen device is asked for exactly, and where it is gone another one is opened and shown', async () => {
  await devices.open()
  await devices.choose('microphone', 'm2')
  await devices.choose('camera', 'c2')
  await settle()
  expect(machine.lights()).toEqual(['m2', 'c2'])
  expect(devices.state.chosen).toMatchObject({ microphone: 'm2', camera: 'c2' })
  devices.close()
  machine.plug('c1', 'c2', 'm1')
  await devices.open()
  expect(machine.lights()).toEqual(['m1', 'c2'])
  expect(devices.state.chosen).toMatchObject({ microphone: 'm1', camera: 'c2' })
  devices.close()
  machine.plug('c1', 'c2', 'm1', 'm2')
  await devices.open()
  await settle()
  expect(devices.state.chosen.microphone).toBe('m2')
  expect(machine.lights()).toEqual(['m2', 'c2'])
})

test('[DEVICE-11] what was chosen last time is used where one device is opened alone, as after a reload', async () => {
  const chosen = { id: 'm2', label: 'm2' }
  machine.kept.set('rostrum.devices', JSON.stringify({ microphone: chosen, noise: 'off', background: 'blur' }))
  await devices.openOne('microphone')
  expect(machine.lights()).toEqual(['m2'])
  expect(devices.state).toMatchObject({ noise: 'off', background: 'blur', chosen: { microphone: 'm2' } })
})

test('[DEVICE-11] what nobody chose is not remembered as chosen', async () => {
  await devices.open()
  await devices.choose('speaker', 's2')
  await devices.choose('camera', 'c2')
  machine.plug('c1', 'm1', 'm2', 's1', 's2')
  devices.close()
  await devices.open()
  expect(JSON.parse(machine.kept.get('rostrum.devices') ?? '')).toMatchObject({
    camera: { id: 'c2', label: 'c2' },
    microphone: null,
    speaker: { id: 's2', label: 's2' },
  })
})

test('[DEVICE-11] a device that was given another id is found by its name, without a second question', async () => {
  machine.plug('c1', 'm1', 'm2:Good one', 's1', 's2:Loud one')
  await devices.open()
  await devices.choose('microphone', 'm2')
  await devices.choose('speaker', 's2')
  devices.close()
  machine.plug('c1', 'm1', 'm7:Good one', 's1', 's8:Loud one')
  machine.asked = []
  await devices.open()
  await settle()
  expect(machine.questions()).toEqual(['audio m7 + video'])
  expect(devices.state.chosen).toMatchObject({ microphone: 'm7', speaker: 's8' })
  expect(told.at(-1)).toBe('speaker s8')
})

test('[DEVICE-11] where names were not known before the question, the chosen device is used after it', async () => {
  machine.plug('c1', 'm1', 'm2:Good one')
  await devices.open()
  await devices.choose('microphone', 'm2')
  devices.close()
  machine.permissions = {}
  machine.plug('c1', 'm1', 'm7:Good one')
  await devices.open()
  await settle()
  expect(machine.lights()).toEqual(['c1', 'm7'])
})

test('[DEVICE-15] whatever the system uses is an entry, and the chosen one where nothing else was chosen', async () => {
  await devices.open()
  expect(devices.state.options.speaker[0]).toMatchObject({ id: '' })
  expect(devices.state.chosen).toMatchObject({ microphone: '', speaker: '', camera: 'c1' })
  await devices.choose('microphone', 'm2')
  await devices.choose('microphone', '')
  await settle()
  expect(devices.state.chosen.microphone).toBe('')
  expect(machine.questions().at(-1)).toBe('audio')
  devices.close()
  // Chromium has an entry of its own.
  machine.plug('c1', 'mdefault:Default', 'm2')
  machine.plugged = machine.plugged.map((each) =>
    each.deviceId === 'mdefault' ? { ...each, deviceId: 'default' } : each,
  )
  await devices.open()
  expect(devices.state.options.microphone.map(({ id }) => id)).toEqual(['default', 'm2'])
  expect(devices.state.chosen.microphone).toBe('default')
})

test('[DEVICE-11] a phone opens the camera on the side of its screen, and the other one after a flip', async () => {
  machine.plug('c1:back environment', 'c2:front user', 'm1')
  await devices.open()
  expect(machine.lights()).toEqual(['m1', 'c2'])
  await devices.flip()
  expect(machine.lights()).toEqual(['m1', 'c1'])
  expect(devices.state.live.camera).toBe(true)
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

test('[DEVICE-10] what is tried again is what is missing: what was turned off stays off, and what is open stays open', async () => {
  machine.fails = { audio: new DOMException('', 'NotReadableError') }
  await devices.open()
  devices.want('camera', false)
  machine.fails = {}
  machine.asked = []
  await devices.open()
  expect(machine.questions()).toEqual(['audio'])
  expect(machine.lights()).toEqual(['m1'])
})

test('[DEVICE-6] a device that is unplugged, or that the browser takes back, is told as what it is', async () => {
  await devices.open()
  machine.opened.find(({ id }) => id === 'c1')?.dispatchEvent(new Event('ended'))
  await settle()
  machine.permissions = { microphone: 'denied' }
  machine.opened.find(({ id }) => id === 'm1')?.dispatchEvent(new Event('ended'))
  await settle()
  expect(told).toEqual(['camera unplugged', 'microphone refused'])
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

test('[DEVICE-13] a browser that measures nothing costs the meter alone, and every light goes out', async () => {
  const broken = () => {
    throw new DOMException('', 'NotSupportedError')
  }
  const contexts = [
    broken,
    class extends EventTarget {
      state = 'running'
      createMediaStreamSource = broken
      close = async () => {}
    },
  ]
  for (const context of contexts) {
    vi.stubGlobal('AudioContext', context)
    await devices.open()
    expect(devices.state.faults).toEqual({ microphone: null, camera: null })
    expect(devices.state.live).toEqual({ microphone: true, camera: true })
    expect(machine.lights()).toEqual(['m1', 'c1'])
    devices.close()
    expect(machine.lights()).toEqual([])
  }
  expect(machine.asked).toHaveLength(2)
})

test('[DEVICE-13] what the browser gives after its person has gone is put out at once', async () => {
  const opening = devices.open()
  await Promise.resolve()
  devices.close()
  await opening
  await settle()
  expect(machine.lights()).toEqual([])
  expect(devices.state.status).toBe('closed')
})
