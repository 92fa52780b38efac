import type { Page } from 'playwright-core'

/** What a page notes: a press, a sound that it plays, a picture and a tile on stage, and the first decoded frame. */
export type Noted = 'click' | 'sound' | 'picture' | 'tile' | 'frame'

/**
 * Puts ears and eyes on a page, which note when (ms since 1970) each thing was first and last there; anew with each call.
 * `pictures`: where to look for those of people on stage, or for the own one.
 */
export async function watch(page: Page, pictures = '[role=group] video'): Promise<void> {
  await page.evaluate((where) => {
    const first: Record<string, number> = {}
    const last: Record<string, number> = {}
    const wasWatched = 'noted' in window
    Object.assign(window, { noted: { first, last } })
    if (wasWatched) return
    const note = (what: string, at = performance.now()) => {
      const notes = Reflect.get(window, 'noted')
      const time = performance.timeOrigin + at
      notes.first[what] ??= time
      notes.last[what] = time
    }
    document.addEventListener('click', (event) => note('click', event.timeStamp), { capture: true })
    const context = new AudioContext()
    const samples = new Float32Array(256)
    const ears = new Map<MediaStream, AnalyserNode>()
    const seen = new WeakSet<HTMLVideoElement>()
    const look = () => {
      if (document.querySelector('[role=group][aria-label*=", microphone"]')) note('tile')
      for (const video of document.querySelectorAll<HTMLVideoElement>(where)) {
        note('picture')
        if (seen.has(video)) continue
        seen.add(video)
        video.requestVideoFrameCallback((now) => note('frame', now))
      }
      for (const audio of document.querySelectorAll('audio')) {
        const stream = audio.srcObject
        if (!(stream instanceof MediaStream) || stream.getAudioTracks().length === 0 || audio.muted || audio.paused)
          continue
        const ear = ears.get(stream) ?? new AnalyserNode(context, { fftSize: samples.length })
        if (!ears.has(stream)) context.createMediaStreamSource(stream).connect(ear)
        ears.set(stream, ear)
        ear.getFloatTimeDomainData(samples)
        if (samples.some((sample) => Math.abs(sample) > 0.01)) note('sound')
      }
      setTimeout(look, 4)
    }
    look()
  }, pictures)
}

/** When something was first, or last, there; waits until it was. */
export async function noted(page: Page, when: 'first' | 'last', what: Noted): Promise<number> {
  const found = await page.waitForFunction(([of, each]) => Reflect.get(window, 'noted')[of][each], [
    when,
    what,
  ] as const)
  return await found.jsonValue()
}
