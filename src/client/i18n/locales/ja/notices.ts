import type { NoticesText } from '../en/notices.ts'
import type { GivenRole, Reaction, Source } from '../../../../protocol/types.ts'
import { formatsOf } from '../../formats.ts'

const { number, count, clock, minutes } = formatsOf('ja')
const by = (who: string) => (who ? `${who}さん` : 'モデレーター')

/** One by name, two by name, or one and how many others. */
function names(all: readonly string[]): string {
  const [first = '', second = ''] = all.map(by)
  if (all.length < 3) return all.length === 2 ? `${first}と${second}` : first
  return `${first}ほか${number(all.length - 1)}人`
}

const role: Record<GivenRole, readonly [string, string]> = {
  cohost: ['共同ホスト', 'ルームの運営ができます。'],
  moderator: ['モデレーター', 'ルームの運営ができます。'],
  speaker: ['登壇者', 'いつでもステージに上がれます。'],
  participant: ['参加者', ''],
}
const reacted: Record<Reaction, string> = {
  clap: '拍手しました',
  heart: 'ハートを送りました',
  think: '考え中と伝えました',
  wow: '驚きを伝えました',
  smile: '笑顔を送りました',
}
const device: Record<Source, string> = { microphone: 'マイク', camera: 'カメラ' }

