import { beforeEach, expect, test, vi } from 'vitest'
import type { BoardElement } from '../../../../protocol/presenting/whiteboard.ts'
import type { Answer } from '../../../portal/api.ts'
import { BoardLine } from './board-line.ts'

const element = (id: string, version: number): BoardElement => ({
  id,
  type: 'line',
  version,
  versionNonce: 1,
  isDeleted: false,
  index: null,
  x: 0,
  y: 0,
  link: null,
})

/** A line to a server that answers as it is told to, after 20 ms. */
function opened() {
  const sent: string[][] = []
  const refusals: string[] = []
  const answers: Answer<null>[] = []
  const line = new BoardLine({
    send: async (elements) => {
      sent.push(elements.map(({ id, version }) => `${id}${version}`))
      await new Promise((answered) => setTimeout(answered, 20))
      return answers.shift() ?? { ok: null }
    },
    refused: (refusal) => refusals.push(refusal),
  })
  return { line, sent, refusals, answers }
}

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

test('[BOARD-3] the newest of each element is sent, once, and what came from the server never', async () => {
  const { line, sent } = opened()
  line.told([element('theirs', 4)])
  line.changed([element('theirs', 4), element('mine', 1)])
  line.changed([element('mine', 2)])
  await vi.advanceTimersByTimeAsync(100)
  expect(sent).toEqual([['mine2']])
  line.changed([element('theirs', 4), element('mine', 2)])
  await vi.advanceTimersByTimeAsync(100)
  expect(sent).toHaveLength(1)
})

test('[BOARD-3] what is drawn while the server is away is sent when it is back', async () => {
  const { line, sent, answers } = opened()
  answers.push({ unreachable: true }, { unreachable: true })
  line.changed([element('a', 1)])
  await vi.advanceTimersByTimeAsync(100)
  line.changed([element('b', 1)])
  await vi.advanceTimersByTimeAsync(3_000)
  expect(sent.at(-1)?.toSorted()).toEqual(['a1', 'b1'])
})

test('[BOARD-3] what crosses with a version of the same number is sent where it wins, and dropped where it does not', async () => {
  for (const [nonce, expected] of [
    [0, [['mine4']]],
    [2, []],
  ] as const) {
    const { line, sent } = opened()
    line.changed([{ ...element('mine', 4), versionNonce: nonce }])
    line.told([element('mine', 4)])
    await vi.advanceTimersByTimeAsync(500)
    expect(sent).toEqual(expected)
  }
})

test('[BOARD-3] an element that grows in place while it is sent is sent again, also after it was answered', async () => {
  const { line, sent } = opened()
  const growing = element('growing', 1)
  line.changed([growing])
  await vi.advanceTimersByTimeAsync(70)
  growing.version = 2
  line.changed([growing])
  await vi.advanceTimersByTimeAsync(500)
  growing.version = 3
  line.changed([growing])
  await vi.advanceTimersByTimeAsync(500)
  expect(sent).toEqual([['growing1'], ['growing2'], ['growing3']])
})

test('[BOARD-1] what is refused is gone, and told once', async () => {
  const { line, sent, refusals, answers } = opened()
  answers.push({ refused: { refusal: 'not-permitted' } })
  line.changed([element('a', 1)])
  await vi.advanceTimersByTimeAsync(5_000)
  expect([sent.length, refusals]).toEqual([1, ['not-permitted']])
})
