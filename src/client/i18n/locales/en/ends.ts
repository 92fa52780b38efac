import type { Millis } from '../../../../protocol/types.ts'
import { formatsOf } from '../../formats.ts'
import { lengthsOf } from '../../lengths.ts'

const { number, clock, day } = formatsOf('en')

const when = (at: Millis, isToday: boolean) => (isToday ? `at ${clock(at)}` : `on ${day(at)}`)

/** Where one stands outside a room: the waiting room, the end, and every page that leads nowhere. */
export const ends = {
  roomIsLocked: 'The room is locked',
  waiting: 'You are in the waiting room',
  waitingHelp: (name: string) =>
    `Those who run this room see that you are here, ${name}. You come in by yourself when one of them lets you in.`,
  atDoor: (place: string | null) => (place === null ? 'You are at the door' : `You are ${place} at the door`),
  waitingFor: (length: string) => `Waiting for ${length}. Your camera and microphone are off.`,
  stopWaiting: 'Stop waiting',
  notLetIn: 'You were not let in',
  askAgain: 'Ask again',
  askAgainHelp: 'You can ask again after half a minute.',
  removedYou: 'You were removed from this room',
  removedHelp:
    'It holds for this session, or until somebody who runs the room lets you back in; then this page opens the door by itself.',

  ended: 'This room has ended',
  endedBy: (name: string, at: Millis, isToday: boolean) =>
    `${name} ended the session for everyone ${when(at, isToday)}. Thank you for being there.`,
  endedByYou: (at: Millis, isToday: boolean) => `You ended the session for everyone ${when(at, isToday)}.`,
  endedUnattended: (at: Millis, isToday: boolean) =>
    `No host or moderator was here any more. The session ended ${when(at, isToday)}. Thank you for being there.`,
  endedAt: (at: Millis, isToday: boolean) => `The session ended ${when(at, isToday)}.`,
  wereInside: 'You were in the room for',
  atOnce: 'People at the same time',
  wereOnStage: 'You were on stage for',
  number,
  length: lengthsOf('en'),
  rejoin: 'Rejoin the session',
  endedRunner: 'The next one starts when you join.',
  endedOther: (host: string) => `${host}, the host of this room, or a moderator can start the next one.`,
  opensItself: 'This page opens the door by itself when it begins.',
  toSession: 'To the session page',
  youLeft: 'You have left the session',
  youLeftHelp: 'It goes on without you. You can come back as a viewer.',

  replaced: 'You opened this room in another window',
  replacedHelp: 'You are in the room there. Here you see and hear nothing.',
  useHere: 'Use it here',
  outdated: 'Rostrum has been updated',
  outdatedHelp: 'Load the page again to go on. Your place is kept.',
  cannotEnter: 'You cannot come in here',

  nothingHere: 'Nothing is here',
  nothingHereHelp: 'This address leads nowhere. Check it, or ask whoever sent it to you.',
  noRoomHelp: 'There is no room at this address. Ask whoever sent it to you.',
  linkBroken: 'This link does not work',
  linkRevoked: 'This link was taken back',
  linkBrokenHelp: (host?: string) =>
    host ? `Ask ${host} for a new one.` : 'Ask whoever sent it to you for a new one.',
}

export type EndsText = typeof ends
