import { expect, test } from 'vitest'
import { handClock } from '../../../../test/server/manual-clock.ts'
import type { Reaction, Reactions } from '../../../protocol/types.ts'
import { OwnReactions } from './reactions.ts'

/** A page’s reactions, what it has sent and what it has shown; `takes` is what the server says. */
function page({ takes = true } = {}) {
  const clock = handClock()
  const sent: Reactions[] = []
  const shown: Reactions[] = []
  const send = async (reactions: Reactions) => {
    sent.push(reactions)
    return takes
  }
  const own = new OwnReactions({ send, now: () => clock.now(), after: (wait, run) => clock.after(wait, run) })
  own.watch((reactions) => shown.push(reactions))
  const burst = (many: number, reaction: Reaction = 'clap') => {
    for (let n = 0; n < many; n++) own.react(reaction)
  }
  return { clock, own, sent, shown, burst }
}

test('[REACT-6] the first is shown and sent at once', () => {
  const { own, sent, shown } = page()
  own.react('heart')
  expect([shown, sent]).toEqual([[{ heart: 1 }], [{ heart: 1 }]])
})

test('[REACT-3] five hundred presses are two messages in a second, of ten reactions at most', () => {
  const { clock, burst, sent, shown } = page()
  burst(500)
  clock.turn(500)
  burst(500)
  clock.turn(499)
  expect(sent).toEqual([{ clap: 1 }, { clap: 5 }])
  expect(shown).toHaveLength(11)
})

test('different ones go together in one message', () => {
  const { clock, own, sent } = page()
  for (const each of ['clap', 'clap', 'wow', 'smile'] as const) own.react(each)
  clock.turn(500)
  expect(sent).toEqual([{ clap: 1 }, { clap: 1, wow: 1, smile: 1 }])
})

test('[REACT-6] what the room is told of the own is not shown again, and of others all is', async () => {
  const { clock, own, burst, shown } = page()
  burst(3)
  clock.turn(500)
  await Promise.resolve()
  shown.length = 0
  own.receive({ clap: 24, heart: 2 })
  own.receive({ clap: 2 })
  expect(shown).toEqual([{ clap: 21, heart: 2 }, { clap: 2 }])
})

test('what was not taken, or was on a line that was lost, does not hide others’', async () => {
  const refused = page({ takes: false })
  refused.burst(1)
  await Promise.resolve()
  await Promise.resolve()
  refused.own.receive({ clap: 1 })
  const lost = page()
  lost.burst(1)
  lost.own.forget()
  lost.own.receive({ clap: 1 })
  expect([refused.shown.length, lost.shown.length]).toEqual([2, 2])
})

test('a page that is closed sends and shows nothing any more', () => {
  const { clock, own, burst, sent, shown } = page()
  burst(2)
  own.close()
  clock.turn(10_000)
  own.receive({ clap: 9 })
  expect([sent.length, shown.length]).toEqual([1, 2])
})
