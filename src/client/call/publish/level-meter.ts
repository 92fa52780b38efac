import { keepRunning } from './keep-running.ts'

// Often enough to follow a voice, seldom enough to cost nothing.
const EVERY_MS = 66
// Speech at arm's length fills about a tenth of the range; the meter shows it as well over half.
const GAIN = 6

/**
 * Measures a microphone, also while it is off: calls back with the level, 0 to 1, until the returned function is called. Nothing leaves
 * this page. If the browser cannot, nothing is measured. [DEVICE-14]
 */
export function meterLevel(track: MediaStreamTrack, heard: (level: number) => void): () => void {
  const own = track.clone()
  own.enabled = true
  let context: AudioContext | undefined
  const end = () => {
    own.stop()
    context?.close().catch(() => {})
  }
  try {
    context = new AudioContext()
    const analyser = new AnalyserNode(context, { fftSize: 1024 })
    context.createMediaStreamSource(new MediaStream([own])).connect(analyser)
    const timer = setInterval(() => heard(levelOf(analyser)), EVERY_MS)
    // If it stops, only the meter does; the microphone works as before.
    const letGo = keepRunning(context, () => {})
    return () => {
      clearInterval(timer)
      letGo()
      end()
    }
  } catch {
    end()
    return () => {}
  }
}

function levelOf(analyser: AnalyserNode): number {
  const samples = new Float32Array(analyser.fftSize)
  analyser.getFloatTimeDomainData(samples)
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0)
  return Math.min(1, GAIN * Math.sqrt(power / samples.length))
}
