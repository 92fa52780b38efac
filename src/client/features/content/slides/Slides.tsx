import { ChevronLeft, ChevronRight, LayoutGrid, NotebookText } from 'lucide-react'
import { useEffect, useState } from 'react'
import { ContentAbout, contentPath } from '../../../../protocol/portal/content.ts'
import type { Content } from '../../../../protocol/presenting/content.ts'
import { useMessages } from '../../../i18n/messages.ts'
import { useLive } from '../../../state/use-call.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { IconButton } from '../../../ui/controls/IconButton.tsx'
import { useSize } from '../../../ui/hooks/use-size.ts'
import { DrawButtons, Layer } from '../DrawnOver.tsx'
import { useJson } from '../fetch-json.ts'
import { PageStore } from '../page-store.ts'
import { fitted, inMiddle, widthFor } from '../page-width.ts'
import { useLayer } from '../use-layer.ts'
import { usePage } from '../use-page.ts'
import view from '../content-view.module.css'
import { PageField } from './PageField.tsx'
import styles from './Slides.module.css'
import { TextLayer } from './TextLayer.tsx'
import { Thumbnails } from './Thumbnails.tsx'
import { turnsByKeys } from './turn-by-keys.ts'
import { useSwipe } from './use-swipe.ts'
import { useTurning } from './use-turning.ts'

/**
 * Slides: the page that everybody sees, sharp at any size, with its text to be selected and read aloud. Who leads turns it for everybody;
 * others look back on their own and follow again. `leads`: whether one does.
 */
export function Slides({ content, leads }: { content: Content; leads: boolean }) {
  const t = useMessages('content')
  const { document: id, name, pages } = content.item
  const path = contentPath(
    useLive(({ session }) => session.room),
    id,
  )
  const [store] = useState(() => new PageStore())
  useEffect(() => () => store.close(), [store])
  const turning = useTurning(content, leads)
  const { page, last } = turning
  const [space, measure] = useSize()
  const width = space.width === 0 ? null : widthFor(space.width, devicePixelRatio)
  const pageAt = (number: number) => (width === null ? null : `${path}/pages/${number}/${width}`)
  const [shown, fault] = usePage(store, page, pageAt(page))
  const next = page < (leads ? last : content.furthest + 1) && page < (pages ?? 1) ? pageAt(page + 1) : null
  useEffect(() => {
    // Not before the page itself is there.
    if (next !== null && shown?.page === page) void store.get(next)
  }, [store, next, shown, page])
  const [isOverview, setOverview] = useState(false)
  const [hasNotes, setNotes] = useState(false)
  const layer = useLayer(id, page, turning.isAway)
  const swipe = useSwipe((by) => turning.turnTo(page + by))
  const label = t.pageOf({ page, pages: pages ?? 1, file: name })
  const size = shown ? fitted(shown, space) : null
  return (
    <div className={view.view}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys and fingers turn its pages */}
      <div
        ref={measure}
        role="group"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the same
        tabIndex={0}
        aria-label={label}
        aria-roledescription={t.page}
        className={`${view.shown} ${styles.page}`}
        data-page={shown?.page}
        onKeyDown={turnsByKeys(turning)}
        // A stroke is no swipe.
        {...(layer.draws ? {} : swipe)}
      >
        {shown && size && (
          <div className={styles.sheet} style={{ inlineSize: size.width, blockSize: size.height }}>
            <img src={shown.url} alt="" decoding="sync" draggable={false} />
            {shown.page === page && (
              <TextLayer
                key={page}
                address={`${path}/pages/${page}/text`}
                size={size}
                onPage={turning.turnTo}
                pageLabel={(to) => t.toPage({ page: to })}
              />
            )}
          </div>
        )}
        {shown?.page === page && size && layer.isShown && (
          <Layer
            key={`${id} ${page}`}
            board={id}
            page={page}
            at={inMiddle(size, space)}
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
      {hasNotes && leads && <Notes path={path} page={page} />}
      {isOverview && <Thumbnails path={path} page={page} last={last} shape={shown} onTurn={turning.turnTo} />}
      <div className={view.bar} role="toolbar" aria-label={t.pages}>
        <IconButton icon={ChevronLeft} label={t.previous} surface="glass" onPress={() => turning.turnTo(page - 1)} />
        <PageField page={page} pages={pages ?? 1} last={last} onTurn={turning.turnTo} />
        <IconButton icon={ChevronRight} label={t.next} surface="glass" onPress={() => turning.turnTo(page + 1)} />
        <IconButton
          icon={LayoutGrid}
          label={t.allPages}
          surface="glass"
          pressed={isOverview}
          onPress={() => setOverview(!isOverview)}
        />
        <DrawButtons layer={layer} />
        {leads && (
          <IconButton
            icon={NotebookText}
            label={t.notes}
            surface="glass"
            pressed={hasNotes}
            onPress={() => setNotes(!hasNotes)}
          />
        )}
        {turning.isAway && (
          <Button look="primary" size="small" onPress={turning.follow}>
            {t.follow}
          </Button>
        )}
      </div>
      {turning.isAway && (
        <p role="status" className={view.away}>
          {t.lookingBack({ page: content.page })}
        </p>
      )}
    </div>
  )
}

/** The presenter's notes of a page; only who leads is sent them. */
function Notes({ path, page }: { path: string; page: number }) {
  const t = useMessages('content')
  const about = useJson(ContentAbout, `${path}/about`)
  const notes = about?.notes[page - 1] ?? ''
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long notes are scrolled by keys
    <section aria-label={t.notes} tabIndex={0} className={styles.notes}>
      <p dir="auto">{about === null ? '…' : notes === '' ? t.noNotes : notes}</p>
    </section>
  )
}
