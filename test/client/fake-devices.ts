import { vi } from 'vitest'

/** A device of the machine below; `id` is what its settings say. */
class HandTrack extends EventTarget {
  enabled = true
  muted = false
  stopped = false
  readonly id: string
  readonly kind: string
  readonly label: string
  constructor(kind: string, id: string, label = '') {
    super()
    this.kind = kind
    this.id = id
    this.label = label
  }
  // A phone's cameras say where they look.
  getSettings = () => ({ deviceId: this.id, facingMode: /(?:user|environment)$/.exec(this.label)?.[0] })
  clone = () => new HandTrack(this.kind, this.id, this.label)
  stop() {
    this.stopped = true
  }
}

type Wish = { deviceId?: { exact?: string; ideal?: string }; facingMode?: string | { exact: string } }
type Plugged = { kind: string; deviceId: string; label: string; groupId: string }

const KINDS: Record<string, string> = { c: 'videoinput', m: 'audioinput', s: 'audiooutput' }
/** A device by its id: the first letter is its kind, and its name follows a colon, where it is not the id. */
const device = (word: string): Plugged => {
  const [deviceId = '', label = deviceId] = word.split(':')
  return { kind: KINDS[word[0] ?? ''] ?? '', deviceId, label, groupId: label.split(' ')[0] ?? '' }
}

/**
 * A machine whose devices are plugged by hand. Like Chromium it takes an ideal device for nothing, and says that an exact one is
 * gone. `fails`: what the browser answers when a kind is asked for; `permissions`: what it says without being asked.
 */
export class HandMachine extends EventTarget {
  plugged: Plugged[] = []
  fails: Partial<Record<'audio' | 'video', DOMException>> = {}
  permissions: Record<string, string> = { microphone: 'granted', camera: 'granted' }
  /** What the page keeps. */
  readonly kept = new Map<string, string>()
  opened: HandTrack[] = []
  asked: { audio?: Wish; video?: Wish }[] = []

  plug(...words: string[]) {
    this.plugged = words.map(device)
    this.dispatchEvent(new Event('devicechange'))
  }
  enumerateDevices = async () => this.plugged
  getUserMedia = async (wish: { audio?: Wish; video?: Wish }) => {
    this.asked.push(wish)
    await Promise.resolve()
    const tracks = (['audio', 'video'] as const).flatMap((kind) => {
      const asked = wish[kind]
      if (!asked) return []
      const fault = this.fails[kind]
      if (fault) throw fault
      const all = this.plugged.filter((each) => each.kind === `${kind}input`)
      const exact = asked.deviceId?.exact
      const side = typeof asked.facingMode === 'object' ? asked.facingMode.exact : undefined
      const given = all.find(
        ({ deviceId, label }) => (exact ?? deviceId) === deviceId && (side === undefined || label.endsWith(side)),
      )
      if (!given) throw new DOMException('', (exact ?? side) === undefined ? 'NotFoundError' : 'OverconstrainedError')
      return [new HandTrack(kind, given.deviceId, given.label)]
    })
    this.opened.push(...tracks)
    return { getTracks: () => tracks }
  }
  /** What was asked for, each time: kinds and exact devices. */
  questions = () =>
    this.asked.map((wish) =>
      Object.entries(wish)
        .map(([kind, { deviceId }]) => [kind, deviceId?.exact].filter(Boolean).join(' '))
        .join(' + '),
    )
  /** Opened and not stopped: the lights that are on. */
  lights = () => this.opened.filter(({ stopped }) => !stopped).map(({ id }) => id)
  /** Makes it the machine on which the page runs, until the globals are given back. */
  install(): void {
    const nothing = () => {}
    const query = async ({ name }: { name: string }) => ({ state: this.permissions[name] })
    const globals = {
      isSecureContext: true,
      document: {},
      navigator: { mediaDevices: this, permissions: { query } },
      HTMLMediaElement: { prototype: { setSinkId: nothing } },
      MediaStream: EventTarget,
      AudioContext: HandContext,
      AnalyserNode: HandAnalyser,
      localStorage: {
        getItem: (key: string) => this.kept.get(key) ?? null,
        setItem: (key: string, value: string) => this.kept.set(key, value),
      },
    }
    for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value)
  }
}

class HandContext extends EventTarget {
  state = 'running'
  createMediaStreamSource = () => ({ connect() {} })
  close = async () => {}
}

class HandAnalyser {
  fftSize = 4
  getFloatTimeDomainData = (samples: Float32Array) => samples.fill(0.1)
}
