import { useEffect, useRef } from 'react'
import { useMessages } from '../../../i18n/messages.ts'
import styles from './Slides.module.css'

type Props = {
  path: string
  page: number
  last: number
  /** Of a page, in any unit: so large are all until they are there. */
  shape: { width: number; height: number } | null
  onTurn: (page: number) => void
}

/** Small pages in a row; a press turns to one. They are fetched as they come into sight. */
export function Thumbnails({ path, page, last, shape, onTurn }: Props) {
  const t = useMessages('content')
  const current = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // In braces: browsers answer a promise by now, which React would call when the effect ends.
    current.current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [page])
  return (
    <nav aria-label={t.allPages} className={styles.thumbnails}>
      {Array.from({ length: last }, (_, n) => n + 1).map((number) => (
        <button
          key={number}
          ref={number === page ? current : undefined}
          type="button"
          aria-label={t.toPage({ page: number })}
          aria-current={number === page ? 'page' : undefined}
          onClick={() => onTurn(number)}
        >
          <img
            src={`${path}/pages/${number}/640`}
            alt=""
            loading="lazy"
            draggable={false}
            // Where one is in the row is known before it is there.
            style={shape ? { aspectRatio: `auto ${shape.width} / ${shape.height}` } : {}}
          />
          <span aria-hidden>{number}</span>
        </button>
      ))}
    </nav>
  )
}
