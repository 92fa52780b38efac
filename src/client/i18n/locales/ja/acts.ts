import type { ActsText } from '../en/acts.ts'
import type { Act } from '../../../../protocol/queries.ts'
import type { GivenRole, RoomMode, Source, StageAccess } from '../../../../protocol/types.ts'
import { formatsOf } from '../../formats.ts'

const { number, count } = formatsOf('ja')

const SOURCE: Record<Source, string> = { microphone: 'マイク', camera: 'カメラ' }
const ROLE: Record<GivenRole, string> = {
  cohost: '共同ホスト',
  moderator: 'モデレーター',
  speaker: '登壇者',
  participant: '参加者',
}
const ACCESS: Record<StageAccess, string> = {
  everyone: '全員がステージへ',
  request: 'リクエスト制',
  invite: '招待のみ',
}
const MODE: Record<RoomMode, string> = { interactive: 'インタラクティブ', webinar: 'ウェビナー' }

/** One line of what was done to whom. */
function lineOf(act: Act): string {
  return `${act.by}さんが${deed(act)}`
}

function deed({ about, event }: Act): string {
  const whom = `${about}さん`
  switch (event.type) {
    case 'invited':
      return event.hold ? `${whom}をバックステージに招待しました` : `${whom}をステージに招待しました`
    case 'cameOnStage':
      return `${whom}をステージに上げました`
    case 'invitationClosed':
      return `${whom}への招待を取り消しました`
    case 'handLowered':
      return event.why === 'declined' ? `${whom}のリクエストを断りました` : `${whom}の挙手を下ろしました`
    case 'microphoneTurned':
      return `${whom}をミュートしました`
    case 'cameraTurned':
      return `${whom}のカメラをオフにしました`
    case 'leftStage':
      return `${whom}をステージから下ろしました`
    case 'shareEnded':
      return event.why === 'taken' ? `${whom}に代わって画面を共有しました` : `${whom}の共有を終了しました`
    case 'lockSet':
      return `${whom}の${SOURCE[event.source]}${event.lock === 'locked' ? 'をロックしました' : 'のロックを解除しました'}`
    case 'allLockSet':
      return `すべての${SOURCE[event.source]}${event.on ? 'をロックしました' : 'のロックを解除しました'}`
    case 'askedToUnmute':
      return `${whom}にマイクのオンをお願いしました`
    case 'removed':
      return `${whom}をルームから退出させました${event.lasting ? '（解除するまで）' : ''}`
    case 'removalLifted':
      return `${whom}の再入室を許可しました`
    case 'roleSet':
      return `${whom}を${ROLE[event.role]}にしました`
    case 'chatModeratorSet':
      return event.on ? `${whom}をチャットモデレーターにしました` : `${whom}のチャットモデレーターを解除しました`
    case 'permissionsSet':
      return `${whom}の権限を編集しました`
    case 'handMoved':
      return `${whom}の挙手を動かしました`
    case 'handsCleared':
      return 'すべての挙手を下ろしました'
    case 'modeSet':
      return `ルームの種類を「${MODE[event.mode]}」にしました`
    case 'stageSizeSet':
      return `ステージの人数を${number(event.size)}人にしました`
    case 'mainCameraSet':
      return event.on ? `${whom}をメインカメラにしました` : `${whom}のメインカメラを解除しました`
    case 'reactionsSet':
      return `リアクションを${event.on ? 'オン' : 'オフ'}にしました`
    case 'roomLocked':
      return event.on ? 'ルームをロックしました' : 'ルームのロックを解除しました'
    case 'admitted':
      return `${whom}の入室を許可しました`
    case 'entryDeclined':
      return `${whom}の入室を断りました`
    case 'messageDeleted':
      return `${about && `${whom}の`}メッセージを削除しました`
    case 'messagePinned':
      return `${about && `${whom}の`}メッセージを固定しました`
    case 'messageUnpinned':
      return 'メッセージの固定を解除しました'
    case 'chatBlocked':
      return `${whom}のチャットへの書き込みを止めました`
    case 'chatUnblocked':
      return `${whom}のチャットへの書き込みを許可しました`
    case 'chatCleared':
      return 'チャットを消去しました'
    case 'chatPaused':
      return event.on ? 'チャットを一時停止しました' : 'チャットを再開しました'
    case 'slowModeSet':
      return event.seconds === 0 ? '低速モードを終了しました' : `低速モードを${number(event.seconds)}秒にしました`
    case 'privateChatSet':
      return `プライベートメッセージを${event.on ? 'オン' : 'オフ'}にしました`
    case 'accessSet':
      return `ステージへの参加方法を「${ACCESS[event.access]}」にしました`
    default:
      return '操作しました'
  }
}

