import type { PortalText } from '../en/portal.ts'
import { formatsOf } from '../formats.ts'

const { number, count } = formatsOf('ja')

/** The start page, and a room’s page before it is entered. */
export const portal: PortalText = {
  lead: 'ステージと客席のあるルームです。いま開いて、リンクを渡し、誰が話すかを決めましょう。',
  roomName: 'ルーム名',
  createRoom: 'ルームを作成',
  whoCreates: 'ルームを作成した人がホストになります。アカウントは不要です。',
  joinNow: '参加する',
  invitePeople: '招待する',
  inviteHelp: 'リンクを持つ人は、その役割で入れます。',
  handOn: 'このリンクを渡してください。開いた人は視聴者として入ります。',
  links: {
    viewer: { name: '視聴者用リンク', means: '見聞きして、手を挙げる' },
    speaker: { name: '登壇者用リンク', means: 'いつでもステージに上がれる' },
    moderator: { name: 'モデレーター用リンク', means: '一緒にルームを運営する' },
  },
  copy: 'コピー',
  copied: 'コピーしました',
  copyBy: {
    ctrl: 'Ctrl+Cを押すとコピーできます。',
    cmd: '⌘Cを押すとコピーできます。',
    touch: '長押しして「コピー」を選んでください。',
  },
  watching: (n) => count(n, { other: '#人が視聴中' }),
  stageAndHands: (stage, size, hands) =>
    `ステージ${number(stage)} / ${number(size)}人、${count(hands, { other: '挙手#人' })}`,
  notLive: 'まだ始まっていません。最初の人が参加すると始まります。',
  needLink: (host) => `入るには招待リンクが必要です。このルームのホスト、${host}さんにお尋ねください。`,
}
