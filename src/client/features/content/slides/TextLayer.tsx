import { useMemo } from 'react'
import { PageText } from '../../../../protocol/portal/content.ts'
import { useJson } from '../fetch-json.ts'
import styles from './TextLayer.module.css'

type Size = { width: number; height: number }
type Props = { address: string; size: Size; onPage: (page: number) => void; pageLabel: (page: number) => string }

// In the units of its own font size: any will do, for only the ratio counts.
const MEASURED_PX = 100
const FAMILY = 'sans-serif'

/**
 * What is written on a page, over its picture: to be selected, found and read aloud in the order of the document; and its links. Those to
 * other pages turn one's own view alone.
 */
export function TextLayer({ address, size, onPage, pageLabel }: Props) {
  const text = useJson(PageText, address)
  const widths = useMemo(() => text?.lines.map(({ text: line }) => widthOf(line)) ?? [], [text])
  if (!text || size.height === 0) return null
  return (
    <div className={styles.layer}>
      {text.lines.map((line, n) => {
        const height = line.height * size.height
        const natural = ((widths[n] ?? 0) / MEASURED_PX) * height
        const stretch = natural > 0 ? (line.width * size.width) / natural : 1
        return (
          <p
            key={n}
            dir={line.direction}
            style={{
              left: `${100 * line.x}%`,
              top: `${100 * line.y}%`,
              fontSize: height,
              // From its own left, whichever way it is read.
              transform: `scaleX(${stretch})`,
            }}
          >
            {line.text}
          </p>
        )
      })}
      {text.links.map((link, n) => {
        const style = {
          left: `${100 * link.x}%`,
          top: `${100 * link.y}%`,
          width: `${100 * link.width}%`,
          height: `${100 * link.height}%`,
        }
        return 'to' in link ? (
          <a key={n} href={link.to} target="_blank" rel="noopener noreferrer" style={style} aria-label={link.to} />
        ) : (
          <button
            key={n}
            type="button"
            style={style}
            aria-label={pageLabel(link.page)}
            onClick={() => onPage(link.page)}
          />
        )
      })}
    </div>
  )
}

let measuring: CanvasRenderingContext2D | null = null

/** How wide a line would be, in px at MEASURED_PX. */
function widthOf(line: string): number {
  measuring ??= document.createElement('canvas').getContext('2d')
  if (!measuring) return 0
  measuring.font = `${MEASURED_PX}px ${FAMILY}`
  return measuring.measureText(line).width
}