/** What only those who run the room see. */
export const acts: ActsText = {
  act: lineOf,
  permission: {
    shareScreen: '画面を共有',
    presentContent: 'コンテンツを表示',
    chat: 'チャット',
    react: 'リアクション',
    raiseHand: '手を挙げる',
    joinStage: 'ステージに上がる',
    seeParticipants: '参加者を見る',
  },
  personAct: {
    invite: 'ステージに招待',
    holdBackstage: 'バックステージで待機してもらう',
    bringOn: 'いまステージに上げる',
    revokeInvitation: 'ステージへの招待を取り消す',
    askToUnmute: 'マイクのオンを頼む',
    mute: 'ミュート',
    lockMicrophone: 'マイクをロック',
    unlockMicrophone: 'マイクのロックを解除',
    turnOffCamera: 'カメラをオフにする',
    lockCamera: 'カメラをロック',
    unlockCamera: 'カメラのロックを解除',
    stopShare: '画面共有を終了',
    moveToFront: '先頭へ移動',
    moveUp: '上へ移動',
    moveDown: '下へ移動',
    lowerHand: '挙手を下ろす',
    setCohost: '共同ホストにする',
    setModerator: 'モデレーターにする',
    setSpeaker: '登壇者にする',
    setParticipant: '参加者にする',
    setChatModerator: 'チャットモデレーターにする',
    unsetChatModerator: 'チャットモデレーターを解除',
    editPermissions: '権限を編集',
    removeFromStage: 'ステージから下ろす',
    removeFromRoom: 'ルームから退出させる',
  },
  allOf: {
    microphone: {
      off: 'すべてのマイクをミュート',
      lock: 'すべてのマイクをミュートしてロック',
      unlock: 'すべてのマイクのロックを解除',
    },
    camera: {
      off: 'すべてのカメラをオフ',
      lock: 'すべてのカメラをオフにしてロック',
      unlock: 'すべてのカメラのロックを解除',
    },
  },

  clearHands: 'すべての挙手を下ろす',
  optionsAll: 'すべての参加者のオプション',
  permissionsOf: (name) => `${name}さんの権限`,
  lockRoom: 'ルームをロック',
  unlockRoom: 'ルームのロックを解除',
  lockSure: 'ルームをロックしますか？',
  lockHelp: 'これから来る人は、許可されるまで待ちます。中にいる人はそのままです。',
  waitingCount: (n) => count(n, { other: '#人が待っています' }),
  nobodyWaits: '待っている人はもういません',
  nobodyWaitsHelp: 'ルームがロックされている間、新しく来た人はここで待ちます。',
  removeSure: (name) => `${name}さんをルームから退出させますか？`,
  removeHelp: 'このセッションの間、または運営する人が再入室を許可するまでです。',
  removeForSession: 'このセッションから退出させる',
  removeLasting: '解除するまで退出させる',
  removedPeople: '退出させた人',
  removedBy: (who, lasting) =>
    `${who ? `${who}さん` : 'モデレーター'}による。${lasting ? '解除するまで' : 'このセッションのみ'}`,
  letBackIn: '再入室を許可',
  nobodyRemoved: 'このルームから退出させた人はいません。',
  nobodyRemovedHelp: '退出させた人はここに表示され、戻せます。',
  actLog: '操作の記録',
  noActs: '操作はまだありません。',
  noActsHelp: '運営する人の操作がここに残ります。',
  isBackstage: (name) => `${name}さんはバックステージにいます`,
  seenByModerators: '姿と声はモデレーターだけに届いています。',
  bringOn: 'いまステージに上げる',
  listen: (name) => `${name}さんの声を聞く`,
  stopListening: (name) => `${name}さんの声を聞くのをやめる`,
  quality: { good: '接続は良好', weak: '接続が弱い', lost: '接続が切れました' },
  feedback: 'フィードバック',
  stageSize: 'ステージの人数',
  stageSizeHelp: (most) => `ステージに上がれる人数です。1人から${most}人まで設定できます。`,
  endSure: '全員のセッションを終了しますか？',
  endHelp: (n) => `セッションには${count(n, { other: '#人' })}がいます。全員に対して同時に終了します。`,
}