/** What is told and asked, and what is read out. */
export const notices: NoticesText = {
  muted: (who) => [`${by(who)}がマイクをミュートしました。`, 'もう一度オンにできます。'],
  cameraOff: (who) => [`${by(who)}がカメラをオフにしました。`, 'もう一度オンにできます。'],
  removedFromStage: (who) => [`${by(who)}がステージから下ろしました。`, 'いまは視聴者です。'],
  handLowered: (who) => [`${by(who)}が挙手を下ろしました。`, ''],
  requestDeclined: (who) => [`${by(who)}がリクエストを断りました。`, '30秒後にもう一度送れます。'],
  invitationRevoked: (who) => [`${by(who)}がステージへの招待を取り消しました。`, ''],
  away: ['再接続中のため、実行されませんでした。', '接続が戻ったら、もう一度押してください。'],
  wasAway: (ms, lost) => [
    minutes(ms, { other: '#分間接続が切れていましたが、視聴者として戻りました。' }),
    lost.hand && lost.stage
      ? '挙手は下ろされ、ステージからも降りています。'
      : lost.hand
        ? '挙手は下ろされました。'
        : lost.stage
          ? 'ステージから降りています。'
          : '',
  ],
  foul: ['ルームで許可されていないものがブラウザーから送られたため、ステージを下りました。', ''],
  broughtOn: (who) => [`${by(who)}がステージに上げました。`, 'オンになっているものが全員に届きます。'],
  mutedVoice: ['ミュート中です。', '声は誰にも届いていません。話すにはスペースキーを押し続けてください。'],
  madeRoom: ['ステージが満員で、いちばん長く発言がなかったため、視聴者になりました。', 'また上がれます。'],
  handMoved: (who) => [`${by(who)}が挙手の順番を動かしました。`, ''],
  handsCleared: (who) => [`${by(who)}がすべての挙手を下ろしました。`, ''],
  askedToUnmute: (who) => [
    `${by(who)}がマイクのオンをお願いしています。`,
    '自分でオンにするまで、マイクはオフのままです。',
  ],
  invited: (who) => [`${by(who)}がステージに招待しました。`, ''],
  permissionsSet: (who) => [`${by(who)}が、ここでできることを変更しました。`, ''],
  roleSet: (who, to) => [`${by(who)}が役割を${role[to][0]}にしました。`, role[to][1]],
  chatModerator: (who, isOne) =>
    isOne
      ? [`${by(who)}があなたをチャットモデレーターにしました。`, 'チャットの管理ができます。']
      : [`${by(who)}がチャットモデレーターの役割を外しました。`, ''],
  locked: (who, source) => [`${by(who)}が${device[source]}をロックしました。`, '解除されるまでオフのままです。'],
  unlocked: (who, source) => [`${by(who)}が${device[source]}のロックを解除しました。`, 'オンにできます。'],
  shareTaken: (who) => `代わりに${by(who)}が画面を共有しています。`,
  shareStopped: (who) => `${by(who)}が共有を終了しました。`,
  shareFailed: [
    '画面を共有できませんでした。',
    'システムの設定でこのブラウザーに画面の収録を許可してから、もう一度お試しください。',
  ],
  asksToJoin: (who) => `${names(who)}がステージを希望しています`,
  raisedHand: (who) => `${names(who)}が手を挙げました`,
  invitationDeclined: (who) => `${names(who)}が招待を断りました。`,
  waits: (who) => `${names(who)}が入室を待っています`,
  roomIsLocked: 'ルームはロックされています。',
  quoted: (words) => `「${words}」`,
  asking: (n) => count(n, { other: '#人がステージを希望しています' }),
  nobodyAsks: '希望する人はもういません',
  nobodyAsksHelp: 'ステージの希望は、ここに順番に並びます。',
  notNow: 'あとで',

  reconnecting: (isHeard, isRestart) => [
    isRestart
      ? '再接続中… サーバーを再起動しています'
      : isHeard
        ? '再接続中… いまは声が届いていないかもしれません'
        : '再接続中… マイクはオフのままです',
    '入力した内容は残っています。',
  ],
  back: ['接続が戻りました', ''],
  mediaAway: ['音声と映像が一時的に途切れています。', '自動的に戻ります。'],
  endsSoon: (at) => ['ルームを運営する人がいません。', `誰も来なければ、セッションは${clock(at)}に終了します。`],
  soundBlocked: ['ブラウザーが音を止めています', '一度押すと、ステージの音が聞こえます。'],
  picturesBlocked: ['ブラウザーが映像を止めています', '一度押すと、ステージが見えます。'],

  notices: 'お知らせ',
  bellIsEmpty: 'まだ何もありません。お知らせやお願いはここに残ります。',
  unread: '未読',

  cameOn: (who) => `${names(who)}がステージに上がりました`,
  leftStage: (who) => `${names(who)}がステージを下りました`,
  sharesNoMore: (who) => `${by(who)}が画面の共有を終えました`,
  way: {
    join: 'ステージに上がれるようになりました。',
    ask: 'ステージをリクエストできるようになりました。',
    none: 'ステージには招待で上がります。',
  },
  roomIsOpen: 'ルームのロックが解除されました。',
  chatIsPaused: 'チャットは一時停止中です。',
  chatIsOpen: 'チャットが再開されました。',
  wroteToYou: (name) => `${name}さんから個別のメッセージが届きました。`,
  youAreBlocked: 'チャットへの書き込みがブロックされました。読むことはできます。',
  youMayWrite: 'またチャットに書き込めます。',
  youAreMain: 'あなたが全員のメインカメラです。',
  youAreNotMain: 'メインカメラではなくなりました。',
  turn: (place) => (place === 1 ? '次が順番です' : `${number(place)}番目です`),
  reacted: (reaction) => reacted[reaction],

  leaveSure: 'セッションを退出しますか？',
  leaveUp: {
    stage: 'ステージにいるため、ステージからも降ります。',
    backstage: 'バックステージにいるため、バックステージからも離れます。',
  },
  leaveUnsent: '入力した内容はまだ送信されていません。',
  stay: 'とどまる',
  turnItOn: 'オンにする',
  startSound: '音を出す',
  startPictures: '映像を出す',
  shares: (who) => `${by(who)}が画面を共有しています`,
  reasonTitle: '何について話しますか？',
  reason: '理由',
  reasonHelp: 'ルームを運営する人が、名前の横で読みます。120文字までです。',
  save: '保存',
  waitingGroup: '待機中',
  admit: '入室を許可',
  admitAll: '全員を許可',
  seeAll: 'すべて見る',
}
