import type { Refusal } from '../../../../protocol/refusals.ts'
import type { Role, RoomMode, StageAccess } from '../../../../protocol/types.ts'
import type { Text } from '../en/core.ts'
import { formatsOf } from '../../formats.ts'

// stage: ステージ · viewer: 視聴者 · backstage: バックステージ · hand: 挙手 · room: ルーム · session: セッション · host: ホスト
// moderator: モデレーター · speaker: 登壇者 · participant: 参加者 · panel: パネル · invite link: 招待リンク
// です・ます体。操作の名前は名詞か辞書形。

const { number, count, clock, minutes, nth: ordinal } = formatsOf('ja')

const nth = (n: number) => ordinal(n, { other: '#番' })

const role: Record<Role, string> = {
  host: 'ホスト',
  cohost: '共同ホスト',
  moderator: 'モデレーター',
  speaker: '登壇者',
  participant: '',
}
const mode: Record<RoomMode, { name: string; means: string }> = {
  interactive: { name: 'インタラクティブ', means: '全員がステージに上がれます。同時に25人までです。' },
  webinar: { name: 'ウェビナー', means: 'ホストが参加者を呼び上げます。同時に10人までです。' },
}
const access: Record<StageAccess, { name: string; means: string }> = {
  everyone: { name: '全員がステージへ', means: '希望する人は、リクエストなしでステージに上がれます。' },
  request: { name: 'リクエスト制', means: '視聴者のリクエストを受けて、ステージに上げるか断ります。' },
  invite: { name: '招待のみ', means: '招待した人だけがステージに上がります。挙手は引き続きできます。' },
}

const refusal: Record<Refusal, string> = {
  'not-allowed': '現在の役割では、この操作はできません。',
  'not-permitted': 'この操作はモデレーターに許可されていません。',
  'microphone-locked': 'マイクはロックされています。モデレーターが解除できます。',
  'camera-locked': 'カメラはロックされています。モデレーターが解除できます。',
  removed: 'このルームから退出させられました。',
  'not-in-room': 'すでにセッションの外にいます。',
  'no-such-person': 'この人はもうセッションにいません。',
  'session-ended': 'このセッションは終了しました。',
  'not-started': 'このセッションはまだ始まっていません。',
  'not-on-stage': 'ステージにいる人だけができる操作です。',
  'not-a-viewer': 'この人はすでにステージにいます。',
  'stage-full': 'ステージは満員で、いま場所を空けられる人がいません。挙手は列の先頭に入っています。',
  'ask-later': 'リクエストは先ほど断られました。30秒後にもう一度送れます。',
  'reason-long': '理由は120文字までです。',
  'someone-shares': 'ほかの人が画面を共有しています。',
  'sharer-first': '画面を共有している人がルームを運営しています。先に共有を終える必要があります。',
  'not-from-backstage': 'バックステージからは画面を共有できません。',
  held: 'いまバックステージにいます。モデレーターがステージに上げます。',
  'not-backstage': 'この人はもうバックステージにいません。',
  'ask-first': 'ステージはいまリクエスト制です。リクエストを送ると、モデレーターが返事をします。',
  'invite-only': 'いまステージに上がれるのは招待された人だけです。挙手はできます。',
  'reactions-off': 'このルームではリアクションがオフになっています。',
  'no-need-to-ask': 'リクエストは不要です。そのままステージに上がれます。',
  'chat-paused': 'チャットは一時停止中です。読むことはできます。モデレーターが再開すると書き込めます。',
  'chat-blocked': 'モデレーターによってチャットへの書き込みが止められています。読むことはできます。',
  'private-off': 'このルームではプライベートメッセージがオフになっています。',
  'message-empty': '先に何か入力してください。',
  'message-long': 'メッセージは2,000文字までです。',
  'no-such-message': 'このメッセージはもうありません。',
  'write-later': '送信したばかりです。少し待ってからもう一度送ってください。',
  'feedback-later': 'フィードバックを送ったばかりです。1分後にまた送れます。',
  'too-fast': '操作が速すぎます。少し待ってからもう一度お試しください。',
  'name-empty': 'ほかの人にわかるように、名前を入力してください。',
  'name-long': '名前は100文字までです。',
  'link-unknown': 'このリンクは使えないか、使えなくなりました。',
  'link-revoked': 'このリンクは取り消されました。',
  'room-unknown': 'このアドレスにルームはありません。',
  'no-entry': '入るには招待リンクが必要です。',
  'media-away': '音声と映像はいま利用できません。',
  'disk-full': 'サーバーの空き容量がないため、何も変更されませんでした。',
  'bad-request': 'サーバーが要求を理解できませんでした。ページを再読み込みしてください。',
  'server-fault': 'サーバーで処理できませんでした。少し待ってからもう一度お試しください。',
}

