import { Reaction, type Millis, type Reactions } from '../../../protocol/types.ts'

/** How often this page sends, and how many reactions at once: ten in a second at most. [REACT-3] */
const EVERY: Millis = 500
const TOGETHER = 5

type Needs = {
  /** Sends them; false if they were not accepted. */
  send(reactions: Reactions): Promise<boolean>
  now(): Millis
  after(wait: Millis, run: () => void): () => void
}

/**
 * The reactions of a room as this page shows them: one's own at once, collected on their way to the server; and everybody's as they arrive,
 * less one's own, which are shown already [REACT-6]. Ends with `close`.
 */
export class OwnReactions {
  readonly #needs: Needs
  readonly #watching = new Set<(reactions: Reactions) => void>()
  #unsent: Reactions = {}
  /** One's own, shown here and not yet counted in what arrives. */
  #away: Reactions = {}
  #sentAt = -Infinity
  #callOff: (() => void) | null = null

  constructor(needs: Needs) {
    this.#needs = needs
  }

  /** Shows one, and sends it soon. What comes faster than the limit is dropped. */
  react(reaction: Reaction): void {
    if (sumOf(this.#unsent) >= TOGETHER) return
    this.#unsent = sum(this.#unsent, { [reaction]: 1 })
    this.#show({ [reaction]: 1 })
    const wait = this.#sentAt + EVERY - this.#needs.now()
    if (wait <= 0) this.#send()
    else this.#callOff ??= this.#needs.after(wait, () => this.#send())
  }

  /** The counts that arrive for the whole room. */
  receive(told: Reactions): void {
    const mine = least(told, this.#away)
    this.#away = difference(this.#away, mine)
    const others = difference(told, mine)
    if (sumOf(others) > 0) this.#show(others)
  }

  /** After a lost connection one's own are not counted in what arrives any more. */
  forget(): void {
    this.#away = {}
  }

  /** Calls back with the reactions to show, until the returned function is called. */
  watch(show: (reactions: Reactions) => void): () => void {
    this.#watching.add(show)
    return () => {
      this.#watching.delete(show)
    }
  }

  close(): void {
    this.#callOff?.()
    this.#watching.clear()
  }

  #send(): void {
    this.#callOff = null
    this.#sentAt = this.#needs.now()
    const sent = this.#unsent
    this.#unsent = {}
    this.#away = sum(this.#away, sent)
    void this.#hand(sent)
  }

  async #hand(sent: Reactions): Promise<void> {
    if (!(await this.#needs.send(sent))) this.#away = difference(this.#away, sent)
  }

  #show(reactions: Reactions): void {
    for (const show of this.#watching) show(reactions)
  }
}

/** The total number. */
export function sumOf(reactions: Reactions): number {
  return Reaction.options.reduce((all, each) => all + (reactions[each] ?? 0), 0)
}

const sum = (one: Reactions, other: Reactions) => combined(one, other, (a, b) => a + b)
const difference = (one: Reactions, other: Reactions) => combined(one, other, (a, b) => a - b)
const least = (one: Reactions, other: Reactions) => combined(one, other, Math.min)

function combined(one: Reactions, other: Reactions, of: (a: number, b: number) => number): Reactions {
  const counts = Reaction.options.map((each) => [each, of(one[each] ?? 0, other[each] ?? 0)] as const)
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}
