import { setTimeout as wait } from 'node:timers/promises'
import type { Millis } from '../../protocol/types.ts'
import { Bot, type Entrance } from './bot.ts'

// As people come when a link was sent: some each second, and not all at once.
const BETWEEN_BOTS: Millis = 50
const AT_ONCE = 4

/**
 * Brings so many bots into a room, and lets them do what viewers do. Resolves when all are gone again; rejects where the first is not
 * let in. `raised` is told how long each hand took.
 */
export async function bringCrowd(entrance: Entrance, many: number, raised: (took: Millis) => void): Promise<void> {
  const [first, ...rest] = Array.from({ length: many }, (_, n) => n + 1)
  if (first === undefined) return
  const runs = [(await Bot.join(entrance, first, raised)).run()]
  const numbers = rest.values()
  const bringIn = async () => {
    for (const n of numbers) {
      await wait(BETWEEN_BOTS * AT_ONCE)
      const bot = await Bot.join(entrance, n, raised).catch(() => null)
      // The rehearsal is over, or the server takes nobody more.
      if (!bot) return
      runs.push(bot.run())
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, bringIn))
  await Promise.all(runs)
}
