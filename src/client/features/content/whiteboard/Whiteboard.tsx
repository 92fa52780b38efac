import { exportToBlob } from '@excalidraw/excalidraw'
import { ChevronLeft, ChevronRight, Eraser, FileDown, ImageDown, Plus } from 'lucide-react'
import { useState } from 'react'
import type { Content } from '../../../../protocol/presenting/content.ts'
import { can } from '../../../../rules/permissions/policy.ts'
import type { Refusal } from '../../../../protocol/refusals.ts'
import { useMessages } from '../../../i18n/messages.ts'
import { useCall, useLive } from '../../../state/use-call.ts'
import { IconButton } from '../../../ui/controls/IconButton.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { addPage, readPage } from '../board-api.ts'
import { useTurning } from '../slides/use-turning.ts'
import { BoardPage } from './BoardPage.tsx'
import { DrawingGone } from './DrawingGone.tsx'
import { clear, drawnOf, type Api } from './excalidraw.ts'
import { saved, savedAsPdf } from './export-board.ts'
import { bringIntoView, useAllInSight } from './use-all-in-sight.ts'
import view from '../content-view.module.css'
import styles from './Whiteboard.module.css'

/** A whiteboard that is presented: some draw, all see it grow. `leads`: whether one turns its pages for everybody. [BOARD-1] */
export function Whiteboard({ content, leads }: { content: Content; leads: boolean }) {
  const t = useMessages('content')
  const { refusal } = useMessages('core')
  const call = useCall()
  const { document: board, pages } = content.item
  const room = useLive(({ session }) => session.room)
  const mayDraw = useLive(({ me }) => me !== null && can(me, 'draw'))
  const { page, last, turnTo, isAway, follow } = useTurning(content, leads)
  const [api, setApi] = useState<Api | null>(null)
  const draws = mayDraw && !isAway
  const looking = useAllInSight(api, !draws)
  const [gone, setGone] = useState<Refusal | null>(null)
  const [fault, setFault] = useState('')
  const add = async () => {
    const made = await addPage(room, board)
    setFault('ok' in made ? '' : 'refused' in made ? refusal[made.refused.refusal] : t.fault.away)
    if ('ok' in made)
      await call.ask({ type: 'presentContent', document: board, page: made.ok.pages, instead: content.person })
  }
  const saveAll = async () => {
    const pictures: Blob[] = []
    for (let each = 1; each <= (pages ?? 1); each += 1) {
      const drawn = each === page ? null : await readPage(room, board, each)
      if (drawn && !('ok' in drawn)) return setFault(t.fault.away)
      const elements = drawn ? drawnOf(drawn.ok.elements) : (api?.getSceneElements() ?? [])
      pictures.push(await pictureOf(elements))
    }
    setFault('')
    return await savedAsPdf(pictures, `${content.item.name}.pdf`)
  }
  return (
    <div className={view.view}>
      <div className={view.shown}>
        <div className={styles.excalidraw} role="group" aria-label={t.board({ page })} {...looking}>
          <BoardPage
            key={`${board} ${page}`}
            board={board}
            page={page}
            mayDraw={draws}
            onApi={setApi}
            onRead={bringIntoView}
            onGone={setGone}
          />
        </div>
      </div>
      {fault !== '' && (
        <p role="alert" className={styles.gone}>
          {fault}
        </p>
      )}
      {gone && <DrawingGone why={gone} onClose={() => setGone(null)} />}
      <div className={view.bar} role="toolbar" aria-label={t.pages}>
        <IconButton icon={ChevronLeft} label={t.previous} surface="glass" onPress={() => turnTo(page - 1)} />
        <span className={styles.page}>{t.pageCount({ page, pages: pages ?? 1 })}</span>
        <IconButton
          icon={ChevronRight}
          label={t.next}
          surface="glass"
          onPress={() => turnTo(Math.min(page + 1, last))}
        />
        {leads && mayDraw && <IconButton icon={Plus} label={t.addPage} surface="glass" onPress={() => void add()} />}
        {mayDraw && <IconButton icon={Eraser} label={t.clearPage} surface="glass" onPress={() => api && clear(api)} />}
        <IconButton
          icon={ImageDown}
          label={t.savePng}
          surface="glass"
          onPress={() =>
            api &&
            void pictureOf(api.getSceneElements()).then((blob) => saved(blob, `${content.item.name} ${page}.png`))
          }
        />
        <IconButton icon={FileDown} label={t.savePdf} surface="glass" onPress={() => void saveAll()} />
        {isAway && (
          <Button look="primary" size="small" onPress={follow}>
            {t.follow}
          </Button>
        )}
      </div>
      {isAway && (
        <p role="status" className={view.away}>
          {t.lookingBack({ page: content.page })}
        </p>
      )}
    </div>
  )
}

async function pictureOf(elements: ReturnType<Api['getSceneElements']>): Promise<Blob> {
  const seen = elements.filter(({ isDeleted }) => !isDeleted)
  return await exportToBlob({ elements: seen, appState: { exportBackground: true }, files: null })
}
