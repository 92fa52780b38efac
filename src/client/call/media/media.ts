import type { RemoteTrackPublication, Room, Track } from 'livekit-client'
import { hasWebRtc, loadEngine } from './load-livekit.ts'
import type { PersonView } from '../../../protocol/views.ts'
import { SCREEN_SOURCES, type PersonId, type SessionId } from '../../../protocol/types.ts'
import { backstageOf, type Session } from '../../../rules/session/session.ts'
import { isHonest, screenOf } from '../../../rules/stage/grants.ts'
import { isLocked } from '../../../rules/moderation/is-locked.ts'
import { ReceiveQuality } from './receive-quality.ts'
import { rememberedDevices } from '../devices/device-memory.ts'
import { SOURCES } from '../devices/device-state.ts'
import type { MediaState, Quality } from '../call-state.ts'
import type { LinkVerdict } from './link.ts'
import type { OwnShare } from '../publish/screen-share.ts'
import { OwnConnection, qualityIn } from './own-connection.ts'
import { OwnTracks } from '../publish/published-tracks.ts'
import { RemoteVideo, SHARE } from './remote-video.ts'
import { firstReceiving, Thrift, type Receiving } from './receiving.ts'
import { RemoteAudio, type Heard } from './remote-audio.ts'

/** What the media report to their call. */
export type MediaEvents = {
  state(state: MediaState): void
  speaking(levels: ReadonlyMap<PersonId, number>): void
  soundBlocked(blocked: boolean): void
  quality(quality: ReadonlyMap<PersonId, Quality>): void
  connectionWeak(isWeak: boolean): void
}

/** What the media follow: the session, who one is in it, and oneself including switches pressed here; null when not inside. */
export type Followed = { session: Session; me: PersonId; mine: PersonView | null }

const FIRST_WAIT = 250
const LONGEST_WAIT = 5_000
// Resuming has no gap, so it is tried first.
const RESUME_WITHIN = 1_500

