import type { Slowness } from '../../../../protocol/messages.ts'
import type { ChatText } from '../en/chat.ts'
import { formatsOf } from '../../formats.ts'

const { number, count, clock, list } = formatsOf('ja')
const by = (who: string) => (who ? `${who}さん` : 'モデレーター')

/** A time in ms, in the unit in which a person would count it; never shorter than it is. */
function time(ms: number): string {
  const seconds = Math.ceil(ms / 1_000)
  return seconds < 60 ? count(seconds, { other: '#秒' }) : count(Math.ceil(seconds / 60), { other: '#分' })
}

const slowness: Record<Slowness, { name: string; means: string }> = {
  0: { name: 'オフ', means: '誰でも好きなだけ書き込めます。' },
  5: { name: '5秒', means: 'にぎやかなルームでも読みやすくなります。' },
  10: { name: '10秒', means: 'ほかの人の書き込みを読む時間ができます。' },
  30: { name: '30秒', means: '大勢の視聴者向けです。' },
  60: { name: '1分', means: '大事なときに書き込みます。' },
  300: { name: '5分', means: '質問は1人1つです。' },
}

/** The chat; it comes with it. */
export const chat: ChatText = {
  messages: 'メッセージ',
  noMessages: 'まだメッセージはありません',
  noMessagesHelp: 'あいさつや質問をどうぞ。ルームの全員が読めます。',
  noPrivate: (name) => `まだ何も書かれていません。読めるのは自分と${name}さんだけです。`,
  loading: 'メッセージを読み込んでいます…',
  loadingOlder: '以前のメッセージを読み込んでいます…',

  writeToAll: '全員に書く',
  writeTo: (name) => `${name}さんに書く`,
  send: '送信',
  emoji: '絵文字',
  newMessages: (n) => count(n, { other: '新着メッセージ#件' }),
  toNewest: '最新のメッセージへ',
  says: (name, text) => `${name}: ${text}`,
  answers: '返信先',
  replyTo: (name) => `${name}さんに返信`,
  noReply: '返信をやめる',
  optionsFor: (name) => `${name}さんのメッセージのオプション`,

  reply: '返信',
  like: 'いいね',
  unlike: 'いいねを取り消す',
  likes: (n) => count(n, { other: 'いいね#件' }),
  likedToo: (n) => count(n, { other: 'いいね#件、自分も含む' }),
  pin: '固定',
  unpin: '固定を解除',
  pinnedBy: (name) => `${name}さんの固定メッセージ`,
  delete: '削除',
  block: 'チャットへの書き込みを止める',
  letBack: 'チャットへの書き込みを許可',
  letBackIn: '書き込みを許可',
  writePrivately: 'プライベートに書く',

  pausedForOthers: 'チャットは一時停止中です。書き込めるのはチャットのモデレーターだけです。',
  notPermitted: 'チャットを読むことはできますが、書き込むことはできません。',
  slow: (seconds) => `低速モード: ${time(seconds * 1_000)}に1件`,
  onWay: '送信中：',
  away: '送信できませんでした。接続が切れています。文章は残っています。少し待ってからもう一度送ってください。',
  writeIn: (ms) => `あと${time(ms)}で書き込めます。`,
  writeNow: 'また書き込めます。',

  chatOptions: 'チャットのオプション',
  pauseChat: 'チャットを一時停止',
  openChat: 'チャットを再開',
  slowMode: '低速モード',
  slowHelp: '同じ人が次のメッセージを送るまでの時間です。チャットのモデレーターには適用されません。',
  slowness,
  clearChat: 'チャットの履歴を消去',
  clearSure: '全員のチャットを消去しますか？',
  clearHelp: '全員あてのメッセージがすべてルームから消えます。プライベートメッセージは残ります。',
  blockedPeople: '書き込みを止めた人',
  nobodyBlocked: '書き込みを止めた人はいません。',
  nobodyBlockedHelp: 'メッセージのオプションから、書いた人の書き込みを止められます。',
  privateOn: 'プライベートメッセージをオンにする',
  privateOffAct: 'プライベートメッセージをオフにする',

  privateMessages: 'プライベートメッセージ',
  privateWith: (name) => `プライベート: 読めるのは自分と${name}さんだけです`,
  noThreads: 'まだプライベートメッセージはありません',
  noThreadsHelp: 'メッセージまたは参加者のオプションを開き、「プライベートに書く」を選んでください。',
  unreadFrom: (name) => `${name}さん、未読`,
  back: 'チャットに戻る',

  cameOn: (who) => `${list(who.map(by))}がステージに上がりました`,
  leftStage: (who) => `${list(who.map(by))}がステージを下りました`,
  pausedBy: (who) => `${by(who)}がチャットを一時停止しました`,
  openedBy: (who) => `${by(who)}がチャットを再開しました`,
  clearedBy: (who) => `${by(who)}がチャットを消去しました`,
  slowBy: (who, seconds) =>
    seconds === 0
      ? `${by(who)}が低速モードを終了しました`
      : `${by(who)}が低速モードにしました: ${time(seconds * 1_000)}に1件`,
  clock,
  number,
}
