import type { PortalText } from '../en/portal.ts'
import { formatsOf } from '../../formats.ts'

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
  changeNameHelp: '新しい名前はすぐに全員に表示されます。これまでに書いたものは前の名前のままです。',
  notYouSure: (name) => `${name}さんではありませんか？`,
  notYouHelp:
    'このブラウザーは、これまで誰が使っていたかをすべてのルームで忘れます。あなたは自分の名前で参加できます。',
  notYouHost: 'このブラウザーで作成したルームは、今後ここから運営できなくなります。',
  goOnAsOther: '別の人として続ける',
  revoke: (link) => `${link}を取り消す`,
  revokeSure: (link) => `${link}を取り消しますか？`,
  revokeHelp:
    '渡したアドレスからは誰も入れなくなり、新しいアドレスに置き換わります。すでに入った人は、その役割のまま残ります。',
  revokeNow: '取り消して作り直す',
  watching: (n) => count(n, { other: '#人が視聴中' }),
  stageAndHands: (stage, size, hands) =>
    `ステージ${number(stage)} / ${number(size)}人、${count(hands, { other: '挙手#人' })}`,
  notLive: 'まだ始まっていません。最初の人が参加すると始まります。',
  needLink: (host) => `入るには招待リンクが必要です。このルームのホスト、${host}さんにお尋ねください。`,
}
