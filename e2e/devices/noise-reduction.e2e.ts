import { join } from 'node:path'
import { expect } from 'vitest'
import { openShell } from '../support/browser.ts'
import { lights, notesDevices, notesWhatIsSent, sent } from '../support/device-recorder.ts'
import { hears, hearsNothing, loudnessOver } from '../support/media-checks.ts'
import { stories } from '../support/story.ts'

const sound = join(import.meta.dirname, 'sounds', 'speech-in-noise.wav')
const story = stories({ browser: async () => await openShell('fake', sound) })

// The file is 8.5 s long, of which nearly a third is noise alone.
const ROUND_MS = 9_000

/** The level of the noise between words, and that of the speech, in dBFS. */
async function levels(page: Parameters<typeof loudnessOver>[0]) {
  const heard = await loudnessOver(page, ROUND_MS)
  const mean = (from: number, to: number) => {
    const part = heard.slice(Math.round(from * heard.length), Math.round(to * heard.length))
    return part.reduce((sum, level) => sum + level, 0) / part.length
  }
  return { noise: mean(0.1, 0.2), speech: mean(0.7, 0.95) }
}

story('strong noise reduction takes away at least 15 dB of steady noise, and keeps the speech', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.entersOwnRoom('By the road', 'Interactive')
  await hana.presses('Join stage')
  const noise = hana.page.getByLabel('Noise reduction', { exact: true })
  await noise.selectOption('Off')
  await hana.presses('Join stage')
  const mei = await scene.visitor('Mei Tanaka')
  await mei.comesToWatch(links.viewer)
  await hears(mei.page)
  const before = await levels(mei.page)
  const chooses = async (kind: string) => {
    await hana.presses('Settings')
    await noise.selectOption(kind)
    await hana.page.keyboard.press('Escape')
    await hears(mei.page)
  }
  await chooses('Strong')
  const strong = await levels(mei.page)
  await chooses('Off')
  const after = await levels(mei.page)
  // The browser goes on setting the loudness meanwhile: what lies between is what it would have been.
  const off = { noise: (before.noise + after.noise) / 2, speech: (before.speech + after.speech) / 2 }
  expect(off.noise - strong.noise).toBeGreaterThanOrEqual(15)
  expect(Math.abs(off.speech - strong.speech)).toBeLessThanOrEqual(3)
})

story(
  '[DEVICE-14] strong noise reduction that the system stops goes on, or gives way to standard, or the microphone is off',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    await hana.page.addInitScript(() => {
      const graphs: AudioContext[] = []
      Object.assign(window, { graphs, cleaners: 0 })
      window.MediaStreamAudioDestinationNode = new Proxy(MediaStreamAudioDestinationNode, {
        construct(Way, words: [AudioContext, AudioNodeOptions?]) {
          Reflect.set(window, 'cleaners', Number(Reflect.get(window, 'cleaners')) + 1)
          return new Way(...words)
        },
      })
      window.AudioContext = new Proxy(AudioContext, {
        construct(Graph, words: [AudioContextOptions?]) {
          const graph = new Graph(...words)
          graphs.push(graph)
          return graph
        },
      })
    })
    const graphs = async (act: 'suspend' | 'close') =>
      await hana.page.evaluate(async (what) => {
        const all: AudioContext[] = Reflect.get(window, 'graphs')
        await Promise.all(all.filter(({ state }) => state !== 'closed').map(async (each) => await each[what]()))
      }, act)
    const links = await hana.entersOwnRoom('Stopped', 'Interactive')
    await hana.presses('Join stage')
    const noise = hana.page.getByLabel('Noise reduction', { exact: true })
    await noise.selectOption('Strong')
    await hana.presses('Join stage')
    const mei = await scene.visitor('Mei Tanaka')
    await mei.comesToWatch(links.viewer)
    await hears(mei.page)
    // One hears on through the microphone of before until the other is open.
    const cleaners = async () => await hana.page.evaluate(() => Number(Reflect.get(window, 'cleaners')))
    const strong = async () => {
      const before = await cleaners()
      await hana.presses('Settings')
      await noise.selectOption('Strong')
      await hana.page.keyboard.press('Escape')
      await expect.poll(cleaners).toBeGreaterThan(before)
      await hears(mei.page)
    }
    await graphs('suspend')
    await hears(mei.page)
    expect(await hana.page.getByText('did not go on').count()).toBe(0)
    // Stopped while one is muted, it goes on for who unmutes.
    await hana.pressesTool('Turn microphone off')
    await hearsNothing(mei.page)
    await graphs('suspend')
    await hana.pressesTool('Turn microphone on')
    await hears(mei.page)

    await graphs('close')
    await hana.reads('Strong noise reduction did not go on. Standard is used now.')
    await hears(mei.page)
    await hana.presses('Settings')
    await expect.poll(() => noise.inputValue()).toBe('standard')
    await hana.page.keyboard.press('Escape')
    await hana.presses('Dismiss')

    await strong()
    await hana.page.evaluate(() => {
      AudioContext.prototype.resume = async () => {
        throw new DOMException('', 'InvalidStateError')
      }
    })
    await graphs('suspend')
    await hana.reads('Strong noise reduction did not go on. Standard is used now.')
    await hears(mei.page)

    // Where nothing takes its place, nobody is shown as heard.
    await strong()
    await hana.page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = async () => {
        throw new DOMException('', 'NotReadableError')
      }
    })
    await graphs('close')
    await hana.reads('Your microphone is used by another program.')
    await mei.tile('Hana Weber', 'microphone off').waitFor()
  },
)

