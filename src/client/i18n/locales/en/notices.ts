import type { GivenRole, Reaction, Source } from '../../../../protocol/types.ts'
import { formatsOf } from '../../formats.ts'

/** What happened, and what one can do. */
export type NoticeWords = readonly [what: string, then: string]

const { number, count, clock, nth, minutes } = formatsOf('en')
const by = (who: string) => who || 'A moderator'

/** One by name, two by name, or one and how many others. */
function names(all: readonly string[]): string {
  const [first = '', second = ''] = all
  if (all.length < 3) return all.length === 2 ? `${first} and ${second}` : first
  return `${first} and ${number(all.length - 1)} others`
}

const role: Record<GivenRole, NoticeWords> = {
  cohost: ['made you a co-host.', 'You run the room too.'],
  moderator: ['made you a moderator.', 'You run the room too.'],
  speaker: ['made you a speaker.', 'You can always join the stage.'],
  participant: ['made you a participant.', ''],
}

const reacted: Record<Reaction, string> = {
  clap: 'You clapped',
  heart: 'You sent a heart',
  think: 'You showed that you think',
  wow: 'You showed wow',
  smile: 'You smiled',
}

/** What is told and asked, and what is read out. */
export const notices = {
  muted: (who: string): NoticeWords => [`${by(who)} muted you.`, 'You can turn your microphone on again.'],
  cameraOff: (who: string): NoticeWords => [`${by(who)} turned your camera off.`, 'You can turn it on again.'],
  removedFromStage: (who: string): NoticeWords => [`${by(who)} removed you from the stage.`, 'You are a viewer now.'],
  handLowered: (who: string): NoticeWords => [`${by(who)} lowered your hand.`, ''],
  requestDeclined: (who: string): NoticeWords => [
    `${by(who)} declined your request.`,
    'You can ask again in half a minute.',
  ],
  invitationRevoked: (who: string): NoticeWords => [`${by(who)} took the invitation to the stage back.`, ''],
  away: ['You are reconnecting, so this was not done.', 'Press again when you are back.'] satisfies NoticeWords,
  /** `lost`: what went down with it, while one could not be reached. */
  wasAway: (ms: number, lost: { hand: boolean; stage: boolean }): NoticeWords => [
    minutes(ms, {
      one: 'You were away for # minute, and are back as a viewer.',
      other: 'You were away for # minutes, and are back as a viewer.',
    }),
    lost.hand && lost.stage
      ? 'Your hand went down, and you are off the stage.'
      : lost.hand
        ? 'Your hand went down.'
        : lost.stage
          ? 'You are off the stage.'
          : '',
  ],
  foul: [
    'You are off the stage, because your browser sent something that the room does not allow.',
    '',
  ] satisfies NoticeWords,
  broughtOn: (who: string): NoticeWords => [
    `${by(who)} brought you on stage.`,
    'Everyone can see and hear what is on.',
  ],
  mutedVoice: ['You are muted.', 'Nobody hears you. Hold the space bar to speak.'] satisfies NoticeWords,
  madeRoom: [
    'The stage was full, and you were silent longest: you are a viewer now.',
    'You can come back.',
  ] satisfies NoticeWords,
  handMoved: (who: string): NoticeWords => [`${by(who)} moved your hand to another place.`, ''],
  handsCleared: (who: string): NoticeWords => [`${by(who)} lowered all hands.`, ''],
  askedToUnmute: (who: string): NoticeWords => [
    `${by(who)} asks you to unmute.`,
    'Your microphone stays off until you turn it on.',
  ],
  invited: (who: string): NoticeWords => [`${by(who)} invited you to the stage.`, ''],
  permissionsSet: (who: string): NoticeWords => [`${by(who)} changed what you may do here.`, ''],
  roleSet: (who: string, to: GivenRole): NoticeWords => [`${by(who)} ${role[to][0]}`, role[to][1]],
  chatModerator: (who: string, isOne: boolean): NoticeWords =>
    isOne
      ? [`${by(who)} made you a chat moderator.`, 'You moderate the chat.']
      : [`${by(who)} took the moderation of the chat back.`, ''],
  locked: (who: string, source: Source): NoticeWords => [
    `${by(who)} locked your ${source}.`,
    'It stays off until it is unlocked.',
  ],
  unlocked: (who: string, source: Source): NoticeWords => [
    `${by(who)} unlocked your ${source}.`,
    'You can turn it on.',
  ],
  shareTaken: (who: string) => `${by(who)} shares the screen now, instead of you.`,
  shareStopped: (who: string) => `${by(who)} stopped your share.`,
  shareFailed: [
    'The screen could not be shared.',
    'Allow this browser to record it in the system’s settings, then try again.',
  ] satisfies NoticeWords,
  asksToJoin: (who: readonly string[]) => `${names(who)} ${who.length > 1 ? 'ask' : 'asks'} to join the stage`,
  raisedHand: (who: readonly string[]) => `${names(who)} raised a hand`,
  invitationDeclined: (who: readonly string[]) => `${names(who)} declined the invitation.`,
  waits: (who: readonly string[]) =>
    who.length > 1 ? `${names(who)} are waiting` : `${names(who)} is waiting to come in`,
  roomIsLocked: 'The room is locked.',
  quoted: (words: string) => `“${words}”`,
  asking: (n: number) => `${count(n, { one: '# person asks', other: '# people ask' })} to join the stage`,
  nobodyAsks: 'Nobody asks any more',
  nobodyAsksHelp: 'Requests to join the stage stand here in their order.',
  notNow: 'Not now',

  reconnecting: (isHeard: boolean, isRestart: boolean): NoticeWords => [
    isRestart
      ? 'Reconnecting… the server restarts'
      : isHeard
        ? 'Reconnecting… you may not be heard just now'
        : 'Reconnecting… your microphone stays off',
    'What you typed is kept.',
  ],
  back: ['You are back', ''] satisfies NoticeWords,
  mediaAway: ['Sound and picture are away for a moment.', 'They come back by themselves.'] satisfies NoticeWords,
  endsSoon: (at: number): NoticeWords => [
    'No host or moderator is here.',
    `The session ends at ${clock(at)}, unless one comes.`,
  ],
  soundBlocked: ['Your browser holds the sound back', 'One press, and you hear the stage.'] satisfies NoticeWords,
  picturesBlocked: ['Your browser holds the pictures back', 'One press, and you see the stage.'] satisfies NoticeWords,

  notices: 'Notices',
  bellIsEmpty: 'Nothing yet. What is told or asked of you is kept here.',
  unread: 'Unread',

  cameOn: (who: readonly string[]) => `${names(who)} ${who.length > 1 ? 'are' : 'is'} on stage`,
  shares: (who: string) => `${who} shares the screen`,
  leftStage: (who: readonly string[]) => `${names(who)} left the stage`,
  sharesNoMore: (who: string) => `${who} shares the screen no more`,
  way: {
    join: 'You can join the stage now.',
    ask: 'You can ask to join the stage now.',
    none: 'You come on stage by an invitation now.',
  },
  roomIsOpen: 'The room is open again.',
  chatIsPaused: 'The chat is paused.',
  chatIsOpen: 'The chat is open again.',
  wroteToYou: (name: string) => `A private message from ${name}.`,
  youAreBlocked: 'You are blocked from the chat. You can read it.',
  youMayWrite: 'You can write in the chat again.',
  youAreMain: 'You are the main camera for everyone.',
  youAreNotMain: 'You are not the main camera any more.',
  turn: (place: number) =>
    place === 1 ? 'You are next' : `You are ${nth(place, { one: '#st', two: '#nd', few: '#rd', other: '#th' })}`,
  reacted: (reaction: Reaction) => reacted[reaction],

  leaveSure: 'Leave the session?',
  leaveUp: { stage: 'You are on stage, and leave it too.', backstage: 'You are backstage, and leave it too.' },
  leaveUnsent: 'What you typed is not sent.',
  stay: 'Stay',
  turnItOn: 'Turn it on',
  startSound: 'Start sound',
  startPictures: 'Start pictures',
  reasonTitle: 'What do you want to say?',
  reason: 'Reason',
  reasonHelp: 'Those who run the room read it beside your name. 120 characters at most.',
  save: 'Save',
  waitingGroup: 'Waiting',
  admit: 'Admit',
  admitAll: 'Admit all',
  seeAll: 'See all',
}

export type NoticesText = typeof notices
