import type { FeedbackText } from '../en/feedback.ts'
import { formatsOf } from '../../formats.ts'

const { number, count, day } = formatsOf('ja')

/** What people think of the room. */
export const feedback: FeedbackText = {
  help: (host) =>
    `${host ? `ホストの${host}さん` : 'ホスト'}とこのルームのモデレーターが、お名前とともに読みます。ほかの人は読みません。`,
  mark: 'いかがでしたか？',
  worst: '悪い',
  best: 'とても良い',
  words: 'ひとこと',
  send: 'フィードバックを送る',
  chooseMark: '1から5までの点を選んでください。',
  away: '送信できませんでした。接続が切れています。書いた内容は残っています。少し待ってからもう一度送ってください。',
  thanks: 'ありがとうございます。',
  thanksHelp: 'ルームを運営する人が読めるようになりました。',

  outOf: (mark, most) => `${number(mark)} / ${number(most)}`,
  average: (mean, n) => count(n, { other: `回答#件、平均${number(Math.round(mean * 10) / 10)}` }),
  none: 'フィードバックはまだありません。',
  noneHelp: '設定から送れます。',
  day,
}
