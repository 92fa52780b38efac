import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties } from 'react'
import type { DocumentId } from '../../../../protocol/types.ts'
import type { Refusal } from '../../../../protocol/refusals.ts'
import { useMessages } from '../../../i18n/messages.ts'
import { BoardPage } from './BoardPage.tsx'
import { DrawingGone } from './DrawingGone.tsx'
import { clear, type Api } from './excalidraw.ts'
import styles from './Whiteboard.module.css'

// So wide is every page for what is drawn over it, whatever its size on a screen.
const LAYER_WIDTH = 1_280
// Less is no other place.
const SAME = 0.001

type Box = { width: number; height: number; left: number; top: number }
type Props = {
  /** The file that is drawn over. */
  board: DocumentId
  page: number
  /** How large the page is now, in px, and where in what holds it its upper left corner lies. */
  at: Box
  /** What of it is seen, where that is less. */
  seen?: Box
  /** Whether one draws just now; else it is only looked at, and what lies under it can be pressed. */
  draws: boolean
  /** What deletes all that is drawn on the page; null when it is gone. */
  onClear: (clear: (() => void) | null) => void
}
// The page shows through, what is drawn stands out from it, and whoever begins has the pen in hand.
const LOOKS = {
  viewBackgroundColor: 'transparent',
  currentItemStrokeColor: '#e03131',
  activeTool: { type: 'freedraw', customType: null, lastActiveTool: null, locked: false },
} as const
type Place = { zoom: { value: number }; scrollX: number; scrollY: number }

/** What is drawn over a page of a file, lying on it at any size. [BOARD-5] */
export function Layer({ board, page, at, seen = at, draws, onClear }: Props) {
  const t = useMessages('content')
  const [api, setApi] = useState<Api | null>(null)
  const [gone, setGone] = useState<Refusal | null>(null)
  const value = at.width / LAYER_WIDTH
  const [scrollX, scrollY] = [at.left / value, at.top / value]
  const [initial] = useState(() => ({ appState: { ...LOOKS, ...branded(placeOf(value, scrollX, scrollY)) } }))
  const place = useRef<Place | null>(null)
  useLayoutEffect(() => {
    place.current = placeOf(value, scrollX, scrollY)
    if (api) put(api, place.current)
  }, [api, value, scrollX, scrollY])
  // Also who takes the tools again.
  useEffect(() => {
    if (draws) api?.setActiveTool({ type: 'freedraw' })
  }, [api, draws])
  useEffect(() => {
    onClear(api && (() => clear(api)))
    return () => onClear(null)
  }, [api, onClear])
  const shape: CSSProperties & { '--page': string } = { '--page': partOf(seen) }
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const stay = (event: WheelEvent) => {
      event.preventDefault()
      event.stopPropagation()
    }
    // Before Excalidraw hears of it: what is drawn lies on its page, and moves with that alone.
    const { current } = frame
    current?.addEventListener('wheel', stay, { capture: true, passive: false })
    return () => current?.removeEventListener('wheel', stay, { capture: true })
  }, [])
  return (
    <div
      ref={frame}
      className={`${styles.excalidraw} ${styles.layer}`}
      role="group"
      aria-label={t.layer({ page })}
      data-draws={draws}
    >
      <div inert={!draws} style={shape}>
        <BoardPage
          board={board}
          page={page}
          mayDraw={draws}
          onApi={setApi}
          onRead={keepPlace}
          onGone={setGone}
          initialData={initial}
          onScrollChange={(x, y, zoom) => {
            const is = place.current
            if (!api || !is) return
            const moved = Math.abs(x - is.scrollX) + Math.abs(y - is.scrollY) + Math.abs(zoom.value - is.zoom.value)
            if (moved > SAME) put(api, is)
          }}
        />
      </div>
      {gone && <DrawingGone why={gone} onClose={() => setGone(null)} />}
    </div>
  )
}

function partOf({ left, top, width, height }: Box): string {
  const [right, bottom] = [left + width, top + height]
  return `polygon(${left}px ${top}px, ${right}px ${top}px, ${right}px ${bottom}px, ${left}px ${bottom}px)`
}

const placeOf = (value: number, scrollX: number, scrollY: number): Place => ({ zoom: { value }, scrollX, scrollY })

// What comes is shown where its page is.
function keepPlace(): void {}

function put(api: Api, place: Place): void {
  api.updateScene({ appState: branded(place) })
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Excalidraw brands its numbers
const branded = (place: Place) => place as Pick<ReturnType<Api['getAppState']>, 'zoom' | 'scrollX' | 'scrollY'>
