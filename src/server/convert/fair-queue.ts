/** One thing at a time, and the rooms in turn: a room with many files waits for itself, not others for it. [CONVERT-2] */
export class FairQueue {
  // In the order in which they are served; a room that was served goes to the end.
  readonly #rooms = new Map<string, (() => void)[]>()
  #isBusy = false

  /** Runs `work` when it is the room's turn. */
  async run<T>(room: string, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((begin) => {
      this.#rooms.set(room, [...(this.#rooms.get(room) ?? []), begin])
      this.#next()
    })
    try {
      return await work()
    } finally {
      this.#isBusy = false
      this.#next()
    }
  }

  #next(): void {
    if (this.#isBusy) return
    for (const [room, [begin, ...others]] of this.#rooms) {
      this.#rooms.delete(room)
      if (others.length > 0) this.#rooms.set(room, others)
      this.#isBusy = true
      begin?.()
      return
    }
  }
}
