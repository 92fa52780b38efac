import PQueue from 'p-queue'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { Reconciler, URGENT } from './reconciler.ts'

const log = pino({ level: 'silent' })

/** A reconciler whose engine answers when the test says so; `said` is what was asked of it, in order. */
function given(queue: PQueue, said: string[], name: string, priority = 0) {
  const answers: ((ok: boolean) => void)[] = []
  const step = async () => {
    said.push(name)
    const ok = await new Promise<boolean>((answer) => answers.push(answer))
    if (!ok) throw new Error('no answer')
  }
  const reconciler = new Reconciler({ step, queue, priority: () => priority, log })
  const answer = async (ok = true) => {
    await expect.poll(() => answers.length).toBeGreaterThan(0)
    answers.shift()?.(ok)
  }
  return { reconciler, answer }
}

test('no more is asked of the engine at once than the queue allows, and what is urgent goes first', async () => {
  const queue = new PQueue({ concurrency: 1 })
  const said: string[] = []
  const first = given(queue, said, 'first')
  const crowd = given(queue, said, 'crowd')
  const removed = given(queue, said, 'removed', URGENT)
  const all = [first, crowd, removed].map(async ({ reconciler }) => await reconciler.again())
  await first.answer()
  await removed.answer()
  await crowd.answer()
  await Promise.all(all)
  expect(said).toEqual(['first', 'removed', 'crowd'])
})

test('what changes while its turn is waited for is seen to in that turn, and what changes within it once more', async () => {
  const queue = new PQueue({ concurrency: 1 })
  const said: string[] = []
  const other = given(queue, said, 'other')
  const kept = given(queue, said, 'kept')
  void other.reconciler.again()
  for (let n = 0; n < 3; n++) void kept.reconciler.again()
  await other.answer()
  await expect.poll(() => said).toEqual(['other', 'kept'])
  void kept.reconciler.again()
  await kept.answer()
  await kept.answer()
  await kept.reconciler.tried()
  expect(said).toEqual(['other', 'kept', 'kept'])
})

test('what fails is tried again until it holds, and others do not wait for that', async () => {
  const queue = new PQueue({ concurrency: 1 })
  const said: string[] = []
  const kept = given(queue, said, 'kept')
  const other = given(queue, said, 'other')
  void kept.reconciler.again()
  await kept.answer(false)
  void other.reconciler.again()
  await other.answer()
  await kept.answer(false)
  await kept.answer()
  await kept.reconciler.tried()
  expect(said).toEqual(['kept', 'other', 'kept', 'kept'])
})

test('nothing is asked any more once it is closed, also where it waited for its turn', async () => {
  const queue = new PQueue({ concurrency: 1 })
  const said: string[] = []
  const other = given(queue, said, 'other')
  const kept = given(queue, said, 'kept')
  void other.reconciler.again()
  void kept.reconciler.again()
  kept.reconciler.close()
  await other.answer()
  await queue.onIdle()
  expect(said).toEqual(['other'])
})
