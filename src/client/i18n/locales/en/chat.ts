import type { Slowness } from '../../../../protocol/messages.ts'
import { formatsOf } from '../../formats.ts'

const { number, count, clock, list } = formatsOf('en')
const by = (who: string) => who || 'A moderator'

/** A time in ms, in the unit in which a person would count it; never shorter than it is. */
function time(ms: number): string {
  const seconds = Math.ceil(ms / 1_000)
  return seconds < 60
    ? count(seconds, { one: '# second', other: '# seconds' })
    : count(Math.ceil(seconds / 60), { one: '# minute', other: '# minutes' })
}

const slowness: Record<Slowness, { name: string; means: string }> = {
  0: { name: 'Off', means: 'Everybody writes as often as they like.' },
  5: { name: '5 seconds', means: 'A lively room keeps readable.' },
  10: { name: '10 seconds', means: 'Enough to read what others write.' },
  30: { name: '30 seconds', means: 'For a large audience.' },
  60: { name: '1 minute', means: 'People write when it matters.' },
  300: { name: '5 minutes', means: 'One question each.' },
}

/** The chat; it comes with it. */
export const chat = {
  messages: 'Messages',
  noMessages: 'No messages yet',
  noMessagesHelp: 'Say hello, or ask something. Everybody in the room can read it.',
  noPrivate: (name: string) => `Nothing written yet. Only you and ${name} will read it.`,
  loading: 'Loading messages…',
  loadingOlder: 'Loading older messages…',

  writeToAll: 'Write to everyone',
  writeTo: (name: string) => `Write to ${name}`,
  send: 'Send',
  emoji: 'Emoji',
  newMessages: (n: number) => count(n, { one: '# new message', other: '# new messages' }),
  toNewest: 'To the newest messages',
  says: (name: string, text: string) => `${name}: ${text}`,
  answers: 'In answer to',
  replyTo: (name: string) => `Reply to ${name}`,
  noReply: 'Do not reply',
  optionsFor: (name: string) => `Options for the message of ${name}`,

  reply: 'Reply',
  like: 'Like',
  unlike: 'Do not like any more',
  likes: (n: number) => count(n, { one: '# like', other: '# likes' }),
  likedToo: (n: number) => count(n, { one: '# like, yours', other: '# likes, one of them yours' }),
  pin: 'Pin',
  unpin: 'Unpin',
  pinnedBy: (name: string) => `Pinned message of ${name}`,
  delete: 'Delete',
  block: 'Block from chat',
  letBack: 'Let back into the chat',
  letBackIn: 'Let back in',
  writePrivately: 'Write privately',

  // What keeps somebody from writing.
  pausedForOthers: 'The chat is paused. Only those who moderate it can write.',
  notPermitted: 'You can read the chat here, and not write.',
  slow: (seconds: number) => `Slow mode: one message every ${time(seconds * 1_000)}`,
  onWay: 'Sending:',
  away: 'Not sent: the connection is away. Your text is kept; send it again in a moment.',
  writeIn: (ms: number) => `You can write again in ${time(ms)}.`,
  writeNow: 'You can write again now.',

  chatOptions: 'Options for the chat',
  pauseChat: 'Pause chat',
  openChat: 'Open chat again',
  slowMode: 'Slow mode',
  slowHelp: 'The time that must pass between two messages of one person. It does not bind those who moderate the chat.',
  slowness,
  clearChat: 'Clear chat history',
  clearSure: 'Clear the chat for everyone?',
  clearHelp: 'All messages to everyone are gone from the room. Private messages stay.',
  blockedPeople: 'Blocked people',
  nobodyBlocked: 'Nobody is blocked from the chat.',
  nobodyBlockedHelp: 'The options of a message block whoever wrote it.',
  privateOn: 'Turn private messages on',
  privateOffAct: 'Turn private messages off',

  privateMessages: 'Private messages',
  privateWith: (name: string) => `Private: only you and ${name} can read this`,
  noThreads: 'No private messages yet',
  noThreadsHelp: 'Open the options of a message or of a person, and choose Write privately.',
  unreadFrom: (name: string) => `${name}, unread`,
  back: 'Back to the chat',

  // What happened between the messages.
  cameOn: (who: readonly string[]) => `${list(who)} came on stage`,
  leftStage: (who: readonly string[]) => `${list(who)} left the stage`,
  pausedBy: (who: string) => `${by(who)} paused the chat`,
  openedBy: (who: string) => `${by(who)} opened the chat again`,
  clearedBy: (who: string) => `${by(who)} cleared the chat`,
  slowBy: (who: string, seconds: number) =>
    seconds === 0
      ? `${by(who)} ended slow mode`
      : `${by(who)} set slow mode: one message every ${time(seconds * 1_000)}`,
  clock,
  number,
}

export type ChatText = typeof chat
