import { DetailedError, Upload } from 'tus-js-client'
import * as v from 'valibot'
import { Refused } from '../../../protocol/http.ts'
import { UPLOADS_MAX } from '../../../protocol/portal/content.ts'
import type { Refusal } from '../../../protocol/refusals.ts'
import type { RoomId } from '../../../protocol/types.ts'
import { filesSent } from '../../state/files-sent.ts'

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
/** What the server refuses for a moment; anything else it refuses again. */
const PASSING: readonly (Refusal | null)[] = [
  null,
  'uploads-many',
  'too-fast',
  'room-moved',
  'store-down',
  'server-fault',
]
const Answered = v.pipe(v.string(), v.parseJson(), Refused)

type Going = { sending: Sending; file: File; upload: Upload }

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
  // The server counts one until it is told of its end.
  #ending = 0

  constructor(room: RoomId) {
    this.#room = room
    addEventListener('online', () => this.#retryCut())
    addEventListener('beforeunload', (event) => this.isSending && event.preventDefault())
  }

  /** What is on its way, and what ended since the list was cleared; the same object while nothing changes. */
  get all(): readonly Sending[] {
    return this.#all
  }

  get isSending(): boolean {
    return this.#all.some(({ state }) => state === 'sending' || state === 'waiting')
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Sends files when it is their turn; one that is on its way already goes on. */
  add(files: Iterable<File>): void {
    for (const file of files) {
      if ([...this.#going.values()].some((going) => isOnWay(going) && isSame(going.file, file))) continue
      const key = this.#next++
      const sending: Sending = { key, name: file.name, bytes: file.size, sent: 0, state: 'waiting', why: null }
      this.#going.set(key, { sending, file, upload: this.#uploadOf(file, key) })
      filesSent.begin()
    }
    this.#begin()
  }

  /** Goes on with one that has failed, from what has come of it. */
  retry(key: number): void {
    const going = this.#going.get(key)
    if (going?.sending.state !== 'failed') return
    going.upload = this.#uploadOf(going.file, key)
    this.#set(key, { state: 'waiting', why: null })
  }

  /** Ends one; nothing of it is kept. What has ended leaves the list. */
  cancel(key: number): void {
    const going = this.#going.get(key)
    if (!going) return
    this.#going.delete(key)
    if (going.sending.state === 'done' || going.sending.state === 'waiting') return this.#begin()
    this.#ending += 1
    const end = async () => {
      await going.upload.abort(true).catch(() => {})
      this.#ending -= 1
      this.#begin()
    }
    this.#changed()
    return void end()
  }

  /** Ends all that are on their way; of what has failed it still says why. */
  cancelAll(): void {
    for (const [key, going] of this.#going) if (isOnWay(going)) this.cancel(key)
  }

  /** Takes from the list what has come. */
  clearDone(): void {
    for (const [key, { sending }] of this.#going) if (sending.state === 'done') this.#going.delete(key)
    this.#changed()
  }

  /** Takes from the list what is not on its way. */
  clear(): void {
    for (const [key, going] of this.#going) if (!isOnWay(going)) this.cancel(key)
  }

  #uploadOf(file: File, key: number): Upload {
    return new Upload(file, {
      endpoint: `/api/rooms/${this.#room}/uploads`,
      chunkSize: PART_BYTES,
      retryDelays: RETRIES_MS,
      removeFingerprintOnSuccess: true,
      metadata: { filename: file.name },
      onShouldRetry: (fault) => PASSING.includes(refusalIn(fault)),
      onProgress: (sent) => this.#set(key, { sent }),
      onSuccess: () => this.#set(key, { state: 'done', sent: file.size }),
      onError: (fault) =>
        this.#set(key, { state: 'failed', why: fault instanceof DetailedError ? refusalIn(fault) : null }),
    })
  }

  #begin(): void {
    const all = [...this.#going.values()]
    const sending = all.filter(({ sending: { state } }) => state === 'sending').length
    const waiting = all.filter(({ sending: { state } }) => state === 'waiting')
    for (const going of waiting.slice(0, Math.max(0, UPLOADS_MAX - sending - this.#ending))) {
      going.sending = { ...going.sending, state: 'sending' }
      void this.#start(going)
    }
    this.#changed()
  }

  async #start(going: Going): Promise<void> {
    const { upload, sending } = going
    const [before] = await upload.findPreviousUploads().catch(() => [])
    if (this.#going.get(sending.key) !== going) return
    if (before) upload.resumeFromPreviousUpload(before)
    upload.start()
  }

  /** What the connection cut off goes on by itself once there is one again. */
  #retryCut(): void {
    for (const [key, { sending }] of this.#going)
      if (sending.state === 'failed' && sending.why === null) this.retry(key)
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

const isOnWay = ({ sending: { state } }: Going) => state === 'sending' || state === 'waiting'

const isSame = (one: File, other: File) =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified

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
