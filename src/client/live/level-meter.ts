// Often enough to move with a voice, seldom enough to cost nothing.
const EVERY_MS = 66
// Speech at arm's length fills about a tenth of the range; the meter shows that as well over half.
const GAIN = 6

/**
 * Measures a microphone: calls back with the level of what is before it, 0 to 1, also while it is off, until the returned
 * function is called. What is measured stays in this page.
 */
export function meterLevel(track: MediaStreamTrack, heard: (level: number) => void): () => void {
  const own = track.clone()
  own.enabled = true
  const context = new AudioContext()
  const analyser = new AnalyserNode(context, { fftSize: 1024 })
  const source = context.createMediaStreamSource(new MediaStream([own]))
  source.connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples)
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0)
    heard(Math.min(1, GAIN * Math.sqrt(power / samples.length)))
  }, EVERY_MS)
  return () => {
    clearInterval(timer)
    source.disconnect()
    own.stop()
    context.close().catch(() => {})
  }
}
