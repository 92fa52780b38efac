import { Mic, MicOff } from 'lucide-react'
import styles from './MicrophoneSign.module.css'

export type MicrophoneState = 'on' | 'off' | 'speaking'

/** A microphone's state in one shape, wherever it is shown: told apart without colour. [TILE-2] */
export function MicrophoneSign({ state }: { state: MicrophoneState }) {
  if (state === 'speaking')
    return (
      <span aria-hidden className={styles.bars}>
        <i />
        <i />
        <i />
      </span>
    )
  const Sign = state === 'on' ? Mic : MicOff
  return <Sign aria-hidden size={16} strokeWidth={2.2} className={styles.sign} data-state={state} />
}
