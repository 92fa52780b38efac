import { expect, test } from 'vitest'
import { verdictOn, waysIn, type LinkReading, type LinkStat } from './link.ts'

const good: LinkReading = {
  signalled: true,
  ways: { udp: 'open', tcp: 'tried' },
  over: 'udp',
  roundTrip: 40,
  upKbps: 2_000,
  isPoor: false,
}

test('[DEVICE-8] a connection is good over UDP and over TCP, also where the browser tells little of it', () => {
  expect(verdictOn(good)).toEqual({ is: 'good', over: 'udp' })
  expect(
    verdictOn({ ...good, ways: { udp: 'tried', tcp: 'open' }, over: 'tcp', roundTrip: null, upKbps: null }),
  ).toEqual({ is: 'good', over: 'tcp' })
})

test('[DEVICE-8] where UDP is open too, TCP is taken for a moment only', () => {
  expect(verdictOn({ ...good, over: 'tcp' })).toEqual({ is: 'good', over: 'udp' })
})

test('[DEVICE-8] sound alone is advised where little goes up, where it takes long, or where it arrives badly', () => {
  for (const weak of [{ upKbps: 299 }, { roundTrip: 801 }, { isPoor: true }])
    expect(verdictOn({ ...good, ...weak })).toEqual({ is: 'sound-only' })
})

test('[DEVICE-8] without a connection the verdict says what does not get through', () => {
  const none = { ...good, over: null }
  expect(verdictOn({ ...none, signalled: false })).toEqual({ is: 'none', why: 'signalling' })
  expect(verdictOn({ ...none, ways: { udp: 'tried', tcp: 'tried' } })).toEqual({ is: 'none', why: 'both' })
  expect(verdictOn({ ...none, ways: { udp: 'none', tcp: 'none' } })).toEqual({ is: 'none', why: 'both' })
  expect(verdictOn({ ...none, ways: { udp: 'tried', tcp: 'none' } })).toEqual({ is: 'none', why: 'udp' })
  expect(verdictOn({ ...none, ways: { udp: 'none', tcp: 'tried' } })).toEqual({ is: 'none', why: 'tcp' })
})

/** Statistics of a connection with one way over each protocol, as browsers give them. */
function statsOf(udp: string, tcp: string, more: LinkStat[] = []): LinkStat[] {
  const pair = (protocol: string, state: string): LinkStat[] => [
    { id: `R${protocol}`, type: 'remote-candidate', protocol },
    {
      id: `P${protocol}`,
      type: 'candidate-pair',
      state,
      nominated: state === 'succeeded',
      remoteCandidateId: `R${protocol}`,
      currentRoundTripTime: 0.03,
    },
  ]
  return [...pair('udp', udp), ...pair('tcp', tcp), ...more]
}

test('the statistics of the browser tell which ways were tried and which one is taken', () => {
  const transport: LinkStat = { id: 'T', type: 'transport', selectedCandidatePairId: 'Ptcp' }
  expect(waysIn('', statsOf('succeeded', 'succeeded', [transport]))).toEqual({
    ways: { udp: 'open', tcp: 'open' },
    over: 'tcp',
    roundTrip: 30,
  })
  expect(waysIn('', statsOf('succeeded', 'waiting')).over).toBe('udp')
  expect(waysIn('', statsOf('failed', 'in-progress'))).toEqual({
    ways: { udp: 'tried', tcp: 'tried' },
    over: null,
    roundTrip: null,
  })
  expect(waysIn('', [])).toEqual({ ways: { udp: 'none', tcp: 'none' }, over: null, roundTrip: null })
})

test('what the engine offers counts as tried, also where it leads to nothing', () => {
  const offer = 'v=0\r\na=candidate:1 1 udp 2130706431 192.0.2.1 7882 typ host\r\na=end-of-candidates\r\n'
  expect(waysIn(offer, []).ways).toEqual({ udp: 'tried', tcp: 'none' })
})
