import type { ReactNode } from 'react'
import type { Reaction } from '../../../protocol/types.ts'
import styles from './ReactionSign.module.css'

// Drawn here, because not every system has a font with coloured emoji.
const FACE = <circle className={styles.skin} cx="16" cy="16" r="13" />
const EYES = (
  <>
    <circle className={styles.ink} cx="11.5" cy="13.5" r="1.9" />
    <circle className={styles.ink} cx="20.5" cy="13.5" r="1.9" />
  </>
)

const DRAWN: Record<Reaction, ReactNode> = {
  clap: (
    <>
      <path className={styles.spark} d="M16 2.2v3.4M9.4 3.6l1.5 3M22.6 3.6l-1.5 3" />
      <g transform="rotate(24 20 20)">
        <path
          className={styles.shade}
          d="M15 28.4c-2.6-1.5-3.6-4.3-3.6-7V12a1.9 1.9 0 0 1 3.8 0v-1.700a1.9 1.9 0 0 1 3.8 0v1.500a1.9 1.9 0 0 1 3.8 0v1.700a1.9 1.9 0 0 1 3.8 0v8.500c0 4.5-3 7.8-6.8 7.800z"
        />
      </g>
      <g transform="rotate(-24 12 20)">
        <path
          className={styles.skin}
          d="M17 28.400c2.6-1.5 3.6-4.3 3.6-7V12a1.9 1.9 0 0 0-3.8 0v-1.700a1.9 1.9 0 0 0-3.8 0v1.500a1.9 1.9 0 0 0-3.8 0v1.700a1.9 1.9 0 0 0-3.8 0v8.500c0 4.5 3 7.8 6.8 7.800z"
        />
        <path className={styles.line} d="M9.2 13.500v5M13 12v6M16.8 12v6" />
      </g>
    </>
  ),
  heart: (
    <path
      className={styles.heart}
      d="M16 28.2 5.7 18.300C.2 12.8 3.7 4.2 10.3 4.200c2.4 0 4.4 1.2 5.7 3.2 1.3-2 3.3-3.2 5.7-3.2 6.6 0 10.1 8.6 4.6 14.100z"
    />
  ),
  think: (
    <>
      {FACE}
      {EYES}
      <path
        className={styles.line}
        d="M8.8 9.600c1.4-1 3.2-1.1 4.8-.4M18.5 8.200c1.6-.9 3.5-.8 4.8.3M12.8 20.600c2-.9 4.3-1 6.3-.4"
      />
      <path
        className={styles.shade}
        d="M6.7 24.200c0-1.1.9-1.9 2-1.900h1.500l2.4-2.600c.7-.7 1.8-.7 2.4 0 .6.7.5 1.7-.1 2.400l-.9 1h3.700a1.7 1.7 0 0 1 0 3.400h-1.100c.3 2.6-1.9 4.5-4.6 4.5-3.2 0-5.3-2.2-5.3-5z"
      />
    </>
  ),
  wow: (
    <>
      {FACE}
      <circle className={styles.ink} cx="11.3" cy="13.6" r="2.2" />
      <circle className={styles.ink} cx="20.7" cy="13.6" r="2.2" />
      <ellipse className={styles.ink} cx="16" cy="22" rx="3.3" ry="4.2" />
      <path className={styles.line} d="M8.6 8.600c1.2-1.2 2.9-1.7 4.6-1.300M23.4 8.600c-1.2-1.2-2.9-1.7-4.6-1.3" />
    </>
  ),
  smile: (
    <>
      {FACE}
      {EYES}
      <path className={styles.ink} d="M9 18.200h14a7 7 0 0 1-14 0z" />
    </>
  ),
}

/** A reaction as a picture; its name stands beside it or on the element around it. */
export function ReactionSign({ reaction }: { reaction: Reaction }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={styles.sign}>
      {DRAWN[reaction]}
    </svg>
  )
}
