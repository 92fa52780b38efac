import { completed } from '../draft.ts'
import { faults as english, type FaultsText } from '../en/faults.ts'

/** What is wrong with a device, and what helps. */
export const faults: FaultsText = completed(english, {
  fault: {
    refused: {
      camera: 'ブラウザーにカメラの使用が許可されていません。',
      microphone: 'ブラウザーにマイクの使用が許可されていません。',
    },
    dismissed: {
      camera: 'カメラについてのブラウザーの確認が閉じられました。「もう一度試す」を押して、答えてください。',
      microphone: 'マイクについてのブラウザーの確認が閉じられました。「もう一度試す」を押して、答えてください。',
    },
    system: {
      camera:
        'システムがブラウザーにカメラを使わせていません。プライバシー設定で許可してから、もう一度お試しください。',
      microphone:
        'システムがブラウザーにマイクを使わせていません。プライバシー設定で許可してから、もう一度お試しください。',
    },
    framed: {
      camera: 'このルームを囲むページがカメラを渡していません。ルームを独立したタブで開いてください。',
      microphone: 'このルームを囲むページがマイクを渡していません。ルームを独立したタブで開いてください。',
    },
    none: {
      camera: 'カメラが接続されていません。接続してから、もう一度お試しください。',
      microphone: 'マイクが接続されていません。接続してから、もう一度お試しください。',
    },
    busy: {
      camera: 'ほかのプログラムがカメラを使っています。終了してから、もう一度お試しください。',
      microphone: 'ほかのプログラムがマイクを使っています。終了してから、もう一度お試しください。',
    },
    insecure: {
      camera: 'ブラウザーはHTTPSのページにだけカメラを渡します。安全なアドレスをホストにお尋ねください。',
      microphone: 'ブラウザーはHTTPSのページにだけマイクを渡します。安全なアドレスをホストにお尋ねください。',
    },
    unsupported: {
      camera: 'このブラウザーではカメラを使えません。最新のChrome、Edge、Firefox、Safariをお試しください。',
      microphone: 'このブラウザーではマイクを使えません。最新のChrome、Edge、Firefox、Safariをお試しください。',
    },
    unplugged: {
      camera: 'カメラが取り外されたため、オフになりました。',
      microphone: 'マイクが取り外されたため、オフになりました。',
    },
    failed: {
      camera: 'カメラが起動しませんでした。つなぎ直してから、もう一度お試しください。',
      microphone: 'マイクが起動しませんでした。つなぎ直してから、もう一度お試しください。',
    },
  },
  allow: {
    chromium: 'アドレスの前のマークを押して、カメラとマイクを許可してから、もう一度お試しください。',
    firefox: 'アドレスバーの斜線の付いたマークを押して、ブロックを解除してから、もう一度お試しください。',
    safari: 'Safariメニューの「このWebサイトでの設定」でカメラとマイクを許可してから、もう一度お試しください。',
    other: 'ブラウザーのこのページの設定でカメラとマイクを許可してから、もう一度お試しください。',
  },
})
