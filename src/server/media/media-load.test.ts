import { pino } from 'pino'
import { expect, test } from 'vitest'
import { fakeMedia } from '../../../test/media/media.fake.ts'
import { handClock } from '../../../test/server/manual-clock.ts'
import { MediaLoadWatch } from './media-load.ts'

/** A watch over an engine that works half a core and sends 5,000 packets a second; `logged`: what was written to the log. */
function given() {
  const clock = handClock()
  const logged: object[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line)) })
  const began = clock.monotonic()
  const work = async () => {
    const seconds = (clock.monotonic() - began) / 1_000
    return { cpuSeconds: 7 + seconds / 2, packetsIn: 0, packetsOut: seconds * 5_000, bytesOut: 0 }
  }
  const watch = new MediaLoadWatch({
    media: { ...fakeMedia(), work },
    clock,
    log,
    limits: { viewers: 100, cores: null },
  })
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
  const { watch, logged, passes } = given()
  await passes(120)
  expect(logged).toEqual([])
  for (let n = 0; n < 90; n++) watch.seats.take(`viewer ${n}`, false, () => {})
  await passes(120)
  const figures = {
    viewers: 90,
    soundOnly: 5,
    viewersHeld: 100,
    engineCores: 0.5,
    packetsOutPerSecond: 5_000,
    intake: 'sound-only',
  }
  expect(logged).toMatchObject([figures, figures])
  watch.close()
  await passes(120)
  expect(logged).toHaveLength(2)
})

test('[LOAD-2] whoever receives sound alone gets pictures when others have left', async () => {
  const { watch, passes } = given()
  const first = Array.from({ length: 85 }, (_, n) => watch.seats.take(`viewer ${n}`, false, () => {}))
  const told: boolean[] = []
  watch.seats.take('late', false, (has) => told.push(has))
  await passes(20)
  expect(told).toEqual([false])
  for (const seat of first.slice(0, 20)) seat.leave()
  await passes(10)
  expect(told).toEqual([false, true])
  watch.close()
})
