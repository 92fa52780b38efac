import type { Millis } from '../../../protocol/types.ts'

/** Whether LiveKit offered a protocol, and what came of it. */
export type Way = 'none' | 'tried' | 'open'

/** What is known of the connection to LiveKit at one moment. */
export type LinkReading = {
  /** LiveKit's signalling has answered. */
  signalled: boolean
  ways: Record<'udp' | 'tcp', Way>
  /** The protocol that is in use. */
  over: 'udp' | 'tcp' | null
  /** Round trip; null if unknown. */
  roundTrip: Millis | null
  /** The uplink in kbit/s, in a short burst; null if unknown. */
  upKbps: number | null
  /** LiveKit reports that what is sent arrives badly. */
  isPoor: boolean
}

/** [DEVICE-8] What a person is told about the connection before going on stage. `why`: the protocol that is blocked; `both` is UDP and TCP. */
export type LinkVerdict =
  | { is: 'checking' }
  | { is: 'good'; over: 'udp' | 'tcp' }
  | { is: 'sound-only' }
  | { is: 'none'; why: 'signalling' | 'udp' | 'tcp' | 'both' }

/** The smallest picture takes about half of it, and sound the rest. */
const PICTURE_KBPS = 300
/** Beyond it people interrupt each other; a picture makes it worse. */
const FAR: Millis = 800

export function verdictOn({ signalled, ways, over, roundTrip, upKbps, isPoor }: LinkReading): LinkVerdict {
  if (over) {
    const isWeak = isPoor || (upKbps !== null && upKbps < PICTURE_KBPS) || (roundTrip !== null && roundTrip > FAR)
    // If UDP works too, it will be used soon.
    return isWeak ? { is: 'sound-only' } : { is: 'good', over: ways.udp === 'open' ? 'udp' : over }
  }
  if (!signalled) return { is: 'none', why: 'signalling' }
  if (ways.udp === ways.tcp) return { is: 'none', why: 'both' }
  return { is: 'none', why: ways.udp === 'none' ? 'tcp' : 'udp' }
}

/** A statistic of the browser, as far as it is read here (W3C webrtc-stats). */
export type LinkStat = {
  id: string
  type: string
  state?: string
  nominated?: boolean
  selectedCandidatePairId?: string
  localCandidateId?: string
  remoteCandidateId?: string
  protocol?: string
  currentRoundTripTime?: number
  bytesSent?: number
}

/** What LiveKit's offer (SDP) and the statistics say: which protocols were tried, which is in use, and the round trip. */
export function waysIn(offer: string, stats: readonly LinkStat[]): Pick<LinkReading, 'ways' | 'over' | 'roundTrip'> {
  const byId = new Map(stats.map((each) => [each.id, each]))
  const protocolOf = (pair: LinkStat) => (byId.get(pair.remoteCandidateId ?? '')?.protocol === 'tcp' ? 'tcp' : 'udp')
  const pairs = stats.filter(({ type }) => type === 'candidate-pair')
  const wayOver = (protocol: 'udp' | 'tcp'): Way => {
    const tried = pairs.filter((pair) => protocolOf(pair) === protocol)
    if (tried.some(({ state }) => state === 'succeeded')) return 'open'
    // A protocol that a firewall blocks may not even form a candidate pair.
    return tried.length > 0 || new RegExp(`^a=candidate:\\S+ \\d+ ${protocol} `, 'im').test(offer) ? 'tried' : 'none'
  }
  const chosen = stats.find(({ type }) => type === 'transport')?.selectedCandidatePairId
  // Not every browser names the selected pair.
  const taken = byId.get(chosen ?? '') ?? pairs.find(({ state, nominated }) => nominated && state === 'succeeded')
  const seconds = taken?.currentRoundTripTime
  const ways = { udp: wayOver('udp'), tcp: wayOver('tcp') }
  return { ways, over: taken ? protocolOf(taken) : null, roundTrip: seconds === undefined ? null : seconds * 1_000 }
}
