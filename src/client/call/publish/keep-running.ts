import type { Millis } from '../../../protocol/types.ts'

// A context stopped by a call or a headset resumes within this time, or not before something else happens.
const RESUMES_WITHIN: Millis = 1_000

/**
 * Resumes an audio context that the system suspends (W3C Web Audio API, 1.2.6). `stopped` is called once if it does not resume: it was
 * closed, or stays suspended. Ends with the returned function.
 */
export function keepRunning(context: AudioContext, stopped: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isTold = false
  const tell = () => {
    if (!isTold) stopped()
    isTold = true
  }
  const look = () => {
    clearTimeout(timer)
    if (context.state === 'closed') return tell()
    if (context.state === 'running') return
    timer = setTimeout(tell, RESUMES_WITHIN)
    context.resume().catch(() => {})
  }
  context.addEventListener('statechange', look)
  look()
  return () => {
    clearTimeout(timer)
    context.removeEventListener('statechange', look)
  }
}
