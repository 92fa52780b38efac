import { Minus, Plus, Shrink } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type WheelEvent } from 'react'
import { contentPath } from '../../../../protocol/portal/content.ts'
import type { Content, Zoom } from '../../../../protocol/presenting/content.ts'
import { useMessages } from '../../../i18n/messages.ts'
import { useCall, useLive } from '../../../state/use-call.ts'
import { IconButton } from '../../../ui/controls/IconButton.tsx'
import { useSize } from '../../../ui/hooks/use-size.ts'
import { DrawButtons, Layer } from '../DrawnOver.tsx'
import { PageStore } from '../page-store.ts'
import { fitted, inMiddle, widthFor } from '../page-width.ts'
import { useLayer } from '../use-layer.ts'
import { usePage } from '../use-page.ts'
import view from '../content-view.module.css'
import styles from './PictureView.module.css'
import { useFingers } from './use-fingers.ts'
import { WHOLE, zoomed } from './zoom.ts'

const STEP = 1.5
// As often as others are told while something is dragged.
const TOLD_EVERY_MS = 100

/** A picture, whole or the part of it that everybody sees. `leads`: whether one chooses that part. [PRESENT-7] */
export function PictureView({ content, leads }: { content: Content; leads: boolean }) {
  const t = useMessages('content')
  const { document: id, name } = content.item
  const path = contentPath(
    useLive(({ session }) => session.room),
    id,
  )
  const [store] = useState(() => new PageStore())
  useEffect(() => () => store.close(), [store])
  const [space, measure] = useSize()
  const [zoom, setZoom] = useZoom(content)
  const { scale, x, y } = zoom
  const width = space.width === 0 ? null : widthFor(space.width * scale, devicePixelRatio)
  const [shown, fault] = usePage(store, 1, width === null ? null : `${path}/pages/1/${width}`)
  const size = shown ? fitted(shown, space) : { width: 0, height: 0 }
  const layer = useLayer(id, 1, false)
  const near = { width: size.width * scale, height: size.height * scale }
  const fingers = useFingers(zoom, size, setZoom)
  const leading = {
    onKeyDown({ key, target, currentTarget }: KeyboardEvent) {
      if (target !== currentTarget) return
      if (key === '+' || key === '=') setZoom(zoomed(zoom, STEP))
      if (key === '-') setZoom(zoomed(zoom, 1 / STEP))
      if (key === '0') setZoom(WHOLE)
    },
    onWheel({ ctrlKey, deltaY }: WheelEvent) {
      if (ctrlKey) setZoom(zoomed(zoom, Math.exp(-deltaY / 200)))
    },
    ...fingers,
  }
  return (
    <div className={view.view}>
      <div
        ref={measure}
        role="group"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys bring it nearer
        tabIndex={0}
        aria-label={t.picture({ file: name })}
        className={`${view.shown} ${styles.picture}`}
        data-scale={scale}
        data-leads={leads}
        {...(leads && !layer.draws ? leading : {})}
      >
        {shown && (
          // Everybody sees the same part, whatever the shape of their screen.
          <div className={styles.part} style={{ inlineSize: size.width, blockSize: size.height }}>
            <img
              src={shown.url}
              alt={name}
              draggable={false}
              style={{ transform: `scale(${scale}) translate(${100 * (0.5 - x)}%, ${100 * (0.5 - y)}%)` }}
            />
          </div>
        )}
        {shown && layer.isShown && (
          <Layer
            board={id}
            page={1}
            at={{ ...near, left: space.width / 2 - x * near.width, top: space.height / 2 - y * near.height }}
            seen={inMiddle(size, space)}
            draws={layer.draws}
            onClear={layer.setClear}
          />
        )}
        {fault && (
          <p role="status" className={view.fault}>
            {t.fault[fault]}
          </p>
        )}
      </div>
      {(leads || layer.mayDraw) && (
        <div className={view.bar} role="toolbar" aria-label={t.zoom}>
          {leads && (
            <>
              <IconButton
                icon={Minus}
                label={t.zoomOut}
                surface="glass"
                onPress={() => setZoom(zoomed(zoom, 1 / STEP))}
              />
              <IconButton icon={Plus} label={t.zoomIn} surface="glass" onPress={() => setZoom(zoomed(zoom, STEP))} />
              <IconButton icon={Shrink} label={t.whole} surface="glass" onPress={() => setZoom(WHOLE)} />
            </>
          )}
          <DrawButtons layer={layer} />
        </div>
      )}
    </div>
  )
}

/** The part that is shown: as chosen here at once, and told to everybody at most ten times a second, the last for certain. */
function useZoom({ item, zoom: everyones }: Content): [Zoom, (zoom: Zoom) => void] {
  const call = useCall()
  const [own, setOwn] = useState<Zoom | null>(null)
  const pending = useRef<{ timer: ReturnType<typeof setTimeout>; zoom: Zoom } | null>(null)
  useEffect(() => () => clearTimeout(pending.current?.timer), [])
  const tell = (zoom: Zoom) => {
    void call
      .ask({ type: 'zoomContent', document: item.document, zoom: zoom.scale === 1 ? null : zoom })
      .then(() => pending.current === null && setOwn(null))
  }
  const set = (zoom: Zoom) => {
    setOwn(zoom)
    if (pending.current) {
      pending.current.zoom = zoom
      return
    }
    const timer = setTimeout(() => {
      const last = pending.current?.zoom ?? zoom
      pending.current = null
      tell(last)
    }, TOLD_EVERY_MS)
    pending.current = { timer, zoom }
  }
  return [own ?? everyones ?? WHOLE, set]
}
