/** Does one thing at a time: while one is under way, only the newest of those wanted meanwhile is kept, and done next. */
export function newest<T>(does: (wish: T) => Promise<void>): (wish: T) => void {
  let isBusy = false
  let next: { wish: T } | null = null
  const run = async () => {
    while (next) {
      const { wish } = next
      next = null
      await does(wish)
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
