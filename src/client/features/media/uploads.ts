import { DetailedError, Upload } from 'tus-js-client'
import * as v from 'valibot'
import { Refused } from '../../../protocol/http.ts'
import { UPLOADS_MAX } from '../../../protocol/portal/content.ts'
import type { Refusal } from '../../../protocol/refusals.ts'
import type { RoomId } from '../../../protocol/types.ts'

/** A file on its way: `sent` of its `bytes`. `why`: a refusal, or null where the server could not be reached. */
export type Sending = {
  key: number
  name: string
  bytes: number
  sent: number
  state: 'waiting' | 'sending' | 'done' | 'failed'
  why: Refusal | null
}

// A request ends after twenty seconds, and a slow line sends as much in that time.
const PART_BYTES = 5_000_000
const RETRIES_MS = [0, 1_000, 3_000, 10_000, 30_000]
const Answered = v.pipe(v.string(), v.parseJson(), Refused)

type Going = { sending: Sending; upload: Upload; stopped: boolean }

/**
 * The files that this page sends to a room: some at once, the others in line. They go on while their window is closed; one that was cut off
 * goes on from what has come, also after the page was loaded again and the same file is chosen. [CONTENT-2]
 */
export class RoomUploads {
  readonly #room: RoomId
  readonly #going = new Map<number, Going>()
  readonly #listeners = new Set<() => void>()
  #all: readonly Sending[] = []
  #next = 1

  constructor(room: RoomId) {
    this.#room = room
  }

  /** What is on its way, and what ended since the list was cleared; the same object while nothing changes. */
  get all(): readonly Sending[] {
    return this.#all
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Sends files when it is their turn. */
  add(files: Iterable<File>): void {
    for (const file of files) {
      const key = this.#next++
      const sending: Sending = { key, name: file.name, bytes: file.size, sent: 0, state: 'waiting', why: null }
      this.#going.set(key, { sending, upload: this.#uploadOf(file, key), stopped: false })
    }
    this.#begin()
  }

  /** Ends one; nothing of it is kept. What has ended leaves the list. */
  cancel(key: number): void {
    const going = this.#going.get(key)
    if (!going) return
    going.stopped = true
    this.#going.delete(key)
    if (going.sending.state === 'sending') void going.upload.abort(true).catch(() => {})
    this.#begin()
  }

  cancelAll(): void {
    for (const [key, { sending }] of this.#going) if (sending.state !== 'done') this.cancel(key)
  }

  /** Takes from the list what has come. */
  clearDone(): void {
    for (const [key, { sending }] of this.#going) if (sending.state === 'done') this.#going.delete(key)
    this.#changed()
  }

  #uploadOf(file: File, key: number): Upload {
    return new Upload(file, {
      endpoint: `/api/rooms/${this.#room}/uploads`,
      chunkSize: PART_BYTES,
      retryDelays: RETRIES_MS,
      removeFingerprintOnSuccess: true,
      metadata: { filename: file.name },
      // What the server refuses it refuses again.
      onShouldRetry: (fault) => refusalIn(fault) === null,
      onProgress: (sent) => this.#set(key, { sent }),
      onSuccess: () => this.#set(key, { state: 'done', sent: file.size }),
      onError: (fault) =>
        this.#set(key, { state: 'failed', why: fault instanceof DetailedError ? refusalIn(fault) : null }),
    })
  }

  #begin(): void {
    const sending = [...this.#going.values()].filter(({ sending: { state } }) => state === 'sending').length
    const waiting = [...this.#going.values()].filter(({ sending: { state } }) => state === 'waiting')
    for (const going of waiting.slice(0, Math.max(0, UPLOADS_MAX - sending))) {
      going.sending = { ...going.sending, state: 'sending' }
      void this.#start(going)
    }
    this.#changed()
  }

  async #start(going: Going): Promise<void> {
    const [before] = await going.upload.findPreviousUploads().catch(() => [])
    if (going.stopped) return
    if (before) going.upload.resumeFromPreviousUpload(before)
    going.upload.start()
  }

  #set(key: number, what: Partial<Sending>): void {
    const going = this.#going.get(key)
    if (!going) return
    going.sending = { ...going.sending, ...what }
    if (what.state) this.#begin()
    else this.#changed()
  }

  #changed(): void {
    this.#all = [...this.#going.values()].map(({ sending }) => sending)
    for (const listener of this.#listeners) listener()
  }
}

const rooms = new Map<RoomId, RoomUploads>()

/** The uploads of this page to a room; they outlive the window that shows them. */
export function uploadsOf(room: RoomId): RoomUploads {
  const uploads = rooms.get(room) ?? new RoomUploads(room)
  rooms.set(room, uploads)
  return uploads
}

/** Why the server refused a request; null where it did not, or was not reached. */
function refusalIn(fault: Error | DetailedError): Refusal | null {
  if (!(fault instanceof DetailedError)) return null
  const read = v.safeParse(Answered, fault.originalResponse?.getBody() ?? '')
  return read.success ? read.output.refusal : null
}
