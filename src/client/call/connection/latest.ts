import type { Millis } from '../../../protocol/types.ts'

/**
 * Does one thing at a time: while one is under way, only the newest of those wanted meanwhile is kept, and done next, `pause`
 * after the one before at the earliest.
 */
export function newest<T>(does: (wish: T) => Promise<void>, pause: Millis): (wish: T) => void {
  let isBusy = false
  let next: { wish: T } | null = null
  const run = async () => {
    while (next) {
      const { wish } = next
      next = null
      await does(wish)
      await new Promise((rested) => setTimeout(rested, pause))
    }
    isBusy = false
  }
  return (wish) => {
    next = { wish }
    if (isBusy) return
    isBusy = true
    void run()
  }
}
