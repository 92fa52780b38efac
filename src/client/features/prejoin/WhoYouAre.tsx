import { useState } from 'react'
import { useMessages } from '../../i18n/messages.ts'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useLive } from '../../state/use-call.ts'
import styles from './WhoYouAre.module.css'

const ChangeName = lazyPart(async () => (await import('./ChangeName.tsx')).ChangeName)
const NotYou = lazyPart(async () => (await import('./NotYou.tsx')).NotYou)

/** The name that one has here, with ways to change it or to say that one is somebody else. [NAME-3] */
export function WhoYouAre() {
  const t = useMessages('core')
  const name = useLive((state) => state.you?.name ?? '')
  const [open, setOpen] = useState<'name' | 'not-you' | null>(null)
  const close = () => setOpen(null)
  const [before, after] = t.youAreHere
  return (
    <p className={styles.line}>
      <span>
        <span>{before}</span>
        <bdi>
          <b>{name}</b>
        </bdi>
        <span>{after}</span>
      </span>
      <span className={styles.acts}>
        <button type="button" onClick={() => setOpen('not-you')}>
          {t.notYou}
        </button>
        <button type="button" onClick={() => setOpen('name')}>
          {t.changeName}
        </button>
      </span>
      {open === 'name' && <ChangeName onClose={close} />}
      {open === 'not-you' && <NotYou onClose={close} />}
    </p>
  )
}
