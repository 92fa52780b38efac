import type { Event } from '../../../protocol/events.ts'
import type { Slowness } from '../../../protocol/messages.ts'
import type { Millis, PersonId } from '../../../protocol/types.ts'
import { stageOf } from '../../../rules/session/session.ts'
import type { Call } from '../call-state.ts'

/** Something that happened between messages; `n` counts them. `name`: who came or went, or who changed the chat. */
export type SystemEntry = { n: number } & Happened

type Happened = { at: Millis; name: string } & (
  | { kind: 'came-on' | 'left-stage' | 'paused' | 'opened' | 'cleared' }
  | { kind: 'slow'; seconds: Slowness }
)

/** A line in the chat, which names several people who did the same; `n` is the first one's. */
export type SystemLine = { n: number; at: Millis; names: string[] } & (
  | { kind: 'came-on' | 'left-stage' | 'paused' | 'opened' | 'cleared' }
  | { kind: 'slow'; seconds: Slowness }
)

// A window of messages is not much longer.
const ASIDES_MAX = 200

/**
 * What happens on stage and to the chat as a whole, shown as lines between the messages. Begins with the people on stage when it is first
 * used, and lives as long as the call. These lines are never unread, and never announced. [CHAT-20]
 */
class SystemMessages {
  readonly #call: Call
  readonly #listeners = new Set<() => void>()
  /** The names of the people on stage, because a person who leaves the room is forgotten by the session. */
  #onStage = new Map<PersonId, string>()
  #session = ''
  #all: readonly SystemEntry[] = []
  #next = 1

  constructor(call: Call) {
    this.#call = call
    call.follow({ onEvent: (event) => this.#onEvent(event), onReset: () => this.#reset() })
    this.#reset()
  }

  get all(): readonly SystemEntry[] {
    return this.#all
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Everything known before is void. People who came on stage meanwhile get a line with the time that is known; people who went get none. */
  #reset(): void {
    const { session } = this.#call.state
    const known = session.id === this.#session ? this.#all : []
    this.#session = session.id
    const up = stageOf(session)
    this.#onStage = new Map(up.map(({ id, name }) => [id, name]))
    const isKnown = (at: Millis, name: string) =>
      known.some((each) => each.kind === 'came-on' && each.at === at && each.name === name)
    const came = up.flatMap(({ name, onStageSince: at }) =>
      at === null || isKnown(at, name) ? [] : [this.#numbered({ kind: 'came-on', at, name })],
    )
    this.#add([...known, ...came].toSorted((one, other) => one.at - other.at))
  }

  #onEvent(event: Event): void {
    const aside = this.#asideOf(event)
    if (aside) this.#add([...this.#all, this.#numbered(aside)])
  }

  #numbered(happened: Happened): SystemEntry {
    return { ...happened, n: this.#next++ }
  }

  #asideOf(event: Event): Happened | null {
    const { people } = this.#call.state.session
    const { at } = event
    const by = 'by' in event && event.by !== null ? (people.get(event.by)?.name ?? '') : ''
    switch (event.type) {
      case 'cameOnStage': {
        const name = people.get(event.person)?.name
        if (name === undefined) return null
        this.#onStage.set(event.person, name)
        return { kind: 'came-on', at, name }
      }
      case 'leftStage':
      case 'left':
      case 'removed': {
        const name = this.#onStage.get(event.person)
        this.#onStage.delete(event.person)
        return name === undefined ? null : { kind: 'left-stage', at, name }
      }
      case 'chatPaused':
        return { kind: event.on ? 'paused' : 'opened', at, name: by }
      case 'chatCleared':
        return { kind: 'cleared', at, name: by }
      case 'slowModeSet':
        return { kind: 'slow', at, name: by, seconds: event.seconds }
      default:
        return null
    }
  }

  #add(all: readonly SystemEntry[]): void {
    this.#all = all.slice(-ASIDES_MAX)
    for (const listener of this.#listeners) listener()
  }
}

const known = new WeakMap<Call, SystemMessages>()

/** The system messages of a call. */
export function systemMessagesOf(call: Call): SystemMessages {
  const systemMessages = known.get(call) ?? new SystemMessages(call)
  known.set(call, systemMessages)
  return systemMessages
}

/** The lines between two times. People who came or went one after another share a line. */
export function linesBetween(all: readonly SystemEntry[], after: Millis, before: Millis): SystemLine[] {
  const lines: SystemLine[] = []
  for (const { name, ...aside } of all) {
    if (aside.at < after || aside.at >= before) continue
    const last = lines.at(-1)
    const isMore = last?.kind === aside.kind && (aside.kind === 'came-on' || aside.kind === 'left-stage')
    if (isMore) last.names.push(name)
    else lines.push({ ...aside, names: [name] })
  }
  return lines
}
