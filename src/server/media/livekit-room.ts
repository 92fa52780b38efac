import { ServerError, TrackSource, TrackType, type ParticipantInfo, type RoomServiceClient } from 'livekit-server-sdk'
import { isDeepStrictEqual } from 'node:util'
import type PQueue from 'p-queue'
import type { Logger } from 'pino'
import type { PersonId, SessionId, TrackKind } from '../../protocol/types.ts'
import type { Grant } from '../../rules/stage/grants.ts'
import { permissionOf } from './livekit-tokens.ts'
import type { MediaReports } from './media.ts'
import { Reconciler, URGENT } from './reconciler.ts'

// A room that nobody is in must not vanish in the engine while our session still runs. Seconds.
const NEVER_S = 30 * 24 * 3600

/**
 * What a room of LiveKit needs. `service` and `reports` are asked for at each use: either may be another by then. `queue` is that of
 * the whole engine.
 */
export type LiveKitRoomNeeds = {
  service: () => RoomServiceClient
  reports: () => MediaReports
  queue: PQueue
  log: Logger
}

/** `entersWith`: what the token says with which they enter. */
type Somebody = {
  reconciler: Reconciler
  mustGo: boolean
  mayPublish: boolean
  sid: string
  entersWith: Grant | null
}

/** One session's room in LiveKit, and everybody in it, kept as the session wants them. */
export class LiveKitRoom {
  readonly #session: SessionId
  readonly #needs: LiveKitRoomNeeds
  readonly #log: Logger
  readonly #room: Reconciler
  readonly #people = new Map<PersonId, Somebody>()
  readonly #bySid = new Map<string, PersonId>()
  #isWanted = true
  /** Who is in the engine is to be asked: it has begun anew, or was away. */
  #isUnseen = false
  readonly #gone: () => void

  /** `gone` is called once the engine has confirmed that a closed room is no more. */
  constructor(session: SessionId, needs: LiveKitRoomNeeds, gone: () => void) {
    this.#session = session
    this.#needs = needs
    this.#log = needs.log.child({ session })
    this.#gone = gone
    const step = async () => await this.#seeToRoom()
    this.#room = new Reconciler({ step, queue: needs.queue, priority: () => URGENT, log: this.#log })
  }

