import rnnoise from '@sapphi-red/web-noise-suppressor/rnnoise.wasm?url'
import rnnoiseSimd from '@sapphi-red/web-noise-suppressor/rnnoise_simd.wasm?url'
import worklet from '@sapphi-red/web-noise-suppressor/rnnoiseWorklet.js?url'
import { loadRnnoise, RnnoiseWorkletNode } from '@sapphi-red/web-noise-suppressor'
import type { Millis } from '../../../protocol/types.ts'
import { keepRunning } from './keep-running.ts'

const LOOK_EVERY: Millis = 500
// RNNoise lowers noise and never silences it: after so many checks without any output it has failed. Starting takes less.
const SILENT_LOOKS = 6
/** Below this level (0 to 1) there is hardly any input. */
const HARDLY = 0.001

/** The sample rate (Hz) that RNNoise was trained on. */
const RATE = 48_000

/**
 * Strong noise reduction: RNNoise in an audio worklet, off the page's main thread. Gives the cleaned track; `end` stops it and the
 * microphone. `broke` is called once if it stops working, so that nothing would be heard. Rejects if the browser cannot.
 */
export async function cleaned(
  microphone: MediaStreamTrack,
  broke: () => void,
): Promise<{ track: MediaStreamTrack; end(): void }> {
  const context = new AudioContext({ sampleRate: RATE })
  try {
    const [wasmBinary] = await Promise.all([
      loadRnnoise({ url: rnnoise, simdUrl: rnnoiseSimd }),
      context.audioWorklet.addModule(worklet),
    ])
    const cleaner = new RnnoiseWorkletNode(context, { wasmBinary, maxChannels: 1 })
    // It processes the first channel only: a silent second one would halve the voice.
    cleaner.channelCount = 1
    cleaner.channelCountMode = 'explicit'
    const out = new MediaStreamAudioDestinationNode(context, { channelCount: 1 })
    const input = context.createMediaStreamSource(new MediaStream([microphone]))
    input.connect(cleaner).connect(out)
    const [track] = out.stream.getAudioTracks()
    if (!track) throw new Error('no cleaned track')
    let isTold = false
    const tell = () => {
      if (!isTold) broke()
      isTold = true
    }
    const letGo = keepRunning(context, tell)
    const unwatch = watchSilence(input, cleaner, tell)
    cleaner.addEventListener('processorerror', tell)
    return {
      track,
      end() {
        letGo()
        unwatch()
        cleaner.removeEventListener('processorerror', tell)
        cleaner.destroy()
        track.stop()
        microphone.stop()
        context.close().catch(() => {})
      },
    }
  } catch (fault) {
    context.close().catch(() => {})
    throw fault
  }
}

/** Calls back when there is input for some seconds and no output at all: a worklet that does not start reports nothing. */
function watchSilence(input: AudioNode, output: AudioNode, silent: () => void): () => void {
  const [heard, given] = [new AnalyserNode(input.context), new AnalyserNode(output.context)]
  input.connect(heard)
  output.connect(given)
  const samples = new Float32Array(heard.fftSize)
  const peak = (ear: AnalyserNode) => {
    ear.getFloatTimeDomainData(samples)
    return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  }
  let looks = 0
  const timer = setInterval(() => {
    if (peak(given) > 0) looks = 0
    else if (peak(heard) > HARDLY) looks += 1
    if (looks >= SILENT_LOOKS) silent()
  }, LOOK_EVERY)
  return () => clearInterval(timer)
}
