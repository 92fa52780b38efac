import type { AlertsText } from '../en/alerts.ts'
import { formatsOf } from '../../formats.ts'

const { count } = formatsOf('ja')

/** What calls somebody back to the room, and by what. */
export const alerts: AlertsText = {
  title: '呼び戻しのお知らせ',
  sound: (what) => `音：${what}`,
  soundsMean: '小さな音で、まとめて届いたものには一度だけ鳴ります。',
  notification: (what) => `通知：${what}`,
  notificationsMean: 'ほかのウィンドウを見ている間に表示されます。ブラウザーが一度だけ確認します。',
  noNotifications: 'このブラウザーはページの通知を表示しません。',
  denied: 'ブラウザーがこのページの通知を許可していません。アドレスの横の設定で許可して、もう一度お試しください。',
  kinds: {
    invited: 'ステージへの招待',
    hand: '挙手',
    waiting: '入室を待つ人',
    private: 'プライベートメッセージ',
  },
  says: {
    invited: (who) => (who ? `${who} さんがステージに招待しています` : 'ステージに招待されています'),
    hand: (who) => `${who} さんが手を挙げました`,
    waiting: (who) => `${who} さんが入室を待っています`,
    private: (who) => `${who} さんからプライベートメッセージが届きました`,
  },
  tab: {
    invited: '招待されています',
    hands: (many) => count(many, { other: '挙手 # 人' }),
    waiting: (many) => count(many, { other: '入室待ち # 人' }),
    unread: '新しいメッセージ',
  },
}
