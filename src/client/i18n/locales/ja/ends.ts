import type { Millis } from '../../../../protocol/types.ts'
import type { EndsText } from '../en/ends.ts'
import { formatsOf } from '../../formats.ts'
import { lengthsOf } from '../../lengths.ts'

const { number, clock, day } = formatsOf('ja')

const when = (at: Millis, isToday: boolean) => (isToday ? clock(at) : day(at))

/** Where one stands outside a room: the waiting room, the end, and every page that leads nowhere. */
export const ends: EndsText = {
  roomIsLocked: 'ルームはロックされています',
  waiting: '待機室にいます',
  waitingHelp: (name) =>
    `${name}さんが待っていることは、ルームを運営する人に伝わっています。許可されると自動で入ります。`,
  atDoor: (place) => (place === null ? '入口で待っています' : `${place}目です`),
  waitingFor: (length) => `待ち時間 ${length}。カメラとマイクはオフです。`,
  stopWaiting: '待つのをやめる',
  notLetIn: '入室は許可されませんでした',
  askAgain: 'もう一度頼む',
  askAgainHelp: '30秒たつと、もう一度頼めます。',
  removedYou: 'このルームから退出させられました',
  removedHelp:
    'このセッションの間、または運営する人が許可するまで続きます。許可されると、このページが自動で入口になります。',

  ended: 'このセッションは終了しました',
  endedBy: (name, at, isToday) =>
    `${name}さんが${when(at, isToday)}に全員のセッションを終了しました。ご参加ありがとうございました。`,
  endedByYou: (at, isToday) => `${when(at, isToday)}に全員のセッションを終了しました。`,
  endedUnattended: (at, isToday) =>
    `ルームを運営する人がいなくなり、セッションは${when(at, isToday)}に終了しました。ご参加ありがとうございました。`,
  endedAt: (at, isToday) => `セッションは${when(at, isToday)}に終了しました。`,
  wereInside: 'ルームにいた時間',
  atOnce: '同時にいた人数',
  wereOnStage: 'ステージにいた時間',
  number,
  length: lengthsOf('ja'),
  rejoin: 'セッションに戻る',
  endedRunner: 'あなたが参加すると、次のセッションが始まります。',
  endedOther: (host) => `このルームのホストの${host}さんか、モデレーターが次を始められます。`,
  opensItself: '始まると、このページが自動で入口になります。',
  toSession: 'ルームのページへ',
  youLeft: 'セッションを退出しました',
  youLeftHelp: 'セッションは続いています。視聴者として戻れます。',

  replaced: 'このルームを別のウィンドウで開きました',
  replacedHelp: 'そちらでルームに入っています。ここでは何も見えず、聞こえません。',
  useHere: 'ここで使う',
  outdated: 'Rostrumが更新されました',
  outdatedHelp: '続けるにはページを再読み込みしてください。場所はそのまま残ります。',
  cannotEnter: 'ここには入れません',

  nothingHere: 'ここには何もありません',
  nothingHereHelp: 'このアドレスの先には何もありません。アドレスを確認するか、送ってくれた人にお尋ねください。',
  noRoomHelp: 'このアドレスにルームはありません。送ってくれた人にお尋ねください。',
  linkBroken: 'このリンクは使えません',
  linkRevoked: 'このリンクは取り消されました',
  linkBrokenHelp: (host) =>
    host ? `${host}さんに新しいリンクを頼んでください。` : '送ってくれた人に新しいリンクを頼んでください。',
}
