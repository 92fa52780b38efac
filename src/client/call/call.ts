import type { Command } from '../../protocol/commands.ts'
import type { Event } from '../../protocol/events.ts'
import type { Downward } from '../../protocol/frames.ts'
import type { PersonView } from '../../protocol/views.ts'
import type { PersonId, RoomId, Source } from '../../protocol/types.ts'
import { isLocked } from '../../rules/moderation/is-locked.ts'
import { withAnnouncement } from './notifications/announcements.ts'
import { RoomConnection } from './connection/connection.ts'
import { roomQueries } from './connection/room-queries.ts'
import { Outage } from './connection/outage.ts'
import type { Arrived } from './devices/device-choice.ts'
import { SOURCES } from './devices/device-state.ts'
import { OwnDevices } from './devices/devices.ts'
import { lostWhileAway } from './connection/rejoin.ts'
import { before, evolved, outside, placed, welcomed, withMore, withPress } from './reducer.ts'
import { isHandheld } from './devices/handheld.ts'
import { watchInterruptions } from './publish/interruptions.ts'
import { transportTo } from './connection/transport.browser.ts'
import type { BoardFrame, Call, CallState, Follower, NoticeBody, WhyNot } from './call-state.ts'
import { RoomMedia } from './media/media.ts'
import { MutedVoice } from './publish/muted-voice.ts'
import { withNotice, without } from './notifications/notification-list.ts'
import { OwnReactions } from './reactions/reactions.ts'
import { OwnSwitches } from './publish/switches.ts'
import { OwnTracks } from './publish/published-tracks.ts'
import { newPageId } from './connection/page-id.ts'
import { SHARE } from './media/remote-video.ts'
import { firstReceiving, rememberSaving, type Receiving } from './media/receiving.ts'
import { Playback } from './media/playback.ts'
import { pickScreen } from './publish/screen-capture.ts'

// Leaving something where one is not any more has succeeded already.
const BACK_ALREADY: ReadonlySet<WhyNot | null> = new Set<WhyNot | null>([
  'not-in-room',
  'not-on-stage',
  'session-ended',
])

/** On stage or backstage, so that others receive what is open here. */
const isUp = (me: PersonView | null) => me !== null && me.place !== 'viewer'

