/*
 * What is looked at and listened to inside a page: each of these is sent there whole, so it names nothing outside itself.
 */

/** Whether a video, or the first one within an element, shows two different pictures within a time, in ms. */
export async function showsMoving(where: Element, time: number): Promise<boolean> {
  const video = where instanceof HTMLVideoElement ? where : where.querySelector('video')
  if (!video) return false
  const canvas = new OffscreenCanvas(32, 18)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  const end = performance.now() + time
  const look = () =>
    new Promise<string | null>((resolve) => {
      setTimeout(() => resolve(null), end - performance.now())
      video.requestVideoFrameCallback(() => {
        context.drawImage(video, 0, 0, 32, 18)
        resolve(context.getImageData(0, 0, 32, 18).data.join())
      })
    })
  const first = await look()
  let next = first
  while (next !== null && next === first) next = await look()
  return next !== null
}

/**
 * Whether the page plays anything louder than `silence` (root mean square, 0 to 1) within a time in ms, which ends with the first
 * sound; paused and muted elements are silent.
 */
export async function playsSound({ time, silence }: { time: number; silence: number }): Promise<boolean> {
  const context = new AudioContext()
  await context.resume()
  const samples = new Float32Array(2048)
  const ears = [...document.querySelectorAll('audio')].flatMap((audio) => {
    if (!(audio.srcObject instanceof MediaStream) || audio.srcObject.getAudioTracks().length === 0) return []
    const ear = new AnalyserNode(context, { fftSize: samples.length })
    context.createMediaStreamSource(audio.srcObject).connect(ear)
    return [{ audio, ear }]
  })
  let most = 0
  const end = performance.now() + time
  while (most <= silence && performance.now() < end) {
    await new Promise((next) => requestAnimationFrame(next))
    for (const { audio, ear } of ears) {
      if (audio.paused || audio.muted || audio.volume === 0) continue
      ear.getFloatTimeDomainData(samples)
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0)
      most = Math.max(most, Math.sqrt(power / samples.length))
    }
  }
  await context.close()
  return most > silence
}

/** Notes in the page what it asks the browser about devices (`asked`), and every track of one that it ever had (`tracks`). */
export function noteDevices(): void {
  const asked: string[] = []
  const tracks: MediaStreamTrack[] = []
  Object.assign(window, { asked, tracks })
  // The empty page before the first one may have none.
  if (!isSecureContext) return
  const { mediaDevices } = navigator
  for (const act of ['getUserMedia', 'enumerateDevices', 'getDisplayMedia'] as const) {
    const real: (wish?: MediaStreamConstraints) => Promise<unknown> = mediaDevices[act].bind(mediaDevices)
    Object.assign(mediaDevices, {
      async [act](wish?: MediaStreamConstraints) {
        asked.push(act)
        const answer = await real(wish)
        if (answer instanceof MediaStream) tracks.push(...answer.getTracks())
        return answer
      },
    })
  }
  const clone = Reflect.get(MediaStreamTrack.prototype, 'clone')
  MediaStreamTrack.prototype.clone = function () {
    const copy = clone.call(this)
    if (tracks.includes(this)) tracks.push(copy)
    return copy
  }
}

/** What somebody finds a thing by: its role, and its name as a regular expression. */
export type Called = { role: string; name: string }

/** The first element that a screen reader is given by a role and a name, as axe reckons them; of several, each within the one before. */
export function firstCalled(path: readonly Called[]): Element | null {
  const { axe } = window
  axe.setup(document)
  try {
    let found: Element | null = document.body
    for (const { role, name } of path) {
      const pattern = new RegExp(name)
      const all: Element[] = [...(found?.querySelectorAll('*') ?? [])]
      found =
        all.find(
          (each) =>
            axe.commons.aria.getRole(each) === role &&
            pattern.test(axe.commons.text.accessibleText(each)) &&
            axe.commons.dom.isVisibleToScreenReaders(each),
        ) ?? null
    }
    return found
  } finally {
    axe.teardown()
  }
}
