import { expect, test } from 'vitest'
import { handClock } from '../../../test/server/manual-clock.ts'
import { WaitingLine } from './waiting-line.ts'

function given({ most = 2, inside = 2 }: { most?: number | null; inside?: number } = {}) {
  const clock = handClock()
  const server = { inside, isStrained: false, areMediaFull: false }
  const line = new WaitingLine({
    clock,
    chance: () => 0.5,
    most,
    isStrained: () => server.isStrained,
    areMediaFull: () => server.areMediaFull,
    inside: () => server.inside,
  })
  return { clock, server, line }
}

test('[FULL-1] who is one too many is told the place, and comes in when there is room', () => {
  const { clock, server, line } = given()
  expect(line.ask('mei')).toEqual({ place: 1, wait: 2_000 })
  expect(line.ask('noor')).toEqual({ place: 2, wait: 2_020 })
  server.inside = 1
  clock.turn(2_000)
  expect(line.ask('mei')).toBeNull()
  expect(line.ask('noor')).toMatchObject({ place: 1 })
})

test('[FULL-2] whoever asked first is let in first, whoever asks first after there is room', () => {
  const { clock, server, line } = given()
  line.ask('mei')
  line.ask('noor')
  server.inside = 1
  clock.turn(2_000)
  expect(line.ask('noor')).toMatchObject({ place: 2 })
  expect(line.ask('newcomer')).toMatchObject({ place: 3 })
  expect(line.ask('mei')).toBeNull()
})

test('[FULL-2] who has closed the page holds nobody up, and loses the place when not heard of for 90 seconds', () => {
  const { clock, server, line } = given()
  line.ask('mei')
  line.ask('noor')
  clock.turn(6_000)
  expect(line.ask('noor')).toMatchObject({ place: 1 })
  // A page in the background asks late, and has its place still.
  expect(line.ask('mei')).toMatchObject({ place: 1 })
  expect(line.ask('noor')).toMatchObject({ place: 2 })
  clock.turn(91_000)
  line.ask('noor')
  expect(line.ask('mei')).toMatchObject({ place: 2 })
  server.inside = 1
  expect(line.ask('noor')).toBeNull()
})

test('[FULL-4] the place of whoever was let in is kept for a minute, and then somebody else’s', () => {
  const { clock, server, line } = given({ inside: 1 })
  expect(line.ask('mei')).toBeNull()
  expect(line.ask('noor')).toMatchObject({ place: 1 })
  expect(line.ask('mei')).toBeNull()
  clock.turn(60_000)
  expect(line.ask('noor')).toBeNull()
  expect(line.ask('mei')).toMatchObject({ place: 1 })
  // Who has joined is counted inside from then on; who is gone, with every page, leaves the place at once.
  server.inside = 2
  line.settle('noor')
  expect(line.ask('mei')).toMatchObject({ place: 1 })
  server.inside = 1
  expect(line.ask('mei')).toBeNull()
  line.connected('mei')
  line.connected('mei')
  line.disconnected('mei')
  expect(line.ask('somebody')).toMatchObject({ place: 1 })
  line.disconnected('mei')
  expect(line.ask('somebody')).toBeNull()
})

test('[FULL-5] where no number is set everybody comes in until the process has enough, and then in order', () => {
  const { server, line } = given({ most: null, inside: 5_000 })
  expect(line.ask('mei')).toBeNull()
  server.isStrained = true
  const many = Array.from({ length: 150 }, (_, n) => `person-${n}`)
  for (const [n, person] of many.entries()) expect(line.ask(person)).toMatchObject({ place: n + 1 })
  server.isStrained = false
  expect(line.ask('person-149')).toMatchObject({ place: 150 })
  expect(line.ask('person-99')).toBeNull()
  expect(line.ask('person-0')).toBeNull()
})

test('whoever is far back is asked to ask less often, and never later than after half a minute or so', () => {
  const { line } = given()
  for (let n = 0; n < 3_000; n++) line.ask(`person-${n}`)
  expect(line.ask('person-100')).toEqual({ place: 101, wait: 4_000 })
  expect(line.ask('person-2999')).toEqual({ place: 3_000, wait: 30_000 })
})

test('[LOAD-2] where the media carry no more viewers, whoever is one too many waits, whatever number is set', () => {
  const { clock, server, line } = given({ most: 100 })
  server.areMediaFull = true
  expect(line.ask('mei')).toMatchObject({ place: 1 })
  clock.turn(2_000)
  server.areMediaFull = false
  expect(line.ask('mei')).toBeNull()
})
