import type { WebSocket } from 'ws'
import { Bucket } from './rate-limits.ts'
import type { Clock } from '../clock.ts'

// Browsers send none by themselves, and answer one ping of ours in 15 seconds.
const CONTROLS = { perSecond: 2, burst: 20 }
// LiveKit's client says the size of each of 49 pictures anew, ten times a second, while a window is being resized.
const SIGNALS = { perSecond: 500, burst: 2_000 }

/** Cuts a browser that sends pings or pongs in a stream: each ping is answered, and would cost what a message costs. */
export function limitControlFrames(raw: WebSocket, clock: Clock): void {
  let controls: Bucket | null = null
  const count = () => {
    controls ??= new Bucket(CONTROLS.perSecond, CONTROLS.burst)
    if (!controls.take(clock.monotonic())) raw.terminate()
  }
  raw.on('ping', count)
  raw.on('pong', count)
}

/** Cuts a browser that sends more signalling than any page of ours does. */
export function limitSignals(raw: WebSocket, clock: Clock): void {
  const signals = new Bucket(SIGNALS.perSecond, SIGNALS.burst)
  raw.on('message', () => {
    if (!signals.take(clock.monotonic())) raw.terminate()
  })
}
