import type { StageText } from '../en/stage.ts'
import { formatsOf } from '../../formats.ts'

const { number } = formatsOf('ja')

/** Tiles, and what their menus do. */
export const stage: StageText = {
  setMain: 'メインカメラにする',
  unsetMain: 'メインカメラを解除',
  setMainForAll: '全員のメインカメラにする',
  unsetMainForAll: '全員のメインカメラを解除',
  isMainForAll: '全員のメインカメラ',
  fit: '枠に収める',
  fill: '枠いっぱいに表示',
  pictureInPicture: 'ピクチャーインピクチャー',
  fullScreen: '全画面表示',
  stageFullScreen: 'ステージを全画面表示',
  leaveFullScreen: '全画面表示を終了',
  mirror: '自分の映像を左右反転',
  unmirror: 'ほかの人に見えるとおりに表示',
  hideSelf: '自分のタイルを自分には隠す',
  showSelf: '自分のタイルを表示',
  selfHidden: '自分のタイルを隠しています。ほかの人には見えています。',
  youAreMuted: 'ミュート中です',
  youAnd: (role) => `自分、${role}`,
  weak: '接続が弱い',
  lost: '接続なし',
  pages: 'ステージのページ',
  page: (n, of) => `${number(n)} / ${number(of)}`,
  previousPage: '前のページ',
  nextPage: '次のページ',
  speaksElsewhere: (names) => `別のページで${names}`,
  speaksOutOfSight: (names) => `表示範囲外で${names}`,
}
