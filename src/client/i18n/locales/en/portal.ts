import { formatsOf } from '../../formats.ts'

const { number, count } = formatsOf('en')

/** The start page, and a room’s page before it is entered. */
export const portal = {
  lead: 'A room with a stage and an audience. Open one now, hand on a link, and decide who gets the floor.',
  roomName: 'Room name',
  createRoom: 'Create room',
  whoCreates: 'Whoever creates a room is its host. No account needed.',
  joinNow: 'Join now',
  invitePeople: 'Invite people',
  inviteHelp: 'Whoever has a link may come in with its role.',
  handOn: 'Hand on this link: whoever opens it comes in as a viewer.',
  links: {
    viewer: { name: 'Viewer link', means: 'see and hear, raise a hand' },
    speaker: { name: 'Speaker link', means: 'may always join the stage' },
    moderator: { name: 'Moderator link', means: 'runs the room with you' },
  },
  copy: 'Copy',
  copied: 'Copied',
  copyBy: {
    ctrl: 'Press Ctrl+C to copy it.',
    cmd: 'Press ⌘C to copy it.',
    touch: 'Hold your finger on it, then choose Copy.',
  },
  changeNameHelp: 'Everybody sees the new name at once. What you wrote before keeps the old one.',
  notYouSure: (name: string) => `You are not ${name}?`,
  notYouHelp: 'This browser then forgets who was here before, in every room, and you come in under a name of your own.',
  notYouHost: 'Rooms that were created in this browser can be run from it no more.',
  goOnAsOther: 'Go on as somebody else',
  revoke: (link: string) => `Revoke the ${link.toLowerCase()}`,
  revokeSure: (link: string) => `Revoke the ${link.toLowerCase()}?`,
  revokeHelp:
    'The address that you have handed on lets nobody in any more, and a new one takes its place. Whoever has come by it stays, in their role.',
  revokeNow: 'Revoke and make anew',
  watching: (n: number) => `${number(n)} watching`,
  stageAndHands: (stage: number, size: number, hands: number) =>
    `${number(stage)} of ${number(size)} on stage, ${count(hands, { one: '# raised hand', other: '# raised hands' })}`,
  notLive: 'Not live yet. It starts when the first person joins.',
  needLink: (host: string) => `You need an invite link to come in. Ask ${host}, the host of this room.`,
}

export type PortalText = typeof portal
