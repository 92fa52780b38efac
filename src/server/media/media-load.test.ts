import { pino } from 'pino'
import { expect, test } from 'vitest'
import { fakeMedia } from '../../../test/media/media.fake.ts'
import { handClock } from '../../../test/server/manual-clock.ts'
import { MediaLoadWatch } from './media-load.ts'

/** A watch over an engine that works half a core and sends 5,000 packets a second; `logged`: what was written to the log. */
function given(viewers: () => number) {
  const clock = handClock()
  const logged: object[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line)) })
  const began = clock.monotonic()
  const work = async () => {
    const seconds = (clock.monotonic() - began) / 1_000
    return { cpuSeconds: 7 + seconds / 2, packetsIn: 0, packetsOut: seconds * 5_000, bytesOut: 0 }
  }
  const watch = new MediaLoadWatch({ media: { ...fakeMedia(), work }, clock, log, viewers, limit: 100 })
  const passes = async (seconds: number) => {
    for (let left = seconds; left > 0; left -= 10) {
      clock.turn(10_000)
      await Promise.resolve()
      await new Promise((next) => setImmediate(next))
    }
  }
  return { watch, logged, passes }
}

test('[LOAD-3] the load and the estimate are in the log once a minute while anybody is there', async () => {
  let viewers = 0
  const { watch, logged, passes } = given(() => viewers)
  await passes(120)
  expect(logged).toEqual([])
  viewers = 90
  await passes(120)
  const figures = { viewers: 90, viewersHeld: 100, engineCores: 0.5, packetsOutPerSecond: 5_000, intake: 'sound-only' }
  expect(logged).toMatchObject([figures, figures])
  watch.close()
  await passes(120)
  expect(logged).toHaveLength(2)
})
