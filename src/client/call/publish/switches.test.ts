import { beforeEach, expect, test } from 'vitest'
import type { Command } from '../../../protocol/commands.ts'
import type { Source } from '../../../protocol/types.ts'
import { does, given } from '../../../../test/rules/given.ts'
import { welcomeTo } from '../../../../test/client/manual-transport.ts'
import { hana, noor } from '../../../../test/rules/people.ts'
import type { DeviceFault } from '../devices/device-state.ts'
import type { OwnDevices } from '../devices/devices.ts'
import { before, evolved, welcomed, withPress } from '../reducer.ts'
import type { CallState, WhyNot } from '../call-state.ts'
import { OwnSwitches } from './switches.ts'
import type { OwnTracks } from './published-tracks.ts'

let state: CallState
let session: ReturnType<typeof given>
let answers: ((no: WhyNot | null) => void)[]
let open: Set<Source>
let pressed: Set<Source>
let fault: DeviceFault | null
let notices: string[]
let switches: OwnSwitches

beforeEach(() => {
  session = given('interactive', hana, noor)
  does(session, noor, { type: 'goOnStage', microphone: false, camera: false })
  state = { ...welcomed(before(), welcomeTo(session, noor), 0), connection: 'open' }
  answers = []
  open = new Set()
  pressed = new Set()
  fault = null
  notices = []
  const devices = {
    state: { silenced: { microphone: false, camera: false } },
    track: (source: Source) => open.has(source) || null,
    async openOne(source: Source) {
      await Promise.resolve()
      if (!fault) open.add(source)
      return fault
    },
    stop: (source: Source) => open.delete(source),
  }
  const own = { press: (source: Source) => pressed.add(source), release: (source: Source) => pressed.delete(source) }
  const ask = async (_command: Command) => await new Promise<WhyNot | null>((answer) => answers.push(answer))
  switches = new OwnSwitches(devices as unknown as OwnDevices, own as unknown as OwnTracks, {
    state: () => state,
    expect: (source, on) => (state = withPress(state, source, on)),
    ask,
    askBack: ask,
    notify: (news) => notices.push(news.kind),
  })
})

const settle = async () => await new Promise((done) => setTimeout(done, 5))
const is = () => [state.me?.microphone, pressed.has('microphone'), open.has('microphone')]
/** The server has done the next thing it was asked, and tells of it; or it will not. */
async function answered(no: WhyNot | null, on?: boolean, by = noor.id) {
  if (on !== undefined) state = evolved(state, { type: 'microphoneTurned', at: 1, person: noor.id, on, by })
  answers.shift()?.(no)
  await settle()
}

test('[MUTE-7] on is so at once, before the server has answered', async () => {
  void switches.turn('microphone', true)
  await settle()
  expect(is()).toEqual([true, true, true])
  await answered(null, true)
  expect(is()).toEqual([true, true, true])
  expect(state.pressed.microphone).toBeNull()
})

test('[MUTE-7] what the server refuses is off again, and what was opened for it is closed', async () => {
  const turning = switches.turn('microphone', true)
  await settle()
  await answered('microphone-locked')
  expect(await turning).toBe('microphone-locked')
  expect(is()).toEqual([false, false, false])
})

test('[MUTE-7] of on, off and on the last counts, whatever is answered meanwhile', async () => {
  for (const on of [true, false, true, false]) void switches.turn('microphone', on)
  await settle()
  expect(is().slice(0, 2)).toEqual([false, false])
  for (const on of [true, false, true]) {
    await answered(null, on)
    expect(is().slice(0, 2)).toEqual([false, false])
  }
  await answered(null, false)
  expect(is().slice(0, 2)).toEqual([false, false])
})

test('[MUTE-7] what this page knows to be locked opens nothing before the answer', async () => {
  state = evolved(state, { type: 'lockSet', at: 1, person: noor.id, source: 'microphone', lock: 'locked', by: hana.id })
  void switches.turn('microphone', true)
  await settle()
  expect(is()).toEqual([false, true, false])
  await answered('microphone-locked')
  expect(is()).toEqual([false, false, false])
})

test('[MUTE-7] a moderator who mutes after one has pressed has the last word; one who did so before has not', async () => {
  void switches.turn('microphone', true)
  await settle()
  state = evolved(state, { type: 'microphoneTurned', at: 1, person: noor.id, on: true, by: noor.id })
  await answered(null, false, hana.id)
  expect(is().slice(0, 2)).toEqual([false, false])

  void switches.turn('microphone', true)
  await settle()
  state = evolved(state, { type: 'microphoneTurned', at: 2, person: noor.id, on: false, by: hana.id })
  await answered(null, true)
  expect(is().slice(0, 2)).toEqual([true, true])
})

test('[DEVICE-6] a device that does not open is named, and off for everybody', async () => {
  fault = 'busy'
  void switches.turn('microphone', true)
  await settle()
  await answered(null, true)
  expect(notices).toEqual(['device-fault'])
  expect(is()).toEqual([false, false, false])
  await answered(null, false)
  expect(is()).toEqual([false, false, false])
})