const span = (ms: number) => minutes(ms, { other: '#分' })
const by = (who: string) => (who ? `${who}さん` : 'モデレーター')

/** What everybody may come to see, on every page. */
export const core: Text = {
  rostrum: 'Rostrum',
  role,
  participantMark: '参加者',
  mode,
  access,
  refusal,
  nth,
  number,
  askWhom: (host) =>
    host ? `このルームのホスト、${host}さんにお尋ねください。` : 'ここを案内した人にお尋ねください。',
  tryAgain: 'もう一度試す',
  close: '閉じる',
  cancel: 'キャンセル',
  you: '自分',
  language: '言語',
  languageAway: 'この言語を読み込めませんでした。今の言語のまま表示します。',

  cookiesBlocked:
    'このブラウザーはこのページの Cookie を保存しないため、ルームはあなたを見分けられません。ブラウザーの設定でこのページの Cookie を許可するか、プライベートでない独立したウィンドウで開いて、もう一度お試しください。',
  yourName: 'お名前',
  roomMode: 'ルームの種類',
  unreachable: 'サーバーに接続できません。接続を確認して、もう一度お試しください。',

  live: (elapsed) => `ライブ · ${elapsed}`,
  serverAway: 'サーバーに接続できません',
  serverAwayHelp: '数秒ごとに自動でもう一度試します。失われるものはありません。その間に接続を確認してください。',
  home: 'トップページへ',
  continue: '次へ',
  welcomeTo: '次のルームに招待されています',
  entryHelp: 'お名前はルームのほかの人に表示されます。',

  loading: 'ルームを開いています…',
  coming: '読み込んでいます…',
  longer: 'いつもより時間がかかっています。このままお待ちください。長く続くときは、接続を確認してください。',
  setDevices: 'デバイスの設定',
  youAreHere: ['ここでは「', '」さんです。'],
  notYou: '別の人ですか？',
  changeName: '名前を変更',
  joinAsViewer: '視聴者として参加',
  joinStage: 'ステージに上がる',
  youAreOff: 'カメラとマイクはオフです',
  asViewer: '視聴者として',
  asViewerMeans:
    'すぐに見聞きできます。何も求められず、姿も声も誰にも届きません。挙手、リアクション、チャットができます。',
  onStageTitle: 'ステージで',
  onStageMeans: 'ブラウザーがカメラとマイクの許可を求めます。まず自分だけに見え、もう一度押すと全員に届きます。',
  doorHelp: 'もう一度「ステージに上がる」を押すまで、姿も声も誰にも届きません。',
  camera: 'カメラ',
  microphoneShort: 'マイク',
  whatWorks: '動作環境',
  flipCamera: 'カメラを切り替え',

  stage: 'ステージ',
  controls: 'ルームの操作',
  panel: 'チャットとコラボレーション',
  tile: (name, mic, camera) => `${name}、マイク${mic}、カメラ${camera}`,
  mic: { on: 'オン', off: 'オフ', speaking: '発言中' },
  reconnectingTile: '再接続中…',
  emptyStage: 'ステージにはまだ誰もいません',
  emptyStageHelp: '誰かが上がると、ステージが見えて聞こえます。何もする必要はありません。',
  emptyStageBy: (name) => `${name}さんがルームにいます。いつでも始められます。`,
  emptyStageRunner: '自分がステージに上がるか、リストから誰かを招待してください。',
  viewers: (n) => count(n, { other: '視聴者#人' }),
  askToJoin: 'ステージをリクエスト',
  cancelRequest: 'リクエストを取り消す',
  raiseHand: '手を挙げる',
  lowerHand: '手を下ろす',
  settings: '設定',
  leave: '退出',
  leaveStage: 'ステージを下りる',
  turnMic: (on) => (on ? 'マイクをオフにする' : 'マイクをオンにする'),
  turnCamera: (on) => (on ? 'カメラをオフにする' : 'カメラをオンにする'),
  closePanel: 'パネルを閉じる',
  openPanel: 'パネルを開く',

  place: {
    backstage: ['バックステージにいます', '姿と声はモデレーターだけに届いています'],
    watching: ['視聴しています', '姿も声も誰にも届いていません'],
    onStage: ['ステージにいます', '姿と声が全員に届いています'],
    onStageMuted: ['ステージにいます', '姿が全員に見えています。マイクはミュート中です'],
    onStageHeard: ['ステージにいます', '声が全員に届いています。カメラはオフです'],
    onStageQuiet: ['ステージにいます', 'マイクはミュート中で、カメラはオフです'],
    hand: ['手を挙げています', ''],
    sharing: ['画面を共有しています', '画面は全員に見えています。姿と声は誰にも届いていません'],
    sharingHeard: ['ステージで画面を共有しています', '画面が全員に見え、声も届いています'],
    sharingMuted: ['ステージで画面を共有しています', '画面は全員に見えています。マイクはミュート中です'],
  },
  youAreNth: (n, wait) => `${number(n)}番目です${wait === null ? '' : `。あと約${span(wait)}`}`,
  giveReason: '理由を書く',
  changeReason: '理由を変更',
  handMoved: (who, whose) => `${by(who)}が${whose}さんの順番を動かしました`,

  searchParticipants: '参加者を検索',
  allParticipants: 'すべての参加者',
  raisedHands: '挙手',
  onStage: 'ステージ上',
  viewersGroup: '視聴者',
  backstage: 'バックステージ',
  tileBackstage: (name, mic) => `${name}、バックステージ、マイク${mic}`,
  leaveBackstage: 'バックステージを離れる',
  more: (n) => `ほか${number(n)}人`,
  seeMore: 'もっと見る',
  nobodyFound: 'この名前の人はいません。',
  options: (name) => `${name}のオプション`,
  bringToStage: 'ステージに上げる',
  dismiss: '閉じる',
  decline: '断る',
  chatModerator: 'チャットモデレーター',
  customPermissions: '個別の権限',
  micLocked: 'マイクはロック中',
  cameraLocked: 'カメラはロック中',
  roomLocked: 'ルームはロック中',
  doorLocked: 'このルームはロックされています。誰かが許可するまでお待ちください。',
  clock,
  wantsToJoin: 'ステージを希望しています',
  isInvited: 'ステージに招待中',
  stageAccess: 'ステージへの参加方法',
  ofStage: (on, size) => `${number(on)} / ${number(size)}`,

  leaveSession: 'セッションを退出',
  endSession: '全員のセッションを終了',
  notDrawn:
    'ページのこの部分を描画できなくなりました。ブラウザーの何かがページを書き換えたためです。動いているものはそのまま続き、入力した内容も残ります。',
  drawAgain: 'もう一度描画',
  notLoaded: 'ページのこの部分を読み込めませんでした。動いているものはそのまま続きます。',
  reload: '再読み込み',
}
