import { apart, coloursAt, until } from './media-checks.ts'
import type { Visitor } from './visitor.ts'

/** What each of Chromium's fake devices shows, or sounds like (Hz): by themselves they are all alike. */
const COLOURS: Record<string, readonly [number, number, number]> = {
  fake_device_0: [200, 40, 40],
  fake_device_1: [40, 40, 200],
}
const PITCHES: Record<string, number> = {
  'Fake Default Audio Input': 500,
  'Fake Audio Input 1': 1_000,
  'Fake Audio Input 2': 1_500,
}
// A pixel that went through an encoder is still the same colour within this, and a tone the same within this (Hz).
const SAME = 60
const NEAR = 100

/** On which side of a phone its cameras are. */
const SIDES: Record<string, string> = { fake_device_0: 'environment', fake_device_1: 'user' }

/**
 * Lets others see and hear which device is open: whatever the browser opens is opened, and shows its own colour or sounds at its own
 * pitch. `isPhone`: its cameras look to two sides, and like Chromium it heeds the side only where it is asked for exactly. To be called
 * before the page is loaded.
 */
export async function tellsDevicesApart({ page }: Visitor, isPhone = false): Promise<void> {
  await page.addInitScript(
    ({ colours, pitches, sides }) => {
      const { mediaDevices } = navigator
      const open = mediaDevices.getUserMedia.bind(mediaDevices)
      const painted = (label: string) => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 })
        const context = canvas.getContext('2d')
        const paint = () => {
          if (!context) return
          context.fillStyle = `rgb(${colours[label]?.join()})`
          context.fillRect(0, 0, 320, 180)
          context.fillStyle = 'white'
          context.fillRect(performance.now() % 320, 80, 20, 20)
        }
        setInterval(paint, 100)
        return canvas.captureStream(8).getVideoTracks()[0]
      }
      const voiced = (label: string) => {
        const context = new AudioContext()
        const out = new MediaStreamAudioDestinationNode(context)
        const tone = new OscillatorNode(context, { frequency: pitches[label] ?? 0 })
        tone.connect(new GainNode(context, { gain: 0.3 })).connect(out)
        tone.start()
        return out.stream.getAudioTracks()[0]
      }
      const turned = async (video: MediaTrackConstraints) => {
        const side: unknown = Reflect.get(Object(video.facingMode), 'exact')
        if (side === undefined) return video
        const all = await mediaDevices.enumerateDevices()
        const there = all.find(({ label }) => sides[label] === side)
        if (!there) throw new OverconstrainedError('facingMode')
        return { ...video, facingMode: undefined, deviceId: { exact: there.deviceId } }
      }
      mediaDevices.getUserMedia = async (wish) => {
        const video = wish?.video
        const real = await open(typeof video === 'object' ? { ...wish, video: await turned(video) } : wish)
        const tracks = real.getTracks().map((track) => {
          const own = track.kind === 'video' ? painted(track.label) : voiced(track.label)
          if (!own) throw new Error('nothing to show')
          const stop = own.stop.bind(own)
          Object.defineProperty(own, 'label', { value: track.label })
          return Object.assign(own, {
            getSettings: () => ({ ...track.getSettings(), facingMode: sides[track.label] }),
            stop() {
              stop()
              track.stop()
            },
          })
        })
        return new MediaStream(tracks)
      }
    },
    { colours: COLOURS, pitches: PITCHES, sides: isPhone ? SIDES : {} },
  )
}

/** Waits until somebody sees, in another's tile, what a certain camera shows. */
export async function seesCamera(who: Visitor, of: string, camera: string): Promise<void> {
  const video = who.tile(of).locator('video')
  await until(`the picture of ${camera}`, async () => {
    const [colour] = await coloursAt(video, [[0.5, 0.1]])
    return apart(colour ?? [], COLOURS[camera] ?? []) < SAME
  })
}

/** Waits until somebody hears what a certain microphone gives. */
export async function hearsMicrophone({ page }: Visitor, microphone: string): Promise<void> {
  await until(`the sound of ${microphone}`, async () => {
    const pitch = await page.evaluate(async () => {
      const context = new AudioContext()
      await context.resume()
      const ear = new AnalyserNode(context, { fftSize: 4096 })
      for (const { srcObject, paused, muted } of document.querySelectorAll('audio'))
        if (srcObject instanceof MediaStream && !paused && !muted)
          context.createMediaStreamSource(srcObject).connect(ear)
      await new Promise((heard) => setTimeout(heard, 300))
      const levels = new Float32Array(ear.frequencyBinCount)
      ear.getFloatFrequencyData(levels)
      const loudest = levels.indexOf(Math.max(...levels))
      const hertz = (loudest * context.sampleRate) / ear.fftSize
      await context.close()
      return hertz
    })
    return Math.abs(pitch - (PITCHES[microphone] ?? 0)) < NEAR
  })
}
