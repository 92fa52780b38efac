import type { Millis } from '../../../protocol/types.ts'

/** Runs one task at a time. While one runs, only the newest of those asked for is kept; it runs next, at least `pause` ms after the one before. */
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