story(
  '[DEVICE-14] strong noise reduction that fails, or falls silent by itself, gives way to standard',
  async (scene) => {
    // What cleans does so until it is told to fail, or to give nothing on any more, as where its own code did not start.
    const hana = await scene.visitor('Hana Weber', { bypassCSP: true })
    await notesWhatIsSent(hana)
    await hana.page.addInitScript(() => {
      const failing = `
        const register = registerProcessor
        globalThis.registerProcessor = (name, Cleaner) => register(name, class extends Cleaner {
          constructor(words) {
            super(words)
            this.port.addEventListener('message', ({ data }) => (this.told = data))
            this.port.start()
          }
          process(...sounds) {
            if (this.told === 'fail') throw new Error('told to')
            return this.told === 'silence' || super.process(...sounds)
          }
        })
      `
      const { prototype } = AudioWorklet
      const add: (this: AudioWorklet, address: string | URL) => Promise<void> = Reflect.get(prototype, 'addModule')
      prototype.addModule = async function addAfter(address) {
        await add.call(this, URL.createObjectURL(new Blob([failing], { type: 'text/javascript' })))
        await add.call(this, address)
      }
      const cleaners: AudioWorkletNode[] = []
      Object.assign(window, { cleaners })
      window.AudioWorkletNode = new Proxy(AudioWorkletNode, {
        construct(Node, words, New) {
          const node: AudioWorkletNode = Reflect.construct(Node, words, New)
          cleaners.push(node)
          return node
        },
      })
    })
    const links = await hana.entersOwnRoom('Failing', 'Interactive')
    await hana.presses('Join stage')
    const noise = hana.page.getByLabel('Noise reduction', { exact: true })
    await noise.selectOption('Strong')
    await hana.presses('Join stage')
    const mei = await scene.visitor('Mei Tanaka')
    await mei.comesToWatch(links.viewer)
    await hears(mei.page)
    for (const how of ['fail', 'silence']) {
      await expect.poll(() => sent(hana)).toContain('audio MediaStreamAudioDestinationNode')
      await hears(mei.page)
      await hana.page.evaluate((told) => {
        const cleaners: AudioWorkletNode[] = Reflect.get(window, 'cleaners')
        cleaners.at(-1)?.port.postMessage(told, [])
      }, how)
      await hana.reads('Strong noise reduction did not go on. Standard is used now.')
      await hears(mei.page)
      await hana.presses('Dismiss')
      await hana.presses('Settings')
      await expect.poll(() => noise.inputValue()).toBe('standard')
      if (how === 'fail') await noise.selectOption('Strong')
      await hana.page.keyboard.press('Escape')
    }
  },
)

story('what was chosen is remembered, and a test sound tells whether one hears', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  await notesDevices(hana)
  await notesWhatIsSent(hana)
  await hana.entersOwnRoom('The same again', 'Interactive')
  await hana.presses('Join stage')
  const noise = hana.page.getByLabel('Noise reduction', { exact: true })
  expect(await noise.inputValue()).toBe('standard')
  await noise.selectOption('Strong')
  await hana.presses('Turn camera off')
  await hana.presses('Test speaker')
  await hears(hana.page)
  await hana.page.reload()
  await hana.presses('Join stage')
  await hana.button('Turn camera on').waitFor()
  expect(await noise.inputValue()).toBe('strong')
  await hana.presses('Join stage')
  // What is sent is the cleaned sound, and no camera was opened for it.
  await expect.poll(() => sent(hana)).toEqual(['audio MediaStreamAudioDestinationNode'])
  expect(await lights(hana)).not.toContain('video fake_device_0')
})