/** The connection to LiveKit, which follows the session. Ends with `close`. */
export class RoomMedia {
  readonly remoteVideo = new RemoteVideo(() => this.#sync())
  readonly own: OwnTracks
  readonly #remoteAudio: RemoteAudio
  readonly #freshTicket: () => Promise<string>
  readonly #events: MediaEvents
  #followed: Followed | null = null
  #room: Room | null = null
  #session: SessionId | null = null
  #attempt = 0
  #signalled = false
  #wait = FIRST_WAIT
  #listened: PersonId | null = null
  #share: OwnShare | null = null
  #receiving = firstReceiving()
  readonly #thrift = new Thrift()
  readonly #ownConnection: OwnConnection
  readonly #receiveQuality: ReceiveQuality
  // The quality of people backstage is measured here; for those on stage LiveKit reports it.
  #fromBackstage: ReadonlyMap<PersonId, Quality> = new Map()
  readonly #ofStage = new Map<PersonId, Quality>()

  constructor(own: OwnTracks, freshTicket: () => Promise<string>, events: MediaEvents) {
    this.own = own
    this.#freshTicket = freshTicket
    this.#events = events
    this.#ownConnection = new OwnConnection((isWeak) => events.connectionWeak(isWeak))
    this.#remoteAudio = new RemoteAudio(rememberedDevices().speaker?.id ?? '', (blocked) =>
      events.soundBlocked(blocked),
    )
    this.#receiveQuality = new ReceiveQuality((quality) => {
      this.#fromBackstage = quality
      this.#tellQuality()
    })
  }

  /**
   * Connects for a session, if it is not connected for it already; without a ticket it does not. Nothing is received before the session
   * allows it.
   */
  connect(session: SessionId, ticket: string): void {
    if (!hasWebRtc()) return this.#events.state('unsupported')
    // People read the prejoin page for a while: time enough to load the client.
    if (!ticket) loadEngine().catch(() => {})
    if (!ticket) return this.disconnect()
    if (this.#session === session) return this.#hurry()
    this.#session = session
    this.#wait = FIRST_WAIT
    this.#events.state('connecting')
    void this.#join(ticket)
  }

  /** The server reports that LiveKit has gone away. */
  away(): void {
    this.#signalled = false
    if (this.#session !== null) this.#events.state('away')
  }

  /** LiveKit is back: reconnects without waiting for a back-off. */
  rejoin(): void {
    if (this.#session === null) return
    this.#wait = FIRST_WAIT
    void this.#join(null)
  }

  /** Follows the session as it is now. */
  follow(followed: Followed): void {
    this.#followed = followed
    this.#sync()
  }

  /** [BACKSTAGE-1] Plays one person backstage, or none. */
  listen(person: PersonId | null): void {
    this.#listened = person
    this.#sync()
  }

  /** Shares a screen from now on, or none; a share before it ends. */
  share(share: OwnShare | null): void {
    this.#share?.close()
    this.#share = share
    if (this.#room?.state.toString() === 'connected') share?.attach(this.#room)
    this.#sync()
  }

  /** Sets what is received from now on. */
  receive(receiving: Receiving): void {
    this.#receiving = receiving
    this.#sync()
  }

  /** Whether this page shares a screen. */
  get isSharing(): boolean {
    return this.#share !== null
  }

  startSound(): void {
    this.#remoteAudio.start()
  }

  /** Judges the connection until the returned function is called. Its code is loaded by the first call. */
  watchLink(tell: (verdict: LinkVerdict) => void): () => void {
    const linked = () => ({ room: this.#room, signalled: this.#signalled })
    const watching = import('./link-watch.ts').then(
      ({ watchLink }) => watchLink(linked, tell),
      // Without that code there is no judgement, and the room goes on.
      () => () => {},
    )
    return () => void watching.then((stop) => stop())
  }

  chooseSpeaker(id: string): void {
    this.#remoteAudio.choose(id)
  }

  /** Leaves LiveKit, until the next `connect`. */
  disconnect(): void {
    if (this.#session === null) return
    this.#session = null
    this.#attempt += 1
    this.#drop()
    this.#events.state('closed')
  }

  close(): void {
    this.share(null)
    this.disconnect()
    this.#remoteAudio.close()
  }

  /** The server is back: a client that does not reconnect soon is replaced instead of waited for. */
  #hurry(): void {
    const attempt = this.#attempt
    setTimeout(() => {
      if (attempt === this.#attempt && this.#room?.state.toString() !== 'connected') this.rejoin()
    }, RESUME_WITHIN)
  }

  async #join(ticket: string | null): Promise<void> {
    const attempt = ++this.#attempt
    let answered = false
    this.#drop()
    try {
      const [{ Room: LiveKitRoom }, token] = await Promise.all([loadEngine(), ticket ?? this.#freshTicket()])
      if (attempt !== this.#attempt) return
      // Without a ticket there is no session any more; a welcome will announce the next one.
      if (!token) return this.disconnect()
      const room = new LiveKitRoom({
        adaptiveStream: true,
        dynacast: true,
        webAudioMix: false,
        stopLocalTrackOnUnpublish: false,
      })
      this.#room = room
      this.#listen(room, attempt)
      room.once('signalConnected', () => {
        answered = true
        this.#signalled = true
      })
      await room.connect(location.origin.replace(/^http/, 'ws'), token, { autoSubscribe: false })
      if (attempt !== this.#attempt) return
      this.#wait = FIRST_WAIT
      this.#events.state('connected')
      this.own.attach(room)
      this.#share?.attach(room)
      this.#ownConnection.follow(room)
      this.#sync()
    } catch {
      if (attempt === this.#attempt && !answered) this.#signalled = false
      this.#later(attempt)
    }
  }

  #later(attempt: number): void {
    if (attempt !== this.#attempt) return
    const next = ++this.#attempt
    this.#drop()
    this.#events.state('away')
    setTimeout(() => {
      if (next === this.#attempt) void this.#join(null)
    }, this.#wait)
    this.#wait = Math.min(LONGEST_WAIT, this.#wait * 2)
  }

  #drop(): void {
    const room = this.#room
    this.#room = null
    this.own.detach()
    this.#share?.detach()
    this.remoteVideo.clear()
    this.#remoteAudio.clear()
    this.#events.speaking(new Map())
    this.#ofStage.clear()
    this.#receiveQuality.follow(null, [])
    this.#ownConnection.follow(null)
    if (room) {
      room.removeAllListeners()
      room.disconnect(false).catch(() => {})
    }
  }

  #listen(room: Room, attempt: number): void {
    const sync = () => this.#sync()
    room
      .on('trackPublished', sync)
      .on('participantConnected', sync)
      .on('participantPermissionsChanged', sync)
      .on('trackSubscribed', (track, publication, { identity }) => {
        this.#received(track, identity)
        this.#thrift.apply(publication, this.#receiving.isSaving)
      })
      .on('trackMuted', (_publication, who) => who.isLocal && sync())
      .on('trackUnsubscribed', (track) => {
        this.remoteVideo.lost(track)
        this.#remoteAudio.lost(track)
      })
      .on('reconnecting', () => this.#events.state('reconnecting'))
      .on('signalReconnecting', () => this.#events.state('reconnecting'))
      .on('reconnected', () => {
        this.#events.state('connected')
        this.#sync()
      })
      .on('disconnected', () => this.#later(attempt))
      .on('connectionQualityChanged', (quality, { identity }) => {
        this.#ofStage.set(identity, qualityIn(quality.toString()))
        this.#tellQuality()
      })
      .on('activeSpeakersChanged', (speakers) =>
        this.#events.speaking(new Map(speakers.map(({ identity, audioLevel }) => [identity, audioLevel]))),
      )
  }

  #tellQuality(): void {
    this.#events.quality(new Map([...this.#ofStage, ...this.#fromBackstage]))
  }

  #received(track: Track, person: PersonId): void {
    const heard = { person, isScreen: isOfScreen(track.source) }
    if (track.kind.toString() === 'audio') this.#remoteAudio.got(track, heard, this.#mayBeHeard(heard))
    else this.remoteVideo.got(track, heard.isScreen ? SHARE : person)
  }

  #sync(): void {
    const room = this.#room
    if (!room || !this.#followed) return
    const { session, me, mine } = this.#followed
    for (const { identity, trackPublications } of room.remoteParticipants.values())
      for (const publication of trackPublications.values()) {
        const wanted =
          mine !== null && isAllowed(session, me, identity, publication) && this.#isPerceived(identity, publication)
        if (publication.isDesired !== wanted) publication.setSubscribed(wanted)
        this.#thrift.apply(publication, this.#receiving.isSaving)
      }
    this.#remoteAudio.allow((heard) => this.#mayBeHeard(heard))
    this.#receiveQuality.follow(room, session.moderators.has(me) ? heardBackstage(session) : [])
    this.#share?.follow(mine ? screenOf(session, mine) : [])
    this.own.follow(mine, mine ? SOURCES.filter((source) => isLocked(session, mine, source)) : [])
  }

  /** [MEDIA-7] [LINE-2] Whether a track is received: sound always, a picture while it is shown and video is wanted. */
  #isPerceived(person: PersonId, { kind, source }: RemoteTrackPublication): boolean {
    if (kind.toString() === 'audio') return true
    const { pictures, isWithheld } = this.#receiving
    return pictures && !isWithheld && this.remoteVideo.isShown(isOfScreen(source) ? SHARE : person)
  }

  /** [MUTE-1] [SHARE-7] Sound is not played if the session says that it is off, whatever arrives. */
  #mayBeHeard({ person, isScreen }: Heard): boolean {
    const session = this.#followed?.session
    const someone = session?.people.get(person)
    if (session && someone && isScreen) return screenOf(session, someone).includes('screen_share_audio')
    if (!someone?.microphone) return false
    return someone.place === 'stage' || (someone.place === 'backstage' && person === this.#listened)
  }
}

/** The people backstage who publish something. */
function heardBackstage(session: Session): PersonId[] {
  return backstageOf(session)
    .filter(({ microphone, camera }) => microphone || camera)
    .map(({ id }) => id)
}

/** [MEDIA-3] [MEDIA-6] Publishers label their own tracks: person, source and kind must be what the session lets one receive. */
function isAllowed(session: Session, me: PersonId, person: PersonId, publication: RemoteTrackPublication): boolean {
  const kind = publication.kind.toString() === 'audio' ? 'audio' : 'video'
  const source: string = publication.source
  if (!isHonest(source, kind)) return false
  const someone = session.people.get(person)
  if (isOfScreen(source)) return someone !== undefined && screenOf(session, someone).some((each) => each === source)
  return session.stage.has(person) || (session.backstage.has(person) && session.moderators.has(me))
}

function isOfScreen(source: string): boolean {
  return SCREEN_SOURCES.some((each) => each === source)
}
