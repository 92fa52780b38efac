import { DatabaseZap, Hourglass, VideoOff, VolumeX, Wifi, WifiOff, type LucideIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Millis } from '../../../protocol/types.ts'
import { isModerator } from '../../../rules/permissions/policy.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { type NoticeWords, useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import type { Tone } from './notice-signs.ts'
import { NoticeLine } from './NoticeLine.tsx'
import styles from './Notices.module.css'

const WeakConnection = lazyPart(async () => (await import('../stage/WeakConnection.tsx')).WeakConnection)

// Only moderators see it, and few of them.
const RehearsalLine = lazyPart(async () => (await import('../rehearsal/RehearsalLine.tsx')).RehearsalLine)

const BACK_STAYS_MS = 4_000

type Start = readonly [name: string, run: () => void]
type State = { sign: readonly [LucideIcon, Tone]; words: NoticeWords; start?: Start }

/** The state of the connection if something is wrong with it, or the button that starts blocked sound or pictures. */
export function Banner() {
  const isCut = useLive((state) => state.connection === 'reconnecting')
  const isMediaAway = useLive((state) => state.media === 'away' || state.media === 'reconnecting')
  const [wasAway, setWasAway] = useState(false)
  const isAway = isCut || isMediaAway
  if (isAway && !wasAway) setWasAway(true)
  useEffect(() => {
    if (isAway || !wasAway) return undefined
    const timer = setTimeout(() => setWasAway(false), BACK_STAYS_MS)
    return () => clearTimeout(timer)
  }, [isAway, wasAway])
  const state = useBanner(isCut, isMediaAway, wasAway)
  const isWeak = useLive(({ isConnectionWeak: isLineWeak, receiving }) => isLineWeak && receiving.pictures)
  const [isDismissed, setIsDismissed] = useState(false)
  if (!isWeak && isDismissed) setIsDismissed(false)
  const rehearsal = useLive(({ me, session }) => (me && isModerator(me.role) ? session.rehearsal : null))
  // By when it began: who has not seen a rehearsal need not read what came of it, and reads it once.
  const [seen, setSeen] = useState<Millis | null>(null)
  if (rehearsal?.endedAt === null && seen !== rehearsal.at) setSeen(rehearsal.at)
  return (
    <div role="status" data-live-announcer="true" className={styles.toasts}>
      {state && (
        <div className={styles.toast}>
          <NoticeLine sign={state.sign} words={state.words}>
            {state.start && (
              <Button size="small" look="primary" onPress={state.start[1]}>
                {state.start[0]}
              </Button>
            )}
          </NoticeLine>
        </div>
      )}
      {!state && rehearsal && rehearsal.at === seen && (
        <div className={styles.toast}>
          <RehearsalLine rehearsal={rehearsal} onDismiss={() => setSeen(null)} />
        </div>
      )}
      {!state && isWeak && !isDismissed && <WeakConnection onDismiss={() => setIsDismissed(true)} />}
    </div>
  )
}

/** The most important of them; and for a moment after reconnecting, that one is back and the page up to date. */
function useBanner(isCut: boolean, isMediaAway: boolean, wasAway: boolean): State | null {
  const words = useMessages('notifications')
  const isHeard = useLive((state) => state.me?.microphone ?? false)
  const call = useCall()
  const isRestarting = useLive((state) => state.isRestarting)
  const isStoreUp = useLive((state) => state.isStoreUp)
  const isSoundBlocked = useLive((state) => state.soundBlocked)
  const arePicturesBlocked = useLive((state) => state.picturesBlocked)
  const endsAt = useLive((state) => state.session.endsAt)
  if (isCut)
    return {
      sign: [WifiOff, 'wait'],
      words: words.reconnecting[isRestarting ? 'restart' : isHeard ? 'heard' : 'muted'],
    }
  if (isMediaAway) return { sign: [WifiOff, 'wait'], words: words.mediaAway }
  if (!isStoreUp) return { sign: [DatabaseZap, 'wait'], words: words.storeAway }
  // A press that starts the sound starts the pictures too.
  if (isSoundBlocked)
    return { sign: [VolumeX, 'plain'], words: words.soundBlocked, start: [words.startSound, () => call.startSound()] }
  if (arePicturesBlocked) {
    const start: Start = [words.startPictures, () => call.startPictures()]
    return { sign: [VideoOff, 'plain'], words: words.picturesBlocked, start }
  }
  if (wasAway) return { sign: [Wifi, 'floor'], words: words.back }
  return endsAt === null ? null : { sign: [Hourglass, 'wait'], words: words.endsSoon({ at: endsAt }) }
}