/** Opens one person's part in a room: the connection, the media and the devices, with one state. */
export function openCall(room: RoomId): Call {
  const page = newPageId()
  const listeners = new Set<() => void>()
  const followers = new Set<Follower>()
  const boards = new Set<(frame: BoardFrame) => void>()
  let state: CallState = { ...before(), receiving: firstReceiving() }
  let isNotifying = false
  /** When the connection was lost last, by this machine's clock. */
  let lostAt = 0
  /** One is leaving the room by one's own choice. */
  let isLeaving = false
  const mutedVoice = new MutedVoice()

  const devices = new OwnDevices({
    track: () => own.sync(),
    lost: (source, fault) => void switches.lost(source, fault),
    replaced: (name) => isUp(state.me) && notify({ kind: 'microphone-replaced', name }),
    plugged,
    speaker: (id) => media.chooseSpeaker(id),
    voice,
    backgroundOff(why) {
      // Before the stage, *Set devices* shows it instead.
      if (isUp(state.me)) notify({ kind: 'background-off', why })
    },
    noiseReplaced: () => isUp(state.me) && notify({ kind: 'noise-replaced' }),
  })
  const own = new OwnTracks(devices)
  const switches = new OwnSwitches(devices, own, {
    state: () => state,
    expect: (source, on) => follow(() => withPress(state, source, on)),
    ask,
    askBack,
    notify,
  })
  const media = new RoomMedia(own, freshTicket, {
    state: (to) => change({ media: to }),
    quality: (quality) => change({ quality }),
    connectionWeak: (isWeak) => change({ isConnectionWeak: isWeak }),
    speaking: (levels) => change({ speaking: levels }),
    soundBlocked: (blocked) => change({ soundBlocked: blocked }),
  })
  const pictures = new Playback(() => change({ picturesBlocked: pictures.held.size > 0 }))
  const transport = transportTo(room)
  const reactions = new OwnReactions({
    send: async (shown) => (await ask({ type: 'react', reactions: shown })) === null,
    now: () => performance.now(),
    after: (wait, run) => transport.after(wait, run),
  })
  const cut = new Outage(transport, goDark)
  const connection = new RoomConnection(transport, page, {
    frame: hear,
    restarts: () => change({ isRestarting: true }),
    state(to, refusal, placeInLine) {
      if (state.connection === 'open') lostAt = Date.now()
      change({ connection: to, refusal, placeInLine, ...(to === 'open' && { isRestarting: false }) })
      cut.follow(to)
      if (to === 'full') goDark()
      if (to === 'replaced' || to === 'refused' || to === 'outdated') quit()
    },
  })

  const unwatch = watchInterruptions({
    open: () => (isUp(state.me) ? SOURCES.filter((source) => state.me?.[source]) : []),
    off: (source) => void switches.turn(source, false),
    tell: (source) => notify({ kind: 'device-fault', source, fault: 'interrupted' }),
  })

  function change(what: Partial<CallState>): void {
    state = { ...state, ...what }
    if (isNotifying) return
    isNotifying = true
    // One frame may make many changes; the interface draws once.
    queueMicrotask(() => {
      isNotifying = false
      for (const listener of listeners) listener()
    })
  }
  function notify(news: NoticeBody): void {
    change(withNotice(state, news, Date.now() + state.clockOffset))
  }

  function hear(frame: Downward): void {
    switch (frame.type) {
      case 'welcome': {
        const was = state
        devices.video = frame.video
        follow(() => welcomed(state, frame, Date.now()))
        reactions.forget()
        for (const follower of followers) follower.onReset()
        // One's share ended here while the connection was lost.
        if (isSharing() && !media.isSharing) void stopSharing()
        media.connect(state.session.id, frame.ticket)
        return void comeBack(was)
      }
      case 'more':
        return change(withMore(state, frame))
      case 'told':
        follow(() => frame.events.reduce(evolved, state))
        if (frame.events.some(isTakenBack)) devices.close()
        return frame.events.forEach((event) => followers.forEach((follower) => follower.onEvent(event)))
      case 'reactions':
        return reactions.receive(frame.reactions)
      case 'audience':
        return change({ audience: frame.audience })
      case 'place':
        return change(placed(state, frame))
      case 'media':
        return frame.up ? media.rejoin() : media.away()
      case 'pictures':
        return receive({ isWithheld: !frame.given })
      case 'store':
        return change({ isStoreUp: frame.up })
      case 'drawn':
      case 'pointed':
        return boards.forEach((show) => show(frame))
      case 'contentChanged':
        return change({ contentChanges: state.contentChanges + 1 })
      default:
        return undefined
    }
  }

  /** [DEVICE-13] A revoked invitation was one's way to the stage. */
  function isTakenBack(event: Event): boolean {
    const isMine = event.type === 'invitationClosed' && event.person === state.you?.id && event.why !== 'joined'
    return isMine && !isUp(state.me)
  }

  /** Changes the state, and lets media and devices follow. */
  function follow(reduce: () => CallState): void {
    const wasInside = state.inside
    const wasUp = isUp(state.me)
    const wasRunning = state.session.endedAt === null
    const wasSharing = isSharing()
    change(reduce())
    const { session, you, me, inside } = state
    const isOver = wasRunning && session.endedAt !== null
    const isDown = wasUp && !isUp(me)
    if (isOver || isDown || (wasInside && !inside)) devices.close()
    else if (isUp(me) && !me?.camera) devices.stop('camera')
    if (wasSharing && !isSharing()) media.share(null)
    media.follow({ session, me: you?.id ?? '', mine: me })
    if (session.endedAt !== null) media.disconnect()
  }

  /** [PRESENCE-7] Joins again as a viewer, with a notice, if one's place was not kept long enough. */
  async function comeBack(was: CallState): Promise<void> {
    const cost = lostWhileAway(was, state)
    if (!cost || isLeaving) return
    const away = Date.now() - lostAt
    if ((await ask({ type: 'join', page })) === null) notify({ kind: 'was-away', away, ...cost })
  }

  async function ask(command: Command): Promise<WhyNot | null> {
    const no = await connection.act(command)
    if (no) notify(no === 'away' ? { kind: 'away' } : { kind: 'refused', refusal: no })
    return no
  }

  /** Reports something that has been done here already: one turned off or left something of one's own. */
  async function askBack(command: Command): Promise<WhyNot | null> {
    const no = await connection.act(command)
    if (!no || BACK_ALREADY.has(no)) return null
    if (no !== 'away') notify({ kind: 'refused', refusal: no })
    return no
  }

  /** [MUTE-6] One is on stage or backstage and speaks while muted. */
  function voice(level: number): void {
    const { me } = state
    const now = Date.now()
    const isMuted = me && isUp(me) && !me.microphone && !isLocked(state.session, me, 'microphone')
    if (!isMuted) mutedVoice.reset()
    else if (mutedVoice.isNews(level, now)) notify({ kind: 'muted-voice' })
    const talksMuted = mutedVoice.isOn(now)
    if (talksMuted !== state.talksMuted) change({ talksMuted })
  }

  async function freshTicket(): Promise<string> {
    const found = await connection.find({ type: 'ticket' })
    return typeof found === 'string' ? '' : found.token
  }

  /** [DEVICE-12] Offers a device that was plugged in, for as long as it is there. A phone switches by itself. */
  function plugged(arrived: readonly Arrived[], isThere: (id: string) => boolean): void {
    const gone = state.notices.filter((each) => each.kind === 'plugged-in' && !Object.values(each.ids).some(isThere))
    const ids = gone.map(({ id }) => id)
    if (ids.length > 0) change(without(state, ids, true))
    if (isUp(state.me) && !isHandheld()) for (const each of arrived) notify({ kind: 'plugged-in', ...each })
  }

  async function goOnStage(): Promise<WhyNot | null> {
    const { wanted, live, silenced } = devices.state
    const isGiven = (source: Source) => wanted[source] && live[source] && !silenced[source]
    const chosen = { microphone: isGiven('microphone'), camera: isGiven('camera') }
    const pressed = SOURCES.filter((source) => chosen[source])
    for (const source of pressed) own.press(source)
    const no = await ask({ type: 'goOnStage', ...chosen })
    if (no) for (const source of pressed) own.release(source)
    // The devices may have been closed before the answer came.
    if (!no) for (const source of SOURCES) await switches.offWhereMissing(source)
    return no
  }

  function isSharing(): boolean {
    return state.you !== null && state.session.share?.person === state.you.id
  }

  /** The picker must be opened by the press itself, so before the server is asked. */
  async function share(instead: PersonId | null): Promise<void> {
    const [code, screen] = await Promise.all([import('./publish/screen-share.ts').catch(() => null), pickScreen()])
    if (screen === null) return
    if (screen === 'failed') return notify({ kind: 'share-failed' })
    if (!code) {
      for (const track of screen.getTracks()) track.stop()
      return notify({ kind: 'share-failed' })
    }
    const shared = new code.OwnShare(screen, () => void stopSharing())
    media.share(shared)
    const no = await ask({ type: 'startShare', sound: shared.hasSound, instead })
    if (no) media.share(null)
  }

  /** Ends here at once; the server is told afterwards. */
  async function stopSharing(): Promise<void> {
    media.share(null)
    await askBack({ type: 'stopShare', person: state.you?.id ?? '' })
  }

  function receive(what: Partial<Receiving>): void {
    change({ receiving: { ...state.receiving, ...what } })
    media.receive(state.receiving)
  }

  /** Keeps an element playing that shows something, until the returned function is called. */
  function playing(video: HTMLVideoElement, show: () => void): () => void {
    const letGo = pictures.follow(video)
    return () => {
      letGo()
      show()
    }
  }

  /** Leaving the stage or the room: devices are off and shown as off at once, whenever the server learns of it. [MUTE-7] */
  async function goOff(command: Command): Promise<WhyNot | null> {
    devices.close()
    for (const source of SOURCES) follow(() => withPress(state, source, false))
    const no = await askBack(command)
    for (const source of SOURCES) follow(() => withPress(state, source, null))
    return no
  }

  /** [DEVICE-13] The server was away for longer than the place is kept, or is full: no device stays on without others knowing. */
  function goDark(): void {
    devices.close()
    media.share(null)
    // The server is told when it is back, if the place is kept after all.
    for (const source of SOURCES) if (state.me?.[source]) void switches.turn(source, false)
  }

  /** This page's part is over: another window has replaced it, or the server does not accept it. */
  function quit(): void {
    follow(() => outside(state))
    devices.close()
    media.disconnect()
  }

  return {
    get state() {
      return state
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    devices,
    async join(as) {
      const isWaiting = () => state.session.waiting.has(state.you?.id ?? '')
      const no = (await ask({ type: 'join', page })) ?? (as === 'stage' && !isWaiting() ? await goOnStage() : null)
      if (isWaiting()) devices.close()
      // Inside, no control shows the devices that are open here.
      if (no && state.inside) devices.close()
      return no
    },
    async leave() {
      isLeaving = true
      const no = await goOff({ type: 'leave' })
      isLeaving = false
      if (!no && state.session.endedAt === null) change({ left: 'self' })
      return no
    },
    goOnStage,
    leaveStage: async () => await goOff({ type: 'leaveStage' }),
    share,
    stopSharing,
    turn: async (source, on) => await switches.turn(source, on),
    ask,
    request: async (command) => await connection.request(command),
    ...roomQueries(connection),
    follow(follower) {
      followers.add(follower)
      return () => {
        followers.delete(follower)
      }
    },
    read(whose) {
      const unread = new Set(state.unread)
      if (whose !== null) unread.delete(whose)
      change({ reading: whose, unread })
    },
    showPicture: (person, video) =>
      playing(video, person === state.you?.id ? devices.preview(video) : media.remoteVideo.show(person, video)),
    showShare: (video) => playing(video, media.remoteVideo.show(SHARE, video)),
    listen: (person) => media.listen(person),
    watchLink: (tell) => media.watchLink(tell),
    startSound: () => media.startSound(),
    receivePictures: (on) => receive({ pictures: on }),
    saveData(isSaving) {
      rememberSaving(isSaving)
      receive({ isSaving })
    },
    startPictures: () => pictures.start(),
    react(reaction) {
      if (state.connection !== 'open') return notify({ kind: 'away' })
      reactions.react(reaction)
      change({ announcements: withAnnouncement(state.announcements, { about: 'reaction', kind: 'reacted', reaction }) })
    },
    watchReactions: (show) => reactions.watch(show),
    watchBoard(show) {
      boards.add(show)
      return () => void boards.delete(show)
    },
    dismiss: (notices, isRead) => change(without(state, notices, isRead)),
    readNotificationList: () =>
      change({
        notificationList: state.notificationList.map((each) => (each.isRead ? each : { ...each, isRead: true })),
      }),
    announced: () => change({ announcements: [] }),
    takeOver: () => connection.takeOver(),
    close() {
      unwatch()
      cut.close()
      connection.close()
      reactions.close()
      devices.close()
      media.close()
      pictures.close()
    },
  }
}
