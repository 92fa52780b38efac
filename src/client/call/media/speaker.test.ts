import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Speaker } from './speaker.ts'

/** What is heard of, by hand: it plays where it is told, if that is there. */
class HandAudio {
  sinkId = ''
  setSinkId = async (id: string) => {
    await Promise.resolve()
    if (id !== '' && !there.has(id)) throw new DOMException('', 'NotFoundError')
    this.sinkId = id
  }
}

let there: Set<string>
let mediaDevices: EventTarget
let playing: HandAudio[]

beforeEach(() => {
  there = new Set(['s1', 's2'])
  mediaDevices = new EventTarget()
  playing = []
  vi.stubGlobal('navigator', { mediaDevices })
  vi.stubGlobal('document', { createElement: () => new HandAudio() })
})
afterEach(() => void vi.unstubAllGlobals())

const settle = async () => await new Promise((done) => setTimeout(done, 5))
const audios = () => playing as unknown as HTMLAudioElement[]

/** Something begins to play. */
async function plays(speaker: Speaker) {
  const audio = new HandAudio()
  playing.push(audio)
  speaker.playAt(audio as unknown as HTMLAudioElement)
  await settle()
}
const plugs = async (...ids: string[]) => {
  there = new Set(ids)
  mediaDevices.dispatchEvent(new Event('devicechange'))
  await settle()
}
const where = () => playing.map(({ sinkId }) => sinkId)

test('[DEVICE-15] all that plays, and what comes later, plays at the chosen speaker, also when something is plugged in', async () => {
  const speaker = new Speaker('', audios)
  await plays(speaker)
  expect(where()).toEqual([''])
  speaker.choose('s2')
  await plays(speaker)
  await plugs('s0', 's1', 's2')
  expect(where()).toEqual(['s2', 's2'])
  for (const system of ['default', '']) {
    speaker.choose('s2')
    speaker.choose(system)
    await settle()
    expect(where()).toEqual(['', ''])
  }
})

test('[DEVICE-15] while the chosen speaker is gone it plays where the system plays, and there again when it is back', async () => {
  const speaker = new Speaker('s2', audios)
  await plays(speaker)
  await plugs('s1')
  await plays(speaker)
  expect(where()).toEqual(['', ''])
  await plugs('s1', 's2')
  expect(where()).toEqual(['s2', 's2'])
})

test('[DEVICE-15] one that is remembered and gone, or not allowed, is the system’s', async () => {
  there = new Set()
  const speaker = new Speaker('s2', audios)
  await plays(speaker)
  await plays(speaker)
  expect(where()).toEqual(['', ''])
  await plugs('s2')
  expect(where()).toEqual(['s2', 's2'])
  speaker.close()
  await plugs()
  expect(where()).toEqual(['s2', 's2'])
})
