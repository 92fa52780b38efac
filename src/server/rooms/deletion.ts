import type { Refusal } from '../../protocol/refusals.ts'

/** Sees to it that a room is deleted once, whoever asks for it and however often. [KEEP-5] */
export class Deletion {
  /** Resolves to whether the room is deleted; null while nobody has asked for it. */
  #deleting: Promise<boolean> | null = null
  readonly #before: () => Promise<() => Promise<void>>

  /** `before`: looks at the room while it is there; what it resolves to is done once it is deleted. */
  constructor(before: () => Promise<() => Promise<void>>) {
    this.#before = before
  }

  /** Whether the room is deleted, once nothing is under way. */
  async isDone(): Promise<boolean> {
    return (await this.#deleting) ?? false
  }

  /** Deletes the room by `deleteNow`, which resolves to null, or to why not. Who is second is told that there is none. */
  async run(deleteNow: () => Promise<Refusal | null>): Promise<Refusal | null> {
    while (this.#deleting) if (await this.#deleting) return 'room-unknown'
    const deleting = this.#delete(deleteNow)
    const isGone = deleting.then(
      (refusal) => refusal === null,
      () => false,
    )
    this.#deleting = isGone
    if (!(await isGone)) this.#deleting = null
    return await deleting
  }

  async #delete(deleteNow: () => Promise<Refusal | null>): Promise<Refusal | null> {
    const after = await this.#before()
    const refusal = await deleteNow()
    if (refusal === null) await after()
    return refusal
  }
}
