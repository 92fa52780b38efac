import type { Command } from '../../protocol/commands.ts'
import type { Door, Downward, Me } from '../../protocol/frames.ts'
import type { Event } from '../../protocol/events.ts'
import type { Feedback, Message, Thread } from '../../protocol/messages.ts'
import type { NotesAsk, NotesTold } from '../../protocol/notes.ts'
import type { Act } from '../../protocol/queries.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { Audience, PersonView } from '../../protocol/views.ts'
import type { GivenRole, Millis, PersonId, Reaction, Reactions, Source } from '../../protocol/types.ts'
import type { ViewersQuery } from '../../rules/audience/roster.ts'
import type { Session } from '../../rules/session/session.ts'
import type { Announcement } from './notifications/announcement.ts'
import type { BackgroundOff } from './background/background.ts'
import type { Arrived } from './devices/device-choice.ts'
import type { DeviceFault, Devices } from './devices/device-state.ts'
import type { LinkVerdict } from './media/link.ts'
import type { Receiving } from './media/receiving.ts'

/**
 * The state of the connection to the room. `replaced`: another window of the same person is in the room. `refused`: the server does not
 * accept this page, for the reason in `CallState.refusal`. `outdated`: the page must be loaded again. `full`: one waits in line until the
 * server has room, `CallState.placeInLine`. [FULL-1]
 */
export type Connection = 'connecting' | 'open' | 'reconnecting' | 'replaced' | 'refused' | 'outdated' | 'full'

/** Why something was not done. `away`: the connection was lost, and by the time it is back it may not be wanted any more. */
export type WhyNot = Refusal | 'away'

/** A rejection, with the time in ms after which the same would be done, if there is one. */
export type Rejected = { why: WhyNot; wait?: Millis | undefined }

/** Follows the room: `onEvent` for each event, `onReset` when everything known before is void, `onNotes` for what is told of the notes. */
export type Follower = { onEvent(event: Event): void; onReset(): void; onNotes?(told: NotesTold): void }
/** What is told of a whiteboard. */
export type BoardFrame = Extract<Downward, { type: 'drawn' | 'pointed' }>

/** The state of the connection to LiveKit. `unsupported`: the browser has no WebRTC. `away`: LiveKit is gone, and is joined again by itself. */
export type MediaState = 'unsupported' | 'closed' | 'connecting' | 'connected' | 'reconnecting' | 'away'

/** LiveKit's judgement of a connection. */
export type Quality = 'good' | 'weak' | 'lost'

/** Something that a person is notified of, once. Made from events by event-notifications.ts; the interface has the words. */
export type NoticeBody =
  | { kind: 'refused'; refusal: Refusal }
  | {
      kind: 'muted' | 'camera-off' | 'removed-from-stage' | 'hand-lowered' | 'request-declined' | 'invitation-revoked'
      by: string
    }
  | { kind: 'off-stage-foul' | 'away' }
  /** `away`: how long, in ms. `hand`, `stage`: what was lost with it. */
  | { kind: 'was-away'; away: Millis; hand: boolean; stage: boolean }
  | { kind: 'asked-to-unmute' | 'permissions-set'; by: string }
  | { kind: 'made-room' | 'muted-voice' }
  | { kind: 'share-failed' }
  | { kind: 'time-over' }
  | { kind: 'share-stopped' | 'share-taken' | 'content-stopped' | 'content-taken'; by: string }
  | { kind: 'content-gone' }
  | { kind: 'brought-on' | 'hand-moved' | 'hands-cleared'; by: string }
  | { kind: 'role-set'; by: string; role: GivenRole }
  | { kind: 'chat-moderator'; by: string; on: boolean }
  | { kind: 'locked' | 'unlocked'; by: string; source: Source }
  | { kind: 'invited'; by: string }
  /** `isAlike`: the person could be taken for a moderator by the name, and is none. [NAME-5] */
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

/** Notices about one's own devices. */
export type DeviceNotice = Extract<
  NoticeBody,
  { kind: 'device-fault' | 'background-off' | 'noise-replaced' | 'microphone-replaced' | 'plugged-in' }
>

/** `at`: when it happened, by the server's clock. */
export type Notice = NoticeBody & { id: number; at: Millis }

/** An entry of the list of notices; it stays when its toast goes. */
export type ListedNotice = Notice & { isRead: boolean }

