import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { handClock } from '../../../test/server/manual-clock.ts'
import { listener, textsIn, type Listener } from '../../../test/server/fake-connection.ts'
import type { Event } from '../../protocol/events.ts'
import { Hub, VIEWS, type ByView, type View } from './hub.ts'
import { textFrame } from './text-frame.ts'

const id = (name: string) => name.padEnd(22, '_')
const welcome = JSON.stringify({ type: 'media', up: true })

/** An event with a number, by which it is told from others. */
const event = (n: number) => JSON.stringify({ type: 'endWarned', at: n, endsAt: 0 } satisfies Event)

function numbersHeard({ frames }: Listener): number[][] {
  return frames.flatMap((frame) => (frame.type === 'told' ? [frame.events.map(({ at }) => at)] : []))
}

function hub(people: Record<string, View>) {
  const clock = handClock()
  const made = new Hub(clock)
  const listeners = Object.entries(people).map(([name, view]) => {
    const connection = listener(id(name))
    made.add(connection)
    made.welcome(connection.id, view, welcome)
    return connection
  })
  const says = (views: ByView<number[]>, own: ReadonlyMap<string, number[]> = new Map()) =>
    made.deliver({
      views: Object.fromEntries(Object.entries(views).map(([view, numbers]) => [view, numbers.map(event)])),
      own: new Map([...own].map(([person, numbers]) => [person, numbers.map(event)])),
    })
  return { clock, hub: made, listeners, says }
}

test('[CHAT-15] the first is told at once, and a storm in twenty frames a second, in order, to nobody at the door', () => {
  const { clock, listeners, says } = hub({ mei: 'everyone', tom: 'prejoin' })
  const [mei, tom] = listeners
  for (let n = 0; n < 100; n++) {
    says({ everyone: [n] })
    clock.turn(10)
  }
  clock.turn(50)
  if (!mei || !tom) throw new Error('nobody')
  expect(numbersHeard(mei)[0]).toEqual([0])
  expect(numbersHeard(mei).length).toBeLessThanOrEqual(21)
  expect(numbersHeard(mei).flat()).toEqual(Array.from({ length: 100 }, (_, n) => n))
  expect(numbersHeard(tom)).toEqual([])
})

test('what is for one person goes at once, after what they had still to hear, and nothing is heard twice', () => {
  const { clock, listeners, says } = hub({ mei: 'everyone', noor: 'everyone' })
  const [mei, noor] = listeners
  says({ everyone: [1] })
  says({ everyone: [2] }, new Map([[id('mei'), [20]]]))
  if (!mei || !noor) throw new Error('nobody')
  expect(numbersHeard(mei)).toEqual([[1, 20]])
  says({ everyone: [3] })
  clock.turn(50)
  expect(numbersHeard(mei)).toEqual([[1, 20], [3]])
  expect(numbersHeard(noor)).toEqual([[1, 2, 3]])
})

test('who is welcomed hears what comes after the welcome, in the new view, and nothing before the first one', () => {
  const { clock, hub: made, listeners, says } = hub({ mei: 'everyone' })
  const [mei] = listeners
  const tom = listener(id('tom'))
  made.add(tom)
  says({ everyone: [1], moderators: [1] }, new Map([[tom.id, [9]]]))
  made.welcome(id('mei'), 'moderators', welcome)
  made.welcome(tom.id, 'everyone', welcome)
  says({ everyone: [2], moderators: [3] })
  clock.turn(50)
  expect(mei && numbersHeard(mei)).toEqual([[3]])
  expect(numbersHeard(tom)).toEqual([[2]])
})

test('of numbers only the newest are told, with the same tick, and not to who reads slowly', () => {
  const { clock, hub: made, listeners, says } = hub({ mei: 'everyone', noor: 'everyone' })
  const [mei, noor] = listeners
  if (!mei || !noor) throw new Error('nobody')
  noor.unread = 100_000
  const shown = (clap: number) => JSON.stringify({ type: 'reactions', reactions: { clap } })
  made.count({ everyone: shown(1) }, 'some')
  made.count({ everyone: shown(2) }, 'some')
  made.count({ everyone: shown(3) })
  says({ everyone: [1] })
  clock.turn(0)
  const claps = mei.frames.flatMap((frame) => (frame.type === 'reactions' ? frame.reactions.clap : []))
  expect(claps).toEqual([2, 3])
  expect([mei, noor].map(numbersHeard)).toEqual([[[1]], [[1]]])
  expect(noor.frames.some(({ type }) => type === 'reactions')).toBe(false)
})

test('two thousand are told in slices, and who leaves meanwhile is not written to', async () => {
  const many = Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`p${n}`, 'everyone' as const]))
  const { clock, hub: made, listeners, says } = hub(many)
  says({ everyone: [1] })
  clock.turn(0)
  const last = listeners.at(-1)
  made.remove(last?.id ?? '')
  says({ everyone: [2] })
  await expect
    .poll(() => (clock.turn(1_000), listeners.filter((one) => numbersHeard(one).flat().includes(2)).length))
    .toBe(1_999)
  expect(listeners.slice(0, -1).every((one) => numbersHeard(one).flat().join() === '1,2')).toBe(true)
  expect(last && numbersHeard(last)).toEqual([])
})

const steps = fc.array(
  fc.oneof(
    fc.record({ does: fc.constant('say' as const), views: fc.subarray([...VIEWS]), own: fc.subarray([0, 1, 2]) }),
    fc.record({ does: fc.constant('welcome' as const), who: fc.nat(2), view: fc.constantFrom(...VIEWS) }),
    fc.record({ does: fc.constant('pass' as const), ms: fc.nat(60) }),
  ),
  { maxLength: 60 },
)

test('whatever is said to whom and when, each hears their view’s and their own events once and in order', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const { clock, hub: made, listeners, says } = hub({ a: 'everyone', b: 'moderators', c: 'prejoin' })
      const views: View[] = ['everyone', 'moderators', 'prejoin']
      const due: number[][] = [[], [], []]
      const lost: Set<number>[] = [new Set(), new Set(), new Set()]
      all.forEach((step, n) => {
        if (step.does === 'pass') clock.turn(step.ms)
        else if (step.does === 'welcome') {
          // What was not told yet is in the welcome.
          const heard = numbersHeard(listeners[step.who] ?? listener('')).flat()
          for (const number of due[step.who] ?? []) if (!heard.includes(number)) lost[step.who]?.add(number)
          made.welcome(listeners[step.who]?.id ?? '', step.view, welcome)
          views[step.who] = step.view
        } else {
          const own = new Map(step.own.map((who) => [listeners[who]?.id ?? '', [1_000 + n]]))
          says(Object.fromEntries(step.views.map((view) => [view, [n]])), own)
          views.forEach((view, who) => {
            if (step.own.includes(who)) due[who]?.push(1_000 + n)
            else if (step.views.includes(view)) due[who]?.push(n)
          })
        }
      })
      clock.turn(1_000)
      listeners.forEach((one, who) =>
        expect(numbersHeard(one).flat()).toEqual(due[who]?.filter((number) => !lost[who]?.has(number))),
      )
      made.close()
    }),
    { numRuns: 300 },
  )
})

test('a frame has the length that it says, short, long and very long, in bytes and not in letters', () => {
  for (const text of ['', 'é'.repeat(62), 'é'.repeat(63), 'x'.repeat(65_535), 'é'.repeat(40_000)])
    expect(textsIn(Buffer.concat([textFrame(text), textFrame('x')]))).toEqual([text, 'x'])
})
