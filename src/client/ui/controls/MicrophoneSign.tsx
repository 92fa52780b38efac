import { Lock, Mic, MicOff } from 'lucide-react'
import type { CSSProperties } from 'react'
import type { MicrophoneState } from '../../call/media/microphone-state.ts'
import styles from './MicrophoneSign.module.css'

type Props = {
  /** `locked`: it is off, and its person cannot turn it on. */
  state: MicrophoneState | 'locked'
  /** The level of the voice, 0 to 1. */
  level?: number
}

/** The icon of a microphone's state, the same wherever it is shown; it can be read without colour. [TILE-2] */
export function MicrophoneSign({ state, level = 0.25 }: Props) {
  if (state === 'speaking') {
    // Perceived loudness grows with the root of the level.
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
