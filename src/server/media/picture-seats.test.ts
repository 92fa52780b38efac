import { expect, test } from 'vitest'
import { handClock } from '../../../test/server/manual-clock.ts'
import type { Intake } from '../../rules/entry/intake.ts'
import { PictureSeats } from './picture-seats.ts'

function given() {
  const clock = handClock()
  const media = { intake: 'open' as Intake }
  const told: string[] = []
  const seats = new PictureSeats(clock, () => media.intake)
  const take = (person: string, isPreferred = false) =>
    seats.take(person, isPreferred, (has) => told.push(`${person} ${has ? 'sees' : 'hears'}`))
  return { clock, media, told, seats, take }
}

test('[LOAD-2] whoever comes near the end hears, and sees in the order of coming when there is room', () => {
  const { media, told, seats, take } = given()
  take('Ana')
  media.intake = 'sound-only'
  const [bo, , dee] = [take('Bo'), take('Cy'), take('Dee')]
  expect(told).toEqual(['Bo hears', 'Cy hears', 'Dee hears'])
  expect(seats.load).toEqual({ pictures: 1, soundOnly: 3 })
  bo.leave()
  seats.give(1)
  expect(told.slice(3)).toEqual(['Cy sees'])
  expect(dee.hasPictures).toBe(false)
  seats.give(5)
  expect(dee.hasPictures).toBe(true)
  expect(seats.load).toEqual({ pictures: 3, soundOnly: 0 })
})

test('[LOAD-4] who is on stage or runs the room sees, also who comes on stage later', () => {
  const { media, told, take } = given()
  media.intake = 'full'
  expect(take('Hana', true).hasPictures).toBe(true)
  const bo = take('Bo')
  bo.prefer()
  bo.prefer()
  expect(told).toEqual(['Bo hears', 'Bo sees'])
})

test('[LOAD-4] whoever comes back within a minute has what they had, with two connections at once as well', () => {
  const { clock, media, told, seats, take } = given()
  const first = take('Ana')
  media.intake = 'sound-only'
  const second = take('Ana')
  first.leave()
  expect(second.hasPictures).toBe(true)
  second.leave()
  expect(seats.load).toEqual({ pictures: 0, soundOnly: 0 })
  clock.turn(59_000)
  const third = take('Ana')
  expect(third.hasPictures).toBe(true)
  third.leave()
  clock.turn(61_000)
  expect(take('Ana').hasPictures).toBe(false)
  expect(told).toEqual(['Ana hears'])
})
