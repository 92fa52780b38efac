import type { ReactNode } from 'react'
import { useMessages } from '../../i18n/messages.ts'
import { useTitle } from '../../ui/hooks/use-title.ts'
import { LoadingPage } from '../../ui/pages/Loading.tsx'
import styles from '../portal.module.css'
import { PortalLink } from '../PortalLink.tsx'
import { useAccount } from '../account/use-account.ts'
import { AuditLog } from './AuditLog.tsx'
import { Outbox } from './Outbox.tsx'
import { People } from './People.tsx'
import { Settings } from './Settings.tsx'
import { PortalTop } from '../PortalTop.tsx'

const PARTS: Record<string, () => ReactNode> = { people: People, mails: Outbox, audit: AuditLog, settings: Settings }

/** What administrators see and change. `part`: which of its pages. [ACCOUNT-7] */
export function Administration({ part }: { part: string }) {
  const t = useMessages('core')
  const words = useMessages('admin')
  const { outbox } = useMessages('outbox')
  useTitle(words.title)
  const { page } = useAccount()
  if (!page) return <LoadingPage />
  const isAdmin = page.account?.role === 'admin'
  const Part = PARTS[part]
  return (
    <>
      <PortalTop />
      <main className={styles.wide}>
        <h1 className={styles.title}>{words.title}</h1>
        {isAdmin ? (
          <>
            <nav aria-label={words.title} className={styles.row}>
              <PortalLink to="/admin" isHere={part === 'people'}>
                {words.people}
              </PortalLink>
              <PortalLink to="/admin/mails" isHere={part === 'mails'}>
                {outbox}
              </PortalLink>
              <PortalLink to="/admin/audit" isHere={part === 'audit'}>
                {words.audit}
              </PortalLink>
              <PortalLink to="/admin/settings" isHere={part === 'settings'}>
                {words.settings}
              </PortalLink>
            </nav>
            {Part && <Part />}
          </>
        ) : (
          <p className={styles.help}>{t.refusal[page.account ? 'admins-only' : 'sign-in-first']}</p>
        )}
      </main>
    </>
  )
}
