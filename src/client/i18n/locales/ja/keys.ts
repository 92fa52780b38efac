import type { KeysText } from '../en/keys.ts'

/** The list of the keys. */
export const keys: KeysText = {
  title: 'キーボードショートカット',
  on: '1文字のショートカットを使う',
  help: '文字の入力中は働きません。',
  space: 'スペース',
  arrows: '矢印キー',
  keys: {
    m: 'マイクのオン・オフ',
    v: 'カメラのオン・オフ',
    space: 'ステージでミュート中、押している間だけ話す',
    h: '手を挙げる・下ろす',
    c: 'チャットを開く・閉じる',
    p: '参加者を開く・閉じる',
    arrows: 'タイルの間と、ツールバーの中を移動',
    escape: '開いているものを閉じる',
    help: 'この一覧',
  },
}
