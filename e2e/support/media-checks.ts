import type { Locator, Page } from 'playwright-core'
import { playsSound, showsMoving } from './page-functions.ts'

/** Below this root mean square (0 to 1) a room is silent; the tone of a fake microphone is far above it. */
const SILENCE = 0.005

/** Whether the picture in somebody's tile moves: frames are decoded, and their pixels change. Waits until it does. */
export async function seesMoving(page: Page, name: string): Promise<void> {
  await movesIn(page.getByRole('group', { name: new RegExp(`^${name}, `) }).locator('video'))
}

/** The same for the screen that somebody shares. */
export async function seesScreen(page: Page, name: string): Promise<void> {
  await movesIn(page.getByRole('group', { name: `Screen of ${name}`, exact: true }).locator('video'))
}

/** Looks again and again, each time at the video that is there now: one who comes back is shown in another. */
async function movesIn(video: Locator): Promise<void> {
  await until('a moving picture', async () => {
    await video.waitFor({ state: 'visible' })
    return await video.evaluate(showsMoving, 2_000)
  })
}

/** Waits until a screen reader has been given a sentence; the eyes have no part in it. */
export async function hearsAloud({ page }: { page: Page }, sentence: string): Promise<void> {
  await page.locator('[aria-live=polite]').getByText(sentence, { exact: true }).waitFor({ state: 'attached' })
}

/** A page of any browser that can be listened to. */
type Audible = { evaluate(listen: typeof playsSound, how: Parameters<typeof playsSound>[0]): Promise<boolean> }

/** Whether the page plays anything within a time in ms. */
async function plays(page: Audible, time: number): Promise<boolean> {
  return await page.evaluate(playsSound, { time, silence: SILENCE })
}

/** The loudness of what the page plays, in dBFS, in steps of 100 ms over a time in ms: from the quietest to the loudest. */
export async function loudnessOver(page: Page, time: number): Promise<number[]> {
  const levels = await page.evaluate(async (forMs) => {
    const context = new AudioContext()
    await context.resume()
    const ear = new AnalyserNode(context, { fftSize: 4096 })
    for (const { srcObject } of document.querySelectorAll('audio'))
      if (srcObject instanceof MediaStream && srcObject.getAudioTracks().length > 0)
        context.createMediaStreamSource(srcObject).connect(ear)
    const samples = new Float32Array(ear.fftSize)
    const heard: number[] = []
    const end = performance.now() + forMs
    while (performance.now() < end) {
      await new Promise((next) => setTimeout(next, 100))
      ear.getFloatTimeDomainData(samples)
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
      heard.push(10 * Math.log10(Math.max(power, 1e-12)))
    }
    await context.close()
    return heard
  }, time)
  return levels.toSorted((a, b) => a - b)
}

/** Waits until something is heard. */
export async function hears(page: Audible): Promise<void> {
  await until('a sound', async () => await plays(page, 300))
}

/** Waits until nothing is heard any more, and it stays so for a second: the voice of tests is never silent for so long. */
export async function hearsNothing(page: Audible): Promise<void> {
  await until('silence', async () => !(await plays(page, 1_000)))
}

/** Asks again and again until the answer is yes. */
export async function until(what: string, holds: () => Promise<boolean>, withinMs = 40_000): Promise<void> {
  const end = performance.now() + withinMs
  while (!(await holds())) if (performance.now() > end) throw new Error(`Waited ${withinMs} ms for ${what}.`)
}

/** The longest silence that the page plays while something is done, and for a second more, in ms, from the sound itself. */
export async function longestGap(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate((silence) => {
    Object.assign(window, { longestGap: 0 })
    if (Reflect.get(window, 'isListening')) return
    Object.assign(window, { isListening: true })
    const audio = [...document.querySelectorAll('audio')].find(({ srcObject }) => srcObject instanceof MediaStream)
    const [track] = audio?.srcObject instanceof MediaStream ? audio.srcObject.getAudioTracks() : []
    if (!track) throw new Error('nothing is heard')
    const sounds: ReadableStream<AudioData> = new (Reflect.get(window, 'MediaStreamTrackProcessor'))({ track }).readable
    let since = 0
    const listen = new WritableStream<AudioData>({
      write(sound) {
        const samples = new Float32Array(sound.numberOfFrames)
        sound.copyTo(samples, { planeIndex: 0, format: 'f32-planar' })
        const power = samples.reduce((sum, sample) => sum + sample * sample, 0)
        since = Math.sqrt(power / samples.length) > silence ? 0 : since + sound.duration / 1_000
        Object.assign(window, { longestGap: Math.max(since, Reflect.get(window, 'longestGap')) })
        sound.close()
      },
    })
    void sounds.pipeTo(listen)
  }, SILENCE)
  await act()
  await page.waitForTimeout(1_000)
  return await page.evaluate(() => Reflect.get(window, 'longestGap'))
}

/** The next picture of a video at some places (0 to 1 from the left and from the top): red, green, blue, each 0 to 255. */
export async function coloursAt(video: Locator, places: readonly (readonly [number, number])[]): Promise<number[][]> {
  await video.waitFor({ state: 'visible' })
  return await video.evaluate(async (element, wanted) => {
    if (!(element instanceof HTMLVideoElement)) throw new Error('not a video')
    await new Promise((next) => element.requestVideoFrameCallback(next))
    const canvas = new OffscreenCanvas(element.videoWidth, element.videoHeight)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.drawImage(element, 0, 0)
    return wanted.map(([x, y]) => {
      const [left, top] = [Math.round(x * (canvas.width - 1)), Math.round(y * (canvas.height - 1))]
      return Array.from(context.getImageData(left, top, 1, 1).data.subarray(0, 3))
    })
  }, places)
}

/** How far two colours are from each other: 0 the same, 441 black and white. */
export function apart(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, n) => value - (b[n] ?? NaN)))
}

/** A video's pictures: how high they are and how high they are shown, in px of the screen; how many there were, and come in a second. */
type Pictures = { height: number; shown: number; count: number; rate: number }

/** How a video's pictures are, from about a second. */
export async function picturesIn(video: Locator): Promise<Pictures> {
  await video.waitFor({ state: 'visible' })
  return await video.evaluate(async (element) => {
    if (!(element instanceof HTMLVideoElement)) throw new Error('not a video')
    const first = element.getVideoPlaybackQuality().totalVideoFrames
    const started = performance.now()
    await new Promise((over) => setTimeout(over, 1_000))
    const { totalVideoFrames } = element.getVideoPlaybackQuality()
    const { videoWidth, videoHeight, clientWidth, clientHeight } = element
    const scale = Math.min(clientWidth / Math.max(1, videoWidth), clientHeight / Math.max(1, videoHeight))
    return {
      height: videoHeight,
      count: totalVideoFrames,
      rate: (1_000 * (totalVideoFrames - first)) / (performance.now() - started),
      shown: Math.round(videoHeight * scale * devicePixelRatio),
    }
  })
}
