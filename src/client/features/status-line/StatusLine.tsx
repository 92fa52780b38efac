import { Eye, Hand, Hourglass, Mic, MicOff, MonitorUp, Presentation } from 'lucide-react'
import type { Millis } from '../../../protocol/types.ts'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { wholeMinutes } from '../../i18n/lengths.ts'
import { type Messages, useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import { statusWords, type StatusWords } from '../../call/notifications/status-words.ts'
import styles from './StatusLine.module.css'

// Only for people with a raised hand.
const Reason = lazyPart(async () => (await import('../hands/Reason.tsx')).Reason)

const SIGNS = {
  backstage: Hourglass,
  watching: Eye,
  hand: Hand,
  onStage: Mic,
  onStageHeard: Mic,
  onStageMuted: MicOff,
  onStageQuiet: MicOff,
  presenting: Presentation,
  sharing: MonitorUp,
  sharingHeard: MonitorUp,
  sharingMuted: MonitorUp,
}

/** Always one sentence: where one is, and who can see or hear one. */
export function StatusLine() {
  const t = useMessages('core')
  const words = useLive((state): StatusWords => statusWords(state.me, state.session))
  const place = useLive((state) => state.place)
  const wait = useLive((state) => state.wait)
  const hand = useLive((state) => state.session.hands.get(state.you?.id ?? ''))
  const Sign = SIGNS[words]
  const [title, text] = t.place[words]
  return (
    <div className={styles.place}>
      {/* LiveAnnouncer announces changes: announcing here would repeat them. */}
      <p className={styles.line} data-words={words}>
        <span key={words + String(place)} className={styles.said}>
          <Sign aria-hidden size={22} strokeWidth={1.9} />
          <span>
            <b>{title}</b>
            <span className={styles.text}>
              {words === 'hand' && place !== null ? placeInLine(place, wait, t) : text}
            </span>
          </span>
        </span>
      </p>
      {/* A person backstage has been invited already, and the space is needed for the sentence. */}
      {hand && words !== 'backstage' && <Reason hand={hand} />}
    </div>
  )
}

/** [HAND-1] One's place in the queue, with the estimated wait if known. */
function placeInLine(n: number, wait: Millis | null, t: Messages['core']): string {
  return wait === null ? t.youAreNth({ n }) : t.youAreNthAbout({ n, minutes: wholeMinutes(wait) })
}
