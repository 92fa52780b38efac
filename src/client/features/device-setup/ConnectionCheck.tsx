import { Wifi, WifiLow, WifiOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { LinkVerdict } from '../../call/media/link.ts'
import { type Messages, useMessages } from '../../i18n/messages.ts'
import { useCall } from '../../state/use-call.ts'
import styles from './ConnectionCheck.module.css'

const SIGN = { checking: Wifi, good: Wifi, 'sound-only': WifiLow, none: WifiOff }

/** What to expect of the connection on stage. It only advises. [DEVICE-8] */
export function ConnectionCheck() {
  const t = useMessages('device-setup')
  const call = useCall()
  const [verdict, setVerdict] = useState<LinkVerdict>({ is: 'checking' })
  useEffect(() => call.watchLink(setVerdict), [call])
  const Sign = SIGN[verdict.is]
  const [what, means] = linkWords(verdict, t.link)
  return (
    <div role="status" className={styles.verdict} data-is={verdict.is}>
      <Sign aria-hidden size={20} className={styles.sign} />
      <span>
        <b>{what}</b>
        <span>{` ${means}`}</span>
      </span>
    </div>
  )
}

function linkWords(verdict: LinkVerdict, words: Messages['device-setup']['link']): readonly [string, string] {
  if (verdict.is === 'good') return words[verdict.over]
  if (verdict.is === 'none') return words.none[verdict.why]
  return verdict.is === 'checking' ? words.checking : words.soundOnly
}
