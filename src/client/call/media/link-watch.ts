import type { Room } from 'livekit-client'
import type { Millis } from '../../../protocol/types.ts'
import { verdictOn, waysIn, type LinkStat, type LinkVerdict } from './link.ts'

/** The connection to LiveKit, if there is one, and whether LiveKit has answered at all. */
export type Linked = { room: Room | null; signalled: boolean }

const SAID_WITHIN: Millis = 3_000
const LOOK_EVERY: Millis = 2_000
const LOOK_SOON: Millis = 200

// Enough to get past the first burst, and little enough for a mobile contract.
const PIECES = 6
const PIECE_BYTES = 14_000
const MEASURED_WITHIN: Millis = 1_500
const MEASURED_AT_LEAST: Millis = 500
const MEASURE_EVERY: Millis = 20_000

const NOT_CONNECTED = { ways: { udp: 'none', tcp: 'none' }, over: null, roundTrip: null } as const

/**
 * [DEVICE-8] Judges the connection: for the first time within three seconds, then whenever the judgement changes, until the returned
 * function is called.
 */
export function watchLink(linked: () => Linked, tell: (verdict: LinkVerdict) => void): () => void {
  const stop = new AbortController()
  const watch = async () => {
    const uplink = new Uplink()
    let goodUntil = performance.now()
    while (!stop.signal.aborted) {
      const { room, signalled } = linked()
      const found = room ? waysIn(offerOf(room), await statsOf(room)) : NOT_CONNECTED
      const over = room?.state.toString() === 'connected' ? found.over : null
      const left = SAID_WITHIN - (performance.now() - goodUntil)
      const upKbps = room && over ? await uplink.kbps(room, left) : null
      const verdict = verdictOn({ ...found, over, signalled, upKbps, isPoor: isPoor(room) })
      const now = performance.now()
      if (stop.signal.aborted) return
      if (verdict.is !== 'none') goodUntil = now
      // A moment without a connection is not worth a notice: it reconnects by itself.
      const isSaid = verdict.is !== 'none' || now - goodUntil >= SAID_WITHIN - LOOK_SOON
      if (isSaid) tell(verdict)
      await after(verdict.is === 'none' ? LOOK_SOON : LOOK_EVERY)
    }
  }
  void watch()
  return () => stop.abort()
}

/** Measures the uplink in kbit/s now and then, with data that LiveKit drops, because nobody may publish data. */
class Uplink {
  #room: Room | null = null
  #kbps: number | null = null
  #measuredAt = 0

  async kbps(room: Room, within: Millis): Promise<number | null> {
    const now = performance.now()
    if (room === this.#room && now - this.#measuredAt < MEASURE_EVERY) return this.#kbps
    this.#room = room
    this.#measuredAt = now
    // A person who publishes already is measured by that.
    const time = within > 0 ? Math.max(MEASURED_AT_LEAST, Math.min(MEASURED_WITHIN, within)) : MEASURED_WITHIN
    this.#kbps = isSending(room) ? null : await measure(room, time)
    return this.#kbps
  }
}

async function measure(room: Room, within: Millis): Promise<number | null> {
  const sent = async () =>
    (await statsOf(room)).reduce((sum, { type, bytesSent = 0 }) => sum + (type === 'candidate-pair' ? bytesSent : 0), 0)
  const before = await sent()
  const start = performance.now()
  const own = room.localParticipant
  const options = { reliable: true, destinationIdentities: [own.identity] }
  // A failure here does not mean a slow connection.
  const failed = Promise.all(
    Array.from({ length: PIECES }, async () => await own.publishData(new Uint8Array(PIECE_BYTES), options)),
  ).then(
    () => false,
    () => true,
  )
  let bytes = 0
  let took = 0
  do {
    await after(LOOK_SOON / 4)
    bytes = (await sent()) - before
    took = performance.now() - start
  } while (bytes < PIECES * PIECE_BYTES && took < within)
  const isFailed = await Promise.race([failed, after(0).then(() => false)])
  return isFailed ? null : (bytes * 8) / took
}

/** The peer connection that sends. A room that was left has none, whatever its types say. */
function sender(room: Room) {
  const { engine }: { engine: Room['engine'] | undefined } = room
  return engine?.pcManager?.publisher
}

async function statsOf(room: Room): Promise<LinkStat[]> {
  const report = await sender(room)
    ?.getStats()
    ?.catch(() => undefined)
  const stats: LinkStat[] = []
  report?.forEach((each: LinkStat) => stats.push(each))
  return stats
}

const offerOf = (room: Room) => sender(room)?.getRemoteDescription()?.sdp ?? ''

function isSending(room: Room): boolean {
  return room.localParticipant.getTrackPublications().some(({ isMuted }) => !isMuted)
}

function isPoor(room: Room | null): boolean {
  return room !== null && isSending(room) && room.localParticipant.connectionQuality.toString() === 'poor'
}

async function after(time: Millis): Promise<void> {
  await new Promise((over) => setTimeout(over, time))
}
