import type { Millis } from '../../../protocol/types.ts'
import { nameOf } from '../devices/device-fault.ts'

/** An element that pauses again within this time was not paused by chance. */
const AT_ONCE: Millis = 1_000
const AGAIN_AFTER: Millis = 5_000

// With any of these the browser may allow what it blocked before.
const CHANCES = ['pointerup', 'click', 'keydown', 'visibilitychange'] as const

/**
 * Keeps media elements playing. What the system pauses (a headset, a media key, an incoming call, a phone that saves power) is played
 * again, and what the browser blocks plays with the next press of anything. [PLAY-1] Ends with `close`.
 */
export class Playback {
  readonly #changed: () => void
  /** The elements that are followed, and when each was last started. */
  readonly #begun = new Map<HTMLMediaElement, Millis>()
  readonly #held = new Set<HTMLMediaElement>()
  readonly #timer = setInterval(() => this.start(), AGAIN_AFTER)

  /** `changed` is called when more or fewer are blocked. */
  constructor(changed: () => void) {
    this.#changed = changed
    for (const chance of CHANCES) document.addEventListener(chance, this.#chance, true)
  }

  /** The elements that should play and are blocked by the browser or the system. */
  get held(): ReadonlySet<HTMLMediaElement> {
    return this.#held
  }

  /** Keeps an element playing until the returned function is called. */
  follow(element: HTMLMediaElement): () => void {
    const stopped = () => this.#stopped(element)
    const ready = () => this.#begin(element)
    const going = () => this.#let(element)
    this.#begun.set(element, -AT_ONCE)
    element.addEventListener('pause', stopped)
    element.addEventListener('canplay', ready)
    for (const event of ['playing', 'emptied']) element.addEventListener(event, going)
    this.#begin(element)
    return () => {
      element.removeEventListener('pause', stopped)
      element.removeEventListener('canplay', ready)
      for (const event of ['playing', 'emptied']) element.removeEventListener(event, going)
      this.#begun.delete(element)
      this.#let(element)
    }
  }

  /** Plays what is blocked; called by a press. */
  start(): void {
    for (const element of this.#held) this.#begin(element)
  }

  close(): void {
    clearInterval(this.#timer)
    for (const chance of CHANCES) document.removeEventListener(chance, this.#chance, true)
  }

  readonly #chance = () => this.start()

  #stopped(element: HTMLMediaElement): void {
    const begun = this.#begun.get(element) ?? 0
    if (performance.now() - begun < AT_ONCE) this.#hold(element)
    else this.#begin(element)
  }

  #begin(element: HTMLMediaElement): void {
    if (!isGiven(element)) return this.#let(element)
    if (!element.paused) return undefined
    this.#begun.set(element, performance.now())
    element.play().catch((fault: unknown) => {
      // Another press or another stream came between, and will report its own result.
      if (nameOf(fault) !== 'AbortError') this.#hold(element)
    })
    return undefined
  }

  #hold(element: HTMLMediaElement): void {
    if (!this.#begun.has(element) || !element.paused || !isGiven(element) || this.#held.has(element)) return
    this.#held.add(element)
    this.#changed()
  }

  #let(element: HTMLMediaElement): void {
    if (this.#held.delete(element)) this.#changed()
  }
}

/** Whether there is anything to play: a stream with a live track. */
function isGiven({ srcObject }: HTMLMediaElement): boolean {
  return srcObject instanceof MediaStream && srcObject.active
}
