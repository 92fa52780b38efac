import { expect, test } from 'vitest'
import type { Message } from '../../../protocol/messages.ts'
import type { Rejected } from '../call-state.ts'
import { Outbox } from './outbox.ts'

const REPLY = { n: 7 } as Message

function begun() {
  const sent: string[] = []
  const kept: string[] = []
  const replies: (Message | null)[] = []
  let answer: (no: Rejected | null) => void = () => {}
  const outbox = new Outbox(
    {
      async send({ text }) {
        sent.push(text)
        return await new Promise((settle) => (answer = settle))
      },
      keep: (text) => kept.push(text),
      now: () => 1_000,
    },
    '',
  )
  const writes = (text: string, reply: Message | null = null) => {
    outbox.type(text)
    void outbox.post(reply, (to) => replies.push(to))
  }
  const answers = async (no: Rejected | null) => {
    answer(no)
    await Promise.resolve()
    await Promise.resolve()
  }
  return { outbox, writes, sent, kept, replies, answers }
}

test('[CHAT-21] what is written while a message is on its way goes when that one was taken, in order', async () => {
  const { outbox, writes, sent, kept, answers } = begun()
  for (const text of ['One', 'Two', 'Three']) writes(text)
  expect(outbox.state).toMatchObject({ text: '', onWay: { text: 'One' } })
  expect(sent).toEqual(['One'])
  expect(kept.at(-1)).toBe('One\nTwo\nThree')
  await answers(null)
  expect(sent).toEqual(['One', 'Two'])
  outbox.type('Fo')
  expect(kept.at(-1)).toBe('Two\nThree\nFo')
  await answers(null)
  await answers(null)
  expect(sent).toEqual(['One', 'Two', 'Three'])
  expect(outbox.state).toEqual({ text: 'Fo', onWay: null, denied: null })
  expect(kept.at(-1)).toBe('Fo')
})

test('[CHAT-16] [CHAT-21] behind what was refused nothing is sent, and all of it comes back before what is typed', async () => {
  const { outbox, writes, sent, kept, replies, answers } = begun()
  writes('One')
  writes('Two', REPLY)
  writes('Three')
  outbox.type('Fo')
  await answers(null)
  await answers({ why: 'write-later', wait: 3_000 })
  const denied = { why: 'write-later', wait: 3_000, since: 1_000, until: 4_000 }
  expect(outbox.state).toEqual({ text: 'Two\nThree\nFo', onWay: null, denied })
  expect(kept.at(-1)).toBe('Two\nThree\nFo')
  expect(replies).toEqual([null, null, null, REPLY])
  void outbox.post(null, () => {})
  await answers(null)
  expect(sent).toEqual(['One', 'Two', 'Two\nThree\nFo'])
  expect(outbox.state).toEqual({ text: '', onWay: null, denied: null })
})

test('[CHAT-2] nothing to be seen is not sent, and stays', () => {
  const { outbox, writes, sent, replies } = begun()
  writes('  \n', REPLY)
  expect([...sent, ...replies]).toEqual([])
  expect(outbox.state.text).toBe('  \n')
})
