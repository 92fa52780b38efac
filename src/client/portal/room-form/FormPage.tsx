import type { FormEvent, ReactNode } from 'react'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useTitle } from '../../ui/hooks/use-title.ts'
import { PortalLink } from '../PortalLink.tsx'
import styles from './RoomForm.module.css'
import { PortalTop } from '../PortalTop.tsx'

type Props = {
  title: string
  /** What the button says that sends the form; without it there is none. */
  send?: string
  isBusy?: boolean
  /** What came of it last; or why not. */
  said?: string
  fault?: string
  onSend?: () => void
  onDiscard?: (() => void) | undefined
  children: ReactNode
}

/** The page around a room's form: what it is, where one came from, and the button that sends it. */
export function FormPage({ title, send, isBusy, said, fault, onSend, onDiscard, children }: Props) {
  const words = useMessages('room-form')
  const sessions = useMessages('my-sessions')
  useTitle(title)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isBusy) onSend?.()
  }
  return (
    <>
      <PortalTop />
      <main>
        <form className={styles.page} onSubmit={submit} noValidate>
          <div className={styles.head}>
            <div>
              <PortalLink to="/sessions">{sessions.title}</PortalLink>
              <h1 className={styles.title}>{title}</h1>
            </div>
            <div className={styles.tools}>
              <p role="status" className={styles.help}>
                {said}
              </p>
              {onDiscard && (
                <Button look="quiet" onPress={onDiscard}>
                  {words.discard}
                </Button>
              )}
              {send && (
                <Button type="submit" look="primary">
                  {send}
                </Button>
              )}
            </div>
            <p role="alert" className={styles.fault}>
              {fault}
            </p>
          </div>
          {children}
        </form>
      </main>
    </>
  )
}
