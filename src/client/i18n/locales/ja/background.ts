import type { BackgroundText } from '../en/background.ts'

/** The menu of backgrounds, and a picture of one’s own as one. */
export const background: BackgroundText = {
  background: '背景',
  kind: {
    none: 'なし',
    'slight-blur': '少しぼかす',
    blur: 'ぼかす',
    study: '書斎',
    window: '窓',
    shelves: '本棚',
    curtain: 'カーテン',
    hills: '丘',
    dusk: '夕暮れ',
    own: '自分の画像',
  },
  fault: {
    'too-large': 'この画像は大きすぎます。20 MB、6,400万画素までの画像を選んでください。',
    'no-picture':
      'このファイルは、このブラウザーで表示できる画像ではありません。PNG、JPEG、WebPのいずれかを選んでください。',
  },
  upload: '自分の画像を使う',
  uploadHelp: 'この端末にだけ残ります。ルームに届くのはカメラの映像だけです。',
  notKept: 'このブラウザーは画像を保存しないため、ページを閉じるまで使えます。',
}
