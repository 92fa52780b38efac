import { expect, test } from 'vitest'
import { handClock } from '../../../test/server/manual-clock.ts'
import { Heartbeat } from './heartbeat.ts'

test('each connection is looked after once in fifteen seconds, whenever it came, and not once it is gone', () => {
  const clock = handClock()
  const heartbeat = new Heartbeat(clock)
  const beats: number[] = []
  const removes = Array.from({ length: 200 }, (_, n) => {
    beats.push(0)
    clock.turn(37)
    return heartbeat.add({ beat: () => void (beats[n] = (beats[n] ?? 0) + 1) })
  })
  const before = [...beats]
  clock.turn(60_000)
  expect(beats.map((beat, n) => beat - (before[n] ?? 0))).toEqual(beats.map(() => 4))
  for (const remove of removes) {
    remove()
    remove()
  }
  const after = [...beats]
  clock.turn(60_000)
  expect(beats).toEqual(after)
  heartbeat.add({ beat: () => beats.push(1) })
  clock.turn(14_000)
  expect(beats).toEqual(after)
  clock.turn(1_000)
  expect(beats).toHaveLength(after.length + 1)
  heartbeat.close()
})
