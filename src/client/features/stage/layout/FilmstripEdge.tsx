import { useEffect, useState } from 'react'
import { useMessages } from '../../../i18n/messages.ts'
import { OffScreenSpeakers } from './OffScreenSpeakers.tsx'
import type { Box } from './layout.ts'
import styles from './FilmstripEdge.module.css'

/** `isAbove`: the filmstrip is above the large tile; the names are then between the two, over nobody's face. */
type Props = { filmstrip: Box; tiles: readonly string[]; isAbove: boolean }

/** What a filmstrip needs because it scrolls: names of speakers who are out of sight, and scrolling by the wheel. [LAYOUT-3] */
export function FilmstripEdge({ filmstrip: { x, y, width, height }, tiles, isAbove }: Props) {
  const words = useMessages('stage')
  const shown = useInSight(tiles.join(' '))
  useEffect(scrollByWheel, [])
  return (
    <div
      className={styles.edge}
      data-above={isAbove}
      style={{ insetInlineStart: x, insetBlockStart: y, inlineSize: width, blockSize: height }}
    >
      {shown && <OffScreenSpeakers shown={shown} words={words.speaksOutOfSight} />}
    </div>
  )
}

/** The tiles of which at least half is visible; null before that is known. Measured again when `tiles` changes. */
function useInSight(tiles: string): readonly string[] | null {
  const [inSight, setInSight] = useState<readonly string[] | null>(null)
  useEffect(() => {
    const seen = new Set<string>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const id = target.getAttribute('data-tile') ?? ''
          if (isIntersecting) seen.add(id)
          else seen.delete(id)
        }
        setInSight([...seen])
      },
      { threshold: 0.5 },
    )
    for (const tile of document.querySelectorAll('[data-tile]')) observer.observe(tile)
    return () => observer.disconnect()
  }, [tiles])
  return inSight
}

/** A wheel that turns in one direction scrolls a filmstrip of the other direction too. */
function scrollByWheel(): () => void {
  document.addEventListener('wheel', scrollOn, { passive: true })
  return () => document.removeEventListener('wheel', scrollOn)
}

function scrollOn({ target, deltaX, deltaY }: WheelEvent): void {
  const filmstrip = target instanceof Element && target.closest('[data-along=inline]')
  if (!filmstrip || Math.abs(deltaX) > Math.abs(deltaY)) return
  filmstrip.scrollLeft += getComputedStyle(filmstrip).direction === 'ltr' ? deltaY : -deltaY
}
