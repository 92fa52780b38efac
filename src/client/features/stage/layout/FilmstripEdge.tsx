import { useEffect, useState } from 'react'
import { useMessages } from '../../../i18n/messages.ts'
import { OffScreenSpeakers } from './OffScreenSpeakers.tsx'
import type { Box } from './layout.ts'
import styles from './FilmstripEdge.module.css'

/** `isAbove`: the large tile lies under it; the names lie between the two, across nobody's face. */
type Props = { filmstrip: Box; tiles: readonly string[]; isAbove: boolean }

/** What a filmstrip needs because it scrolls: who speaks out of its sight is named at its edge, and a wheel goes along it. [LAYOUT-3] */
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

/** Whose tiles can be seen, at least by half; null before that is known. `tiles`: looked at again as there are others. */
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

/** A wheel that turns one way only scrolls a filmstrip that lies the other way. */
function scrollByWheel(): () => void {
  document.addEventListener('wheel', scrollOn, { passive: true })
  return () => document.removeEventListener('wheel', scrollOn)
}

function scrollOn({ target, deltaX, deltaY }: WheelEvent): void {
  const filmstrip = target instanceof Element && target.closest('[data-along=inline]')
  if (!filmstrip || Math.abs(deltaX) > Math.abs(deltaY)) return
  filmstrip.scrollLeft += getComputedStyle(filmstrip).direction === 'ltr' ? deltaY : -deltaY
}
