import { expect, test } from 'vitest'
import { workIn } from './engine-work.ts'

const TOLD = `# HELP process_cpu_seconds_total Total user and system CPU time spent in seconds.
process_cpu_seconds_total 12.5
livekit_packet_bytes{country="",direction="incoming",transmission="initial"} 1.590278e+06
livekit_packet_bytes{country="",direction="outgoing",transmission="initial"} 9e+06
livekit_packet_bytes{country="",direction="outgoing",transmission="retransmit"} 1e+06
livekit_packet_total{country="",direction="incoming",transmission="initial"} 1357
livekit_packet_total{country="",direction="outgoing",transmission="initial"} 51
livekit_packet_total_more{direction="outgoing"} 7
`

test('the work of LiveKit is read from its metrics: CPU, and packets of all kinds by their direction', () => {
  expect(workIn(TOLD)).toEqual({ cpuSeconds: 12.5, packetsIn: 1_357, packetsOut: 51, bytesOut: 10_000_000 })
})

test('a LiveKit that nothing has gone through yet has sent nothing, and another program is not believed', () => {
  expect(workIn('process_cpu_seconds_total 0.25\n')).toMatchObject({ cpuSeconds: 0.25, packetsOut: 0 })
  for (const text of ['', '<html>', 'other_total 5']) expect(workIn(text)).toBeNull()
})
