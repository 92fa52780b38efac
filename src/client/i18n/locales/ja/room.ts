import type { RoomText } from '../en/room.ts'
import { formatsOf } from '../../formats.ts'

const { number } = formatsOf('ja')

/** The room’s frame: toolbar, sheet, keys. */
export const room: RoomText = {
  more: 'その他',
  skipToControls: 'ルームの操作へ移動',
  skipToPanel: 'パネルへ移動',
  portraitHint: 'スマートフォンを縦に持つと、ルームが広く見えます。',
  shortcuts: 'キーボードショートカット',
  seeLess: '少なく表示',
  quoted: (words) => `「${words}」`,
  nobodyInQueue: '列には誰もいません。',
  alone: 'まだほかに誰もいません',
  aloneHelp: '入ってきた人はこのリストに表示されます。',
  nobodyFoundHelp: '文字を減らして試してください。大文字と小文字は区別しません。',
  panelFull: 'パネルを大きくする',
  shareScreen: '画面を共有',
  stopSharing: '共有を終了',
  panelHalf: 'パネルを小さくする',
  bell: (unread) => (unread === 0 ? 'お知らせ' : `お知らせ、未読${number(unread)}件`),
  giveFeedback: 'フィードバックを送る',
}
