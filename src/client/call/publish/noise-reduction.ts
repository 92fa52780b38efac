import rnnoise from '@sapphi-red/web-noise-suppressor/rnnoise.wasm?url'
import rnnoiseSimd from '@sapphi-red/web-noise-suppressor/rnnoise_simd.wasm?url'
import worklet from '@sapphi-red/web-noise-suppressor/rnnoiseWorklet.js?url'
import { loadRnnoise, RnnoiseWorkletNode } from '@sapphi-red/web-noise-suppressor'
import { keepRunning } from './keep-running.ts'

/** RNNoise was trained on this rate (Hz), and on no other. */
const RATE = 48_000

/**
 * Strong noise reduction: RNNoise in an audio worklet, off the page's own thread. Gives the cleaned track; `end` stops it
 * and the microphone behind it. `broke` tells, once, that nothing is cleaned any more, and so nothing is heard. Rejects where the
 * browser cannot.
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
    // It cleans the first channel only: a second one, silent, would halve the voice.
    cleaner.channelCount = 1
    cleaner.channelCountMode = 'explicit'
    const out = new MediaStreamAudioDestinationNode(context, { channelCount: 1 })
    context
      .createMediaStreamSource(new MediaStream([microphone]))
      .connect(cleaner)
      .connect(out)
    const [track] = out.stream.getAudioTracks()
    if (!track) throw new Error('no cleaned track')
    const letGo = keepRunning(context, broke)
    cleaner.addEventListener('processorerror', broke)
    return {
      track,
      end() {
        letGo()
        cleaner.removeEventListener('processorerror', broke)
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
