import type { ShareText } from '../en/share.ts'

/** What comes with a shared screen, or with the question before it. */
export const share: ShareText = {
  insteadOf: (name) => `${name}さんに代わって共有しますか？`,
  insteadHelp: (name) => `${name}さんが画面を共有しています。共有するものを選ぶと、その共有は終わります。`,
  isSharing: (name) => `${name}さんが画面を共有しています`,
  sharerFirst: 'ルームを運営する人の共有は中断できません。先に終えてもらってください。',
  screenOf: (name) => `${name}さんの画面`,
  shares: '画面を共有中',
  stopShareOf: (name) => `${name}さんの共有を終了`,
  makeLarge: '画面を大きく表示',
  fullScreen: '全画面表示',
  leaveFullScreen: '全画面表示を終了',
  everyoneSees: 'ルームの全員に見えます。許可した場合は音も聞こえます。',
}
