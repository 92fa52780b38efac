import type { Command } from '../../protocol/commands.ts'
import type { Door, Me } from '../../protocol/frames.ts'
import type { Event } from '../../protocol/events.ts'
import type { Feedback, Message, Thread } from '../../protocol/messages.ts'
import type { Act } from '../../protocol/queries.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { Audience, PersonView } from '../../protocol/views.ts'
import type { GivenRole, Millis, PersonId, Reaction, Reactions, Source } from '../../protocol/types.ts'
import type { Look } from '../../rules/audience/roster.ts'
import type { Session } from '../../rules/session/session.ts'
import type { Saying } from './notifications/saying.ts'
import type { BackgroundOff } from './background/background.ts'
import type { Arrived } from './devices/device-choice.ts'
import type { DeviceFault, Devices } from './devices/device-state.ts'
import type { LinkVerdict } from './media/link.ts'
import type { Receiving } from './media/receiving.ts'

/**
 * The connection to the room, told as one word. `replaced`: another window of the same person is in the room.
 * `refused`: the server will not have us, `CallState.refusal` says why. `outdated`: the page must be loaded again. `full`: one waits in line
 * until the server has room, `CallState.placeInLine`. [FULL-1]
 */
export type Connection = 'connecting' | 'open' | 'reconnecting' | 'replaced' | 'refused' | 'outdated' | 'full'

/** Why something asked was not done. `away`: the connection was lost, and its moment may be over when it is back. */
export type No = Refusal | 'away'

/** A no, and in how many ms the same would be done, where that is so. */
export type Denied = { no: No; wait?: Millis | undefined }

/** Who follows what happens in the room: each event, and that all that was known is void. */
export type Follower = { told(event: Event): void; again(): void }

/** How the media engine's connection fares; `away`: the engine is gone, and will be joined again by itself. */
/** `unsupported`: the browser has no WebRTC. */
export type MediaState = 'unsupported' | 'closed' | 'connecting' | 'connected' | 'reconnecting' | 'away'

/** What the engine says of somebody's connection. */
export type Quality = 'good' | 'weak' | 'lost'

/** Something to be told to the person, once. Derived from events by notices.ts; the words are the interface's. */
export type NoticeBody =
  | { kind: 'refused'; refusal: Refusal }
  | {
      kind: 'muted' | 'camera-off' | 'removed-from-stage' | 'hand-lowered' | 'request-declined' | 'invitation-revoked'
      by: string
    }
  | { kind: 'off-stage-foul' | 'away' }
  /** For so long, in ms; the hand went down with it, and one is off the stage. */
  | { kind: 'was-away'; away: Millis; hand: boolean; stage: boolean }
  | { kind: 'asked-to-unmute' | 'permissions-set'; by: string }
  | { kind: 'made-room' | 'muted-voice' }
  | { kind: 'share-failed' }
  | { kind: 'share-stopped' | 'share-taken'; by: string }
  | { kind: 'brought-on' | 'hand-moved' | 'hands-cleared'; by: string }
  | { kind: 'role-set'; by: string; role: GivenRole }
  | { kind: 'chat-moderator'; by: string; on: boolean }
  | { kind: 'locked' | 'unlocked'; by: string; source: Source }
  | { kind: 'invited'; by: string }
  /** `isAlike`: by name, somebody could be taken for a moderator, and is none. [NAME-5] */
  | {
      kind: 'waits' | 'asks-to-join' | 'raised-hand' | 'invitation-declined'
      person: PersonId
      name: string
      isAlike?: true
    }
  | { kind: 'device-fault'; source: Source; fault: DeviceFault }
  | { kind: 'background-off'; why: BackgroundOff }
  | { kind: 'noise-replaced' }
  | { kind: 'microphone-replaced'; name: string }
  | ({ kind: 'plugged-in' } & Arrived)

/** What is told about the own devices. */
export type DeviceNotice = Extract<
  NoticeBody,
  { kind: 'device-fault' | 'background-off' | 'noise-replaced' | 'microphone-replaced' | 'plugged-in' }
>

/** `at` is when it happened, by the server's clock. */
export type Notice = NoticeBody & { id: number; at: Millis }

/** One line of the list: it stays when the toast goes. */
export type ListedNotice = Notice & { isRead: boolean }

