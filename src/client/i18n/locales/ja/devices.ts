import type { DevicesText } from '../en/devices.ts'
import type { LinkVerdict } from '../../../call/media/link.ts'

const by = (who: string) => (who ? `${who}さん` : 'モデレーター')

/** The verdict on the connection, and what follows from it. */
function link(verdict: LinkVerdict): [string, string] {
  if (verdict.is === 'checking') return ['接続を確認しています…', '']
  if (verdict.is === 'sound-only') return ['接続が弱い状態です。', 'カメラをオフにして参加すれば、声は全員に届きます。']
  if (verdict.is === 'good')
    return [
      '接続は良好です。',
      verdict.over === 'udp'
        ? '映像と音声は全員に届きます。'
        : 'ネットワークがUDPを遮断しているため、映像と音声はTCPで送られ、少し遅れることがあります。',
    ]
  return ['接続できません。', NONE[verdict.why]]
}

const NONE: Record<Extract<LinkVerdict, { is: 'none' }>['why'], string> = {
  signalling: '音声と映像のサーバーが応答しません。自動的に再試行します。',
  udp: 'UDPがサーバーに届かず、サーバーにはTCPがありません。別のネットワークを試すか、ホストに知らせてください。',
  tcp: 'TCPがサーバーに届かず、サーバーにはUDPがありません。別のネットワークを試すか、ホストに知らせてください。',
  both: 'UDPもTCPもサーバーに届きません。VPNを使わない別のネットワークを試すか、ホストに知らせてください。',
}

/** What comes with *Set devices*. */
export const devices: DevicesText = {
  link,
  notKept: 'このブラウザーはこのページの情報を保存しません。選んだ内容は閉じると失われます。',

  microphone: 'マイク',
  speaker: 'スピーカー',
  noDevice: 'なし',
  systemDefault: 'システムの既定',
  noise: 'ノイズ低減',
  appearance: '外観',
  appearanceKind: { system: 'システムに合わせる', light: 'ライト', dark: 'ダーク' },
  noiseKind: { off: 'オフ', standard: '標準', strong: '強' },
  testSpeaker: 'スピーカーをテスト',
  playing: '再生中',
  device: (n) => `デバイス${n}`,
  level: 'マイクの音量',
  opening: 'ブラウザーがカメラとマイクの使用を確認しています。',
  cameraIsOff: 'カメラはオフです',
  beforePreview:
    '「ステージに上がる」を押すと、まずカメラとマイクが自分だけに開きます。もう一度押すまで、姿も声も誰にも届きません。',
  previewHelp: '「ステージに上がる」を押すまで、姿も声も誰にも届きません。',
  getReady: 'ステージに上がる準備',
  devicesLater: 'カメラとマイクは、ステージに上がるときに設定します。いまは何も使っていません。',
  invited: 'ステージに招待されています',
  invitedHeld: (who) =>
    `${by(who)}が、バックステージでの待機をお願いしています。そこでは姿と声がモデレーターに届き、順番になるとステージに上がります。`,
  invitedBy: (who) => `${by(who)}が発言をお願いしています。準備の間もルームの音は聞こえます。`,
  joinStageInvited: 'ステージに上がる',
  declineInvitation: '招待を断る',
}
