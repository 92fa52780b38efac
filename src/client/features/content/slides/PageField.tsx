import { useState } from 'react'
import { useMessages } from '../../../i18n/messages.ts'
import styles from './Slides.module.css'

type Props = { page: number; pages: number; last: number; onTurn: (page: number) => void }

/** The number of the page, in which another is typed to jump there. */
export function PageField({ page, pages, last, onTurn }: Props) {
  const t = useMessages('content')
  const [typed, setTyped] = useState<string | null>(null)
  const jump = () => {
    const wanted = Number(typed)
    setTyped(null)
    if (typed !== null && Number.isInteger(wanted) && wanted >= 1) onTurn(Math.min(wanted, last))
  }
  return (
    <form
      className={styles.field}
      onSubmit={(event) => {
        event.preventDefault()
        jump()
      }}
    >
      <input
        aria-label={t.jump}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        value={typed ?? String(page)}
        size={String(pages).length}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value.replaceAll(/\D/g, ''))}
        onBlur={jump}
        onKeyDown={(event) => event.key === 'Escape' && setTyped(null)}
      />
      <span>{t.ofPages({ pages })}</span>
    </form>
  )
}
