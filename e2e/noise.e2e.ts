import { join } from 'node:path'
import { expect } from 'vitest'
import { openBrowser } from './browser.ts'
import { hears, loudnessOver } from './senses.ts'
import { stories } from './story.ts'

const sound = join(import.meta.dirname, 'sounds', 'speech-in-noise.wav')
const story = stories({ browser: async () => await openBrowser('fake', sound) })

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
  const links = await hana.createsRoom('By the road', 'Interactive')
  await hana.presses('Join now')
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

story('what was chosen is remembered, and a test sound tells whether one hears', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  await hana.createsRoom('The same again', 'Interactive')
  await hana.presses('Join now')
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
  await hana.button('Turn microphone off').waitFor()
})
