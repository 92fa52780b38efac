import { Lock, Mic, MicOff } from 'lucide-react'
import type { CSSProperties } from 'react'
import type { MicrophoneState } from '../../call/media/microphone-state.ts'
import styles from './MicrophoneSign.module.css'

type Props = {
  /** `locked`: it is off, and its person cannot turn it on. */
  state: MicrophoneState | 'locked'
  /** How loud the voice is, 0 to 1. */
  level?: number
}

/** A microphone's state in one shape, wherever it is shown: told apart without colour. [TILE-2] */
export function MicrophoneSign({ state, level = 0.25 }: Props) {
  if (state === 'speaking') {
    // Loudness is felt by its root.
    const style: CSSProperties & { '--level': string } = { '--level': Math.sqrt(Math.min(1, level)).toFixed(1) }
    return (
      <span aria-hidden className={styles.bars} style={style}>
        <i />
        <i />
        <i />
      </span>
    )
  }
  const Sign = state === 'on' ? Mic : state === 'off' ? MicOff : Lock
  return (
    <Sign aria-hidden size={16} strokeWidth={2.2} className={styles.sign} data-state={state === 'on' ? 'on' : 'off'} />
  )
}
