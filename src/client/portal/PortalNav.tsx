import { CalendarDays } from 'lucide-react'
import { Link } from 'wouter'
import { useMessages } from '../i18n/messages.ts'
import styles from './PortalNav.module.css'

/** At the head of the pages around the room: the way to one's own sessions. */
export function PortalNav({ isHere = false }: { isHere?: boolean }) {
  const words = useMessages('my-sessions')
  return (
    <nav aria-label={words.nav}>
      <Link href="/sessions" className={styles.link} aria-current={isHere ? 'page' : undefined}>
        <CalendarDays aria-hidden size={20} strokeWidth={1.9} />
        <span>{words.title}</span>
      </Link>
    </nav>
  )
}