  /** Wants the room to be there, or to be gone. */
  want(isWanted: boolean): void {
    this.#isWanted = isWanted
    if (!isWanted) for (const person of this.#people.keys()) this.#forget(person)
    void this.#room.again()
  }

  /** Resolves when the room was last tried to be made, or to be ended. */
  async tried(): Promise<void> {
    await this.#room.tried()
  }

  /**
   * Looks at the room and at all who are in it again: the engine has begun anew, or was away. Whoever is not there needs nothing
   * until they come. Resolves when it was tried.
   */
  async again(): Promise<void> {
    this.#isUnseen = true
    await this.#room.again()
  }

  /** Somebody is about to come with such a token: what they are granted is kept from now on. */
  expect(person: PersonId, grant: Grant): void {
    if (this.#isWanted) this.#somebody(person).entersWith = grant
  }

  /** The engine has let somebody in: looks at them, unless they came with what is wanted now too. */
  arrived(person: PersonId): void {
    const wanted = this.#wanted(person)
    if (wanted === null || !isDeepStrictEqual(wanted, this.#people.get(person)?.entersWith)) this.#look(person)
  }

  /** Looks again at one person, where they may be there: of ten thousand who come and go the engine need not be asked. */
  converge(person: PersonId): void {
    void this.#people.get(person)?.reconciler.again()
  }

  /** Takes out the connection that a person has now. */
  cut(person: PersonId): void {
    const somebody = this.#people.get(person)
    if (!somebody) return
    somebody.mustGo = true
    this.converge(person)
  }

  /** Somebody is in the engine, as it says: looks at them where that is not what is wanted. */
  found(there: ParticipantInfo): void {
    const wanted = this.#wanted(there.identity)
    const isAsWanted = wanted !== null && hasPermission(there, wanted) && wanted.publish.length === 0
    if (!isAsWanted) this.#look(there.identity)
  }

  /** Looks at those who may send something: what the engine would have told may be lost. */
  lookAtPublishers(): void {
    for (const [person, { mayPublish }] of this.#people) if (mayPublish) this.converge(person)
  }

  /** Looks at all who are in the engine: nobody whom we do not know stays there, whoever let them in. */
  async lookAtAll(): Promise<void> {
    if (!this.#isWanted) return
    const all = await missing(this.#needs.service().listParticipants(this.#session))
    for (const there of all ?? []) this.found(there)
  }

  /** Looks at one person, whoever they are. */
  #look(person: PersonId): void {
    if (!this.#isWanted) return
    this.#somebody(person)
    this.converge(person)
  }

  speaker(sid: string): PersonId | null {
    return this.#bySid.get(sid) ?? null
  }

  close(): void {
    this.#room.close()
    for (const { reconciler } of this.#people.values()) reconciler.close()
  }

  #wanted(person: PersonId): Grant | null {
    return this.#needs.reports().wanted(this.#session, person)
  }

  async #seeToRoom(): Promise<void> {
    const service = this.#needs.service()
    if (this.#isWanted) {
      await service.createRoom({ name: this.#session, emptyTimeout: NEVER_S, departureTimeout: NEVER_S })
      if (this.#isUnseen) await this.lookAtAll()
      this.#isUnseen = false
      return
    }
    await missing(service.deleteRoom(this.#session))
    if (!this.#isWanted) this.#gone()
  }

  #somebody(person: PersonId): Somebody {
    const known = this.#people.get(person)
    if (known) return known
    const step = async () => await this.#seeTo(person)
    const priority = () => (somebody.mustGo || this.#wanted(person) === null ? URGENT : 0)
    const reconciler = new Reconciler({ step, queue: this.#needs.queue, priority, log: this.#log })
    const somebody: Somebody = { reconciler, mustGo: false, mayPublish: false, sid: '', entersWith: null }
    this.#people.set(person, somebody)
    return somebody
  }

  #forget(person: PersonId): void {
    const somebody = this.#people.get(person)
    somebody?.reconciler.close()
    this.#bySid.delete(somebody?.sid ?? '')
    this.#people.delete(person)
  }

  /** Makes the engine agree with what is wanted of a person now; what it finds published is reported, and muted where it must be silent. */
  async #seeTo(person: PersonId): Promise<void> {
    const service = this.#needs.service()
    const somebody = this.#somebody(person)
    if (somebody.mustGo || this.#wanted(person) === null) {
      await missing(service.removeParticipant(this.#session, person))
      somebody.mustGo = false
    }
    const grant = this.#wanted(person)
    if (grant === null) return this.#forget(person)
    somebody.mayPublish = grant.publish.length > 0
    const there = await missing(service.updateParticipant(this.#session, person, { permission: permissionOf(grant) }))
    this.#name(person, somebody, there?.sid ?? '')
    for (const { sid, source, kind, muted } of tracksOf(there)) {
      if (grant.silenced.some((silent) => silent === source) && !muted)
        await missing(service.mutePublishedTrack(this.#session, person, sid, true))
      this.#needs.reports().systemEvent(this.#session, { type: 'trackPublished', person, source, kind })
    }
  }

  #name(person: PersonId, somebody: Somebody, sid: string): void {
    if (somebody.sid !== sid) this.#bySid.delete(somebody.sid)
    somebody.sid = sid
    if (sid !== '') this.#bySid.set(sid, person)
  }
}

/** What the engine does not have (a person who is not connected, a room that is gone) is no fault. */
async function missing<T>(asked: Promise<T>): Promise<T | null> {
  return await asked.catch((fault: unknown) => {
    if (fault instanceof ServerError && fault.status === 404) return null
    throw fault
  })
}

function hasPermission({ permission }: ParticipantInfo, wanted: Grant): boolean {
  const { canSubscribe, canPublish, hidden } = permissionOf(wanted)
  return (
    permission?.canSubscribe === canSubscribe && permission?.canPublish === canPublish && permission?.hidden === hidden
  )
}

type Published = { sid: string; source: string; kind: TrackKind; muted: boolean }

/** What somebody publishes, in our words: the sources as LiveKit names them, in small letters. */
function tracksOf(there: ParticipantInfo | null): Published[] {
  return (there?.tracks ?? []).map(({ sid, source, type, muted }) => ({
    sid,
    muted,
    source: (TrackSource[source] ?? 'UNKNOWN').toLowerCase(),
    kind: type === TrackType.AUDIO ? 'audio' : 'video',
  }))
}
