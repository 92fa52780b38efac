import { roomLook } from '../room-look.ts'
import styles from './Logo.module.css'

/** The logo of the room that is shown; else ours, a lectern with somebody behind it. */
export function Logo() {
  const { logo } = roomLook()
  if (logo !== '') return <img src={logo} alt="" className={styles.own} />
  return (
    <svg className={styles.mark} viewBox="0 0 26 26" aria-hidden>
      <circle className={styles.head} cx="13" cy="6.2" r="4.2" />
      <path
        className={styles.desk}
        d="M3.6 12.6h18.8a1 1 0 0 1 1 1.2l-2 9.4a1 1 0 0 1-1 .8H5.6a1 1 0 0 1-1-.8l-2-9.4a1 1 0 0 1 1-1.2z"
      />
    </svg>
  )
}
