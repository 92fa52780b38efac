import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { runs } from '../../rules/policy.ts'
import type { Notice } from '../live/live.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { later } from '../ui/later.tsx'
import { useText, type Text } from '../ui/text.ts'
import { useCall, useLive } from '../ui/use-live.ts'
import styles from './Notices.module.css'

// Only those who run the room are told who waits.
const WaitingNotice = later(async () => (await import('./WaitingNotice.tsx')).WaitingNotice)

const FaultWords = later(async () => (await import('../greenroom/FaultWords.tsx')).FaultWords)

const NEWS_STAYS_MS = 6_000
const SHOWN = 3

/** What has just happened to this person, or is asked of them, at the foot of the stage. */
export function Notices() {
  const t = useText()
  const notices = useLive((state) => state.notices)
  const isRunner = useLive((state) => state.me !== null && runs(state.me.role))
  return (
    <div role="region" aria-label={t.notices} aria-live="polite" className={styles.notices}>
      {notices.slice(-SHOWN).map((notice) => (
        <Toast key={notice.id} notice={notice} />
      ))}
      {isRunner && <WaitingNotice />}
    </div>
  )
}

/** News leaves by itself, not while pointed at; a question stays until it is answered. */
function Toast({ notice }: { notice: Notice }) {
  const t = useText()
  const call = useCall()
  const [isHeld, setIsHeld] = useState(false)
  const asks = notice.kind === 'asks-to-join' || notice.kind === 'asked-to-unmute'
  useEffect(() => {
    if (asks || isHeld) return undefined
    const timer = setTimeout(() => call.dismiss(notice.id), NEWS_STAYS_MS)
    return () => clearTimeout(timer)
  }, [asks, isHeld, call, notice.id])

  return (
    <div
      className={styles.toast}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <p dir="auto">
        {notice.kind === 'device-fault' ? (
          <FaultWords source={notice.source} fault={notice.fault} />
        ) : (
          wordsOf(notice, t)
        )}
      </p>
      {notice.kind === 'asked-to-unmute' && (
        <Button size="small" look="primary" onPress={() => void call.turn('microphone', true)}>
          {t.turnMic(false)}
        </Button>
      )}
      {notice.kind === 'muted-voice' && (
        <Button size="small" look="primary" onPress={() => void call.turn('microphone', true)}>
          {t.turnItOn}
        </Button>
      )}
      {notice.kind === 'asks-to-join' && (
        <>
          <Button size="small" look="primary" onPress={() => void call.ask({ type: 'invite', person: notice.person })}>
            {t.bringToStage}
          </Button>
          <Button size="small" onPress={() => void call.ask({ type: 'declineRequest', person: notice.person })}>
            {t.decline}
          </Button>
        </>
      )}
      <IconButton icon={X} label={t.dismiss} onPress={() => call.dismiss(notice.id)} />
    </div>
  )
}

function wordsOf(notice: Exclude<Notice, { kind: 'device-fault' }>, t: Text): string {
  switch (notice.kind) {
    case 'refused':
      return t.refusal[notice.refusal]
    case 'away':
    case 'off-stage-foul':
    case 'made-room':
    case 'muted-voice':
      return t.notice[notice.kind]
    case 'role-set':
      return t.notice[notice.kind](notice.by, notice.role)
    case 'locked':
    case 'unlocked':
      return t.notice[notice.kind](notice.by, notice.source)
    case 'asks-to-join':
    case 'raised-hand':
    case 'invitation-declined':
      return t.notice[notice.kind](notice.name)
    default:
      return t.notice[notice.kind](notice.by)
  }
}
