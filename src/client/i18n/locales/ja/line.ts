import type { LineText } from '../en/line.ts'

/** 自分の接続。 */
export const line: LineText = {
  title: 'あなたの接続',
  weak: ['接続が弱くなっています。', '音声だけなら、はるかに少ない通信量で済みます。'],
  noMedia: 'このブラウザーでは音声と映像を受信できません',
  noMediaMeans:
    'WebRTC がないか、拡張機能・設定・組織によって無効になっています。チャット、挙手、一覧はそのまま使えます。別のブラウザーなら音声と映像を受信でき、ステージにも上がれます。',
  soundOnly: '音声のみ',
  soundOnlyMeans: '全員の音声が聞こえ、映像は届きません。',
  noPictures: '映像は届きません。',
  showPictures: '映像を表示',
  saveData: 'データを節約',
  saveDataMeans: 'カメラの映像は小さく、共有画面はコマ数を減らして受け取ります。この端末に記憶されます。',
}