/** Everything that the interface draws. Each change makes a new object, but `evolve` changes `session` and its people in place. */
export type CallState = {
  connection: Connection
  refusal: Refusal | null
  /** The place in line at a server that is full, from 1. */
  placeInLine: number
  /** The server has announced a restart and is not back yet. */
  isRestarting: boolean
  /** The server can keep nothing just now, and so changes nothing. [STORE-2] */
  isStoreUp: boolean
  /** The name of the room's host, for help. */
  host: string
  you: Me | null
  /** In the session, and not on the prejoin page. */
  inside: boolean
  /** What keeps a person who is outside from joining. */
  door: Door
  /** Why one is outside, if one was inside before. */
  left: 'self' | 'declined' | null
  session: Session
  /** Oneself in the session, including switches that were pressed and not answered yet; null while outside. */
  me: PersonView | null
  /** What one has turned on or off, until the server answers. [MUTE-7] */
  pressed: Record<Source, boolean | null>
  audience: Audience
  /** One's place in the queue of hands, from 1. */
  place: number | null
  /** The estimated wait in ms, if known. */
  wait: number | null
  media: MediaState
  /** Who is speaking, with the level 0 to 1. */
  speaking: ReadonlyMap<PersonId, number>
  /** How well the media of others arrive. */
  quality: ReadonlyMap<PersonId, Quality>
  /** One's own connection has been too weak for a while. [LINE-1] */
  isConnectionWeak: boolean
  receiving: Receiving
  /** One is speaking while muted. [MUTE-6] */
  talksMuted: boolean
  /** The browser or the system blocks sound until a press. [PLAY-1] */
  soundBlocked: boolean
  picturesBlocked: boolean
  /** The notices that are shown as toasts. */
  notices: readonly Notice[]
  /** All notices so far, newest last. */
  notificationList: readonly ListedNotice[]
  /** How often the files of the room, or its storyboard, have become others, or may have while the line was down. */
  contentChanges: number
  /** Events on the stage that still have to be announced to screen readers. */
  announcements: readonly Announcement[]
  /** The conversations with unread messages, by the other person; '' for the public one. */
  unread: ReadonlySet<string>
  /** The conversation that is open and read now. */
  reading: string | null
  /** The server's clock minus this machine's, in ms. */
  clockOffset: number
}

/**
 * One person's part in a room: its state, and what can be done. Methods resolve to null, or to the reason why not, which is also shown as a
 * notice.
 */
export type Call = {
  readonly state: CallState
  readonly subscribe: (listener: () => void) => () => void
  readonly devices: Devices
  join(as: 'viewer' | 'stage'): Promise<WhyNot | null>
  leave(): Promise<WhyNot | null>
  /** Goes on stage with the devices that are open and wanted; the second press. */
  goOnStage(): Promise<WhyNot | null>
  leaveStage(): Promise<WhyNot | null>
  /** Opens the browser's picker and shares the screen, `instead` of the person who shares now; must be called by a press. [SHARE-1] [SHARE-3] */
  share(instead: PersonId | null): Promise<void>
  stopSharing(): Promise<void>
  /** Turns a device on or off at once, as far as the rules allow. `silenced`: a switch on the device or the system keeps it off. [DEVICE-3] */
  turn(source: Source, on: boolean): Promise<WhyNot | 'silenced' | null>
  /** Sends a command that needs nothing else from this page. */
  ask(command: Command): Promise<WhyNot | null>
  /** The same without a notice: the caller shows the rejection itself. */
  request(command: Command): Promise<Rejected | null>
  /** Messages of a conversation: the newest, those before a number or after one; null if they cannot be loaded. */
  findMessages(
    other: PersonId | null,
    where: { before: number | null; after: number | null },
  ): Promise<Message[] | null>
  /** One's own private conversations, newest first. */
  findThreads(): Promise<Thread[]>
  /** The feedback of people, newest first; for moderators. */
  readFeedback(): Promise<Feedback[]>
  /** Says something of the notes; they show a rejection themselves. [NOTES-6] */
  notes(asked: NotesAsk): Promise<WhyNot | null>
  /** Hears what is drawn on whiteboards and where others point, until the returned function is called. */
  watchBoard(show: (frame: BoardFrame) => void): () => void
  /** Follows events until the returned function is called. */
  follow(follower: Follower): () => void
  /** Marks the conversation with one person, or the public one (''), as read from now on; null marks none. */
  read(whose: string | null): void
  /** A window of the viewers, by name; null if it cannot be loaded. */
  findViewers(wish: ViewersQuery): Promise<{ total: number; rows: PersonView[] } | null>
  /** The audit log, newest first; for moderators. */
  readActs(): Promise<Act[]>
  /** Shows a person's camera, or one's own, in a video element until the returned function is called. */
  showPicture(person: PersonId, video: HTMLVideoElement): () => void
  /** The same for the shared screen; not for the person who shares it. */
  showShare(video: HTMLVideoElement): () => void
  /** Plays a person who is backstage, or none of them; for moderators. */
  listen(person: PersonId | null): void
  /** Judges the connection to LiveKit, at once and whenever it changes, until the returned function is called. */
  watchLink(tell: (verdict: LinkVerdict) => void): () => void
  startSound(): void
  /** Receives video, or audio alone. [LINE-2] */
  receivePictures(on: boolean): void
  /** Receives less video, or all of it; remembered. [LINE-3] */
  saveData(on: boolean): void
  startPictures(): void
  /** Sends a reaction, and shows it here at once. */
  react(reaction: Reaction): void
  /** Calls back with the reactions to show, including one's own, until the returned function is called. */
  watchReactions(show: (reactions: Reactions) => void): () => void
  /** Removes notices. `isRead`: whether they were read, or only timed out; then the list keeps them as unread. */
  dismiss(notices: readonly number[], isRead: boolean): void
  /** Marks all entries of the list as read. */
  readNotificationList(): void
  /** All `announcements` have been announced. */
  announced(): void
  /** Replaces another window of the same person. */
  takeOver(): void
  close(): void
}
