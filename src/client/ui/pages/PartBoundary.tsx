import { use, useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { ErrorBoundary, useErrorBoundary } from 'react-error-boundary'
import { NotHad } from '../../i18n/lazy-messages.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../controls/Button.tsx'
import styles from './Loading.module.css'
import { Reload } from './Reload.tsx'
import { CallContext, useCall, useLive } from '../../state/use-call.ts'

const AGAIN_MS = 4_000

type Props = { again?: () => Promise<void>; children: ReactNode }

/** An error boundary: a part whose code or messages could not be loaded, or that cannot be drawn any more, does not take the page with it. */
export function PartBoundary({ again, children }: Props) {
  const [isTried, setIsTried] = useState(false)
  // Tries the part alone once; if that fails, the page is loaded again.
  const retry = async (reset: () => void) => {
    if (isTried) return false
    try {
      await again?.()
    } catch {
      return false
    }
    setIsTried(true)
    reset()
    return true
  }
  return <ErrorBoundary fallback={<PartFallback again={retry} />}>{children}</ErrorBoundary>
}

function PartFallback({ again }: { again: (reset: () => void) => Promise<boolean> }) {
  const { error, resetBoundary } = useErrorBoundary()
  const isNotHad = error instanceof NotHad
  return isNotHad ? <NotLoaded again={async () => await again(resetBoundary)} /> : <NotDrawn again={resetBoundary} />
}

/** A part that the server does not have any more, or that the network lost. It is tried again; the rest of the page goes on. */
function NotLoaded({ again }: { again: () => Promise<boolean> }) {
  const t = useMessages('core')
  const retry = useEffectEvent(again)
  useEffect(() => {
    const timer = setInterval(() => void retry(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <div className={styles.missing}>
      <p role="alert">{t.notLoaded}</p>
      <Reload first={again} />
    </div>
  )
}

/** [LANG-6] A part whose DOM something in the browser has changed. The call is outside of it, and goes on. */
function NotDrawn({ again }: { again: () => void }) {
  const t = useMessages('core')
  const isInCall = use(CallContext) !== null
  return (
    <div className={styles.missing}>
      <p role="alert">{t.notDrawn}</p>
      <span className={styles.answers}>
        <Button look="primary" onPress={again}>
          {t.drawAgain}
        </Button>
        {isInCall && <Mute />}
      </span>
    </div>
  )
}

/** A person who is heard can turn the microphone off, even if nothing else can be drawn. */
function Mute() {
  const t = useMessages('core')
  const call = useCall()
  const isOn = useLive((state) => state.me?.microphone ?? false)
  return isOn && <Button onPress={() => void call.turn('microphone', false)}>{t.turnMic({ on: true })}</Button>
}