/** Everything that the interface draws from. A new object after each change; `session` and its people are folded by evolve. */
export type CallState = {
  connection: Connection
  refusal: Refusal | null
  /** The place in line before a server that is full, from 1. */
  placeInLine: number
  /** The server has said that it goes away and comes back, and is not back yet. */
  isRestarting: boolean
  /** The name of the room's host: whom to ask. */
  host: string
  you: Me | null
  /** In the session, or still at its door. */
  inside: boolean
  /** What stands between one at the door and the inside. */
  door: Door
  /** Why one is at the door, where one did not just come to it. */
  left: 'self' | 'declined' | null
  session: Session
  /** Oneself in the session, as one has pressed, null at the door. */
  me: PersonView | null
  /** What one has turned on or off and the server has not answered yet. [MUTE-7] */
  pressed: Record<Source, boolean | null>
  audience: Audience
  /** The own place in the queue of hands, from 1. */
  place: number | null
  /** The wait in ms that the place means, where known. */
  wait: number | null
  media: MediaState
  /** Who is heard speaking, with the level 0 to 1. */
  speaking: ReadonlyMap<PersonId, number>
  /** How well the media of those whom one receives arrive. */
  quality: ReadonlyMap<PersonId, Quality>
  /** The own connection carries too little, for a while now. [LINE-1] */
  isLineWeak: boolean
  receiving: Receiving
  /** One speaks and is muted, just now. [MUTE-6] */
  talksMuted: boolean
  /** The browser or the system holds sound back until a press. [PLAY-1] */
  soundBlocked: boolean
  picturesBlocked: boolean
  /** What is told, or asked, just now. */
  notices: readonly Notice[]
  /** All that was told or asked here, newest last. */
  notificationList: readonly ListedNotice[]
  /** What happens on the stage and is not said aloud yet. */
  unsaid: readonly Saying[]
  /** With whom there are messages that were not read: '' is everybody. */
  unread: ReadonlySet<string>
  /** Whose messages are being read now. */
  reading: string | null
  /** The server's clock minus ours, in ms. */
  clockOffset: number
}

/** One person's part in one room: what is, and what can be asked. Verbs resolve to null, or to why not (and a notice). */
export type Call = {
  readonly state: CallState
  readonly subscribe: (listener: () => void) => () => void
  readonly devices: Devices
  join(as: 'viewer' | 'stage'): Promise<No | null>
  leave(): Promise<No | null>
  /** The second press: with what is open and wanted. */
  goOnStage(): Promise<No | null>
  leaveStage(): Promise<No | null>
  /** Lets the person pick a screen and shares it, instead of whom somebody else's is; by a press. [SHARE-1] [SHARE-3] */
  share(instead: PersonId | null): Promise<void>
  stopSharing(): Promise<void>
  /** On or off at once, as far as the rules let it. `silenced`: the device's own switch or the system keeps it off. [DEVICE-3] */
  turn(source: Source, on: boolean): Promise<No | 'silenced' | null>
  /** Asks for anything that needs nothing of this page but the question. */
  ask(command: Command): Promise<No | null>
  /** The same, where a no is said beside what asked. */
  tell(command: Command): Promise<Denied | null>
  /** Messages with one, or with everybody: the newest, those before a number or after one; null where they cannot be had. */
  findMessages(
    other: PersonId | null,
    where: { before: number | null; after: number | null },
  ): Promise<Message[] | null>
  /** The own private conversations, newest first. */
  findThreads(): Promise<Thread[]>
  /** What people think of the room, newest first; for who runs it. */
  readFeedback(): Promise<Feedback[]>
  /** Follows what happens until the returned function is called. */
  follow(follower: Follower): () => void
  /** Reads what is written by one, or by everybody (''), until another call; null: nobody's. */
  read(whose: string | null): void
  /** A window of the viewers, by name; null where it cannot be had. */
  findViewers(wish: Look): Promise<{ total: number; rows: PersonView[] } | null>
  /** What was done to whom, newest first; for who runs the room. */
  readActs(): Promise<Act[]>
  /** Shows a person's picture in a video element until the returned function is called; oneself too. */
  showPicture(person: PersonId, video: HTMLVideoElement): () => void
  /** The same for the shared screen; not for who shares it. */
  showShare(video: HTMLVideoElement): () => void
  /** Hears somebody backstage, or nobody of them; for who runs the room. */
  listen(person: PersonId | null): void
  /** Tells what to make of the connection to the media engine, at once and when it changes, until the returned function is called. */
  watchLink(tell: (verdict: LinkVerdict) => void): () => void
  startSound(): void
  /** Receives pictures, or sound alone. [LINE-2] */
  receivePictures(on: boolean): void
  /** Receives less of the pictures, or all; remembered. [LINE-3] */
  saveData(on: boolean): void
  startPictures(): void
  /** Shows one, here at once and to everybody. */
  react(reaction: Reaction): void
  /** Tells of the reactions to be shown, one’s own too, until the returned function is called. */
  watchReactions(show: (reactions: Reactions) => void): () => void
  /** Takes notices away that were read, or, where `isRead` is false, whose time is over: the list keeps those as unread. */
  dismiss(notices: readonly number[], isRead: boolean): void
  /** All that the list holds has been seen. */
  readNotificationList(): void
  /** All that was to be said aloud has been said. */
  said(): void
  /** Takes the room over from another window of the same person. */
  takeOver(): void
  close(): void
}
