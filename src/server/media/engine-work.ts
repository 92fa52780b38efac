/** What LiveKit has done since it began: seconds of CPU, RTP packets and bytes. What goes through it is told some seconds late. */
export type EngineWork = { cpuSeconds: number; packetsIn: number; packetsOut: number; bytesOut: number }

const LOOK_WITHIN_MS = 2_000

/** Reads it from LiveKit's own Prometheus port (1.13.5); null where that does not answer as LiveKit does. */
export async function readEngineWork(url: string): Promise<EngineWork | null> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(LOOK_WITHIN_MS) })
    return answer.ok ? workIn(await answer.text()) : null
  } catch {
    return null
  }
}

/** The same from the text of the port (Prometheus text format 0.0.4); null without the CPU time. */
export function workIn(text: string): EngineWork | null {
  const lines = text.split('\n')
  const sum = (name: string, label = '') =>
    lines
      .filter((line) => new RegExp(`^${name}[{ ]`).test(line) && line.includes(label))
      .reduce((total, line) => total + Number(line.slice(line.lastIndexOf(' ') + 1)), 0)
  const isLiveKit = lines.some((line) => line.startsWith('process_cpu_seconds_total '))
  if (!isLiveKit) return null
  return {
    cpuSeconds: sum('process_cpu_seconds_total'),
    packetsIn: sum('livekit_packet_total', 'direction="incoming"'),
    packetsOut: sum('livekit_packet_total', 'direction="outgoing"'),
    bytesOut: sum('livekit_packet_bytes', 'direction="outgoing"'),
  }
}
