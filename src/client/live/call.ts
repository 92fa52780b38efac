import type { Command } from '../../protocol/commands.ts'
import type { Event } from '../../protocol/events.ts'
import type { Downward } from '../../protocol/frames.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { PersonId, RoomId, Source } from '../../protocol/words.ts'
import { evolve } from '../../rules/evolve.ts'
import { nothingYet } from '../../rules/session.ts'
import { unfold } from '../../rules/unfold.ts'
import { RoomConnection } from './connection.ts'
import { OwnDevices } from './devices.ts'
import type { Call, CallState, News } from './live.ts'
import { RoomMedia } from './media.ts'
import { newsOf } from './notices.ts'
import { OwnTracks } from './own-tracks.ts'
import { newPageId } from './page-id.ts'

const BEFORE: CallState = {
  connection: 'connecting',
  refusal: null,
  host: '',
  you: null,
  inside: false,
  left: null,
  session: nothingYet(),
  me: null,
  audience: { viewers: 0, onStage: 0, hands: 0, heads: [] },
  place: null,
  media: 'closed',
  speaking: new Map(),
  soundBlocked: false,
  notices: [],
  clockOffset: 0,
}

// More than this nobody reads; the oldest go.
const NOTICES_MAX = 20

/** Opens one person's part in a room: the socket, the media and the devices, as one state and its verbs. */
export function openCall(room: RoomId): Call {
  const page = newPageId()
  const listeners = new Set<() => void>()
  let state = BEFORE
  let nextNotice = 1

  const devices = new OwnDevices((source, _track, unplugged) => {
    own.sync()
    if (unplugged) void unplug(source)
  })
  const own = new OwnTracks(devices)
  const media = new RoomMedia(own, freshTicket, {
    state: (to) => change({ media: to }),
    speaking: (levels) => change({ speaking: levels }),
    soundBlocked: (blocked) => change({ soundBlocked: blocked }),
  })
  const connection = new RoomConnection(room, page, {
    frame: hear,
    state(to, refusal) {
      change({ connection: to, refusal })
      if (to === 'replaced' || to === 'refused') quit()
    },
  })

  function change(what: Partial<CallState>): void {
    state = { ...state, ...what }
    for (const listener of listeners) listener()
  }

  function notify(news: News): void {
    const notice = { ...news, id: nextNotice++ }
    const same = JSON.stringify(news)
    const others = state.notices.filter(({ id: _id, ...older }) => JSON.stringify(older) !== same)
    change({ notices: [...others, notice].slice(-NOTICES_MAX) })
  }

  function hear(frame: Downward): void {
    switch (frame.type) {
      case 'welcome':
        return welcome(frame)
      case 'told':
        for (const event of frame.events) tell(event)
        return settle()
      case 'audience':
        return change({ audience: frame.audience })
      case 'place':
        return change({ place: frame.place })
      case 'media':
        if (frame.up) media.rejoin()
        return change({ media: frame.up ? 'connecting' : 'away' })
      default:
        return undefined
    }
  }

  function welcome(frame: Extract<Downward, { type: 'welcome' }>): void {
    const { you, inside, audience, host } = frame
    devices.video = frame.video
    const session = unfold(frame.session)
    const clockOffset = frame.now - Date.now()
    change({ you, inside, session, audience, host, clockOffset, place: null, ...(inside && { left: null }) })
    settle()
    if (frame.ticket) media.connect(session.id, frame.ticket)
    else media.disconnect()
  }

  function tell(event: Event): void {
    const me = state.you?.id ?? ''
    const wasOnStage = state.session.people.get(me)?.place === 'stage'
    evolve(state.session, event)
    const news = newsOf(state.session, event, me)
    if (news) notify(news)
    if (event.type === 'handLowered' || event.type === 'left' || event.type === 'sessionEnded') answered(event)
    if (event.type === 'sessionEnded') change({ left: 'ended' })
    if (wasOnStage && state.session.people.get(me)?.place !== 'stage') devices.close()
  }

  /** A question that somebody has answered need not be asked any more. */
  function answered(event: Event): void {
    const about = 'person' in event && typeof event.person === 'string' ? event.person : null
    change({
      notices: state.notices.filter((each) => !('person' in each) || (about !== null && each.person !== about)),
    })
  }

  /** Lets state and media follow the session. */
  function settle(): void {
    const { session, you } = state
    const me = (you && session.people.get(you.id)) ?? null
    const inside = me !== null
    change({ me, inside, ...(session.hands.has(you?.id ?? '') ? {} : { place: null }) })
    if (me?.place === 'stage' && !me.camera) devices.stop('camera')
    media.follow({ session, me: you?.id ?? '', inside })
  }

  async function ask(command: Command): Promise<Refusal | null> {
    const refusal = await connection.act(command)
    if (refusal) notify({ kind: 'refused', refusal })
    return refusal
  }

  async function freshTicket(): Promise<string> {
    const found = await connection.find({ type: 'ticket' })
    return typeof found === 'string' ? '' : found.token
  }

  async function turn(source: Source, on: boolean): Promise<Refusal | null> {
    const type = source === 'microphone' ? 'turnMicrophone' : 'turnCamera'
    if (!on) {
      own.hold(source)
      return await ask({ type, on })
    }
    const fault = await devices.openOne(source)
    if (fault) notify({ kind: 'device-fault', source, fault })
    if (fault) return null
    own.release(source)
    return await ask({ type, on })
  }

  async function unplug(source: Source): Promise<void> {
    if (!state.me?.[source]) return
    notify({ kind: 'device-fault', source, fault: 'unplugged' })
    await turn(source, false)
  }

  async function goOnStage(): Promise<Refusal | null> {
    const { wanted, live } = devices.state
    return await ask({
      type: 'goOnStage',
      microphone: wanted.microphone && live.microphone,
      camera: wanted.camera && live.camera,
    })
  }

  /** Nothing of this page goes on: another window has the room, or the room will not have us. */
  function quit(): void {
    devices.close()
    media.disconnect()
    change({ session: nothingYet(), me: null, inside: false, notices: [] })
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
      const refusal = await ask({ type: 'join', page })
      return refusal ?? (as === 'stage' ? await goOnStage() : null)
    },
    async leave() {
      const refusal = await ask({ type: 'leave' })
      devices.close()
      if (!refusal) change({ left: 'self' })
      return refusal
    },
    endSession: async () => await ask({ type: 'endSession' }),
    goOnStage,
    leaveStage: async () => await ask({ type: 'leaveStage' }),
    turn,
    raiseHand: async () => await ask({ type: 'raiseHand' }),
    askToJoin: async () => await ask({ type: 'askToJoin' }),
    lowerHand: async (person: PersonId = state.you?.id ?? '') => await ask({ type: 'lowerHand', person }),
    declineRequest: async (person) => await ask({ type: 'declineRequest', person }),
    invite: async (person) => await ask({ type: 'invite', person }),
    revokeInvitation: async (person) => await ask({ type: 'revokeInvitation', person }),
    declineInvitation: async () => await ask({ type: 'declineInvitation' }),
    mute: async (person) => await ask({ type: 'mute', person }),
    turnOffCamera: async (person) => await ask({ type: 'turnOffCamera', person }),
    removeFromStage: async (person) => await ask({ type: 'removeFromStage', person }),
    setAccess: async (access) => await ask({ type: 'setAccess', access }),
    async findViewers(search, from, limit) {
      const found = await connection.find({ type: 'viewers', search, from, limit })
      return typeof found === 'string' ? { total: 0, rows: [] } : found
    },
    showPicture: (person, video) =>
      person === state.you?.id ? devices.preview(video) : media.pictures.show(person, video),
    startSound: () => media.startSound(),
    dismiss: (notice) => change({ notices: state.notices.filter((each) => each.id !== notice) }),
    takeOver: () => connection.takeOver(),
    close() {
      connection.close()
      devices.close()
      media.close()
    },
  }
}
