import type { Event } from '../../src/protocol/events.ts'
import type { Store } from '../../src/server/store/store.ts'

const AT_ONCE = 1_000

/** Writes the log of a session that is asleep: as many messages as if they had been written there. Rejects where it was not asleep. */
export async function fillChat(store: Store, session: string, many: number): Promise<void> {
  const from = (await store.loadFrom(session, 0)).next
  const person = 'writer'.padEnd(22, '_')
  const words = { name: 'Noor Rahimi', role: 'participant', chatModerator: false, to: null, toName: '' } as const
  for (let seq = 0; seq < many; seq += AT_ONCE) {
    const events = Array.from({ length: Math.min(AT_ONCE, many - seq) }, (_, n): Event => {
      const text = `Message ${seq + n + 1}: will the reading room keep its evening hours?`
      return { type: 'messageWritten', at: Date.now(), person, ...words, n: seq + n + 1, text, quote: null, key: null }
    })
    const stored = await store.append(session, from + seq, events)
    if (stored !== 'stored') throw new Error(stored)
  }
}
