import './asset-path.ts'
import {
  CaptureUpdateAction,
  Excalidraw,
  exportToBlob,
  newElementWith,
  reconcileElements,
  restoreElements,
} from '@excalidraw/excalidraw'
import '@excalidraw/excalidraw/index.css'
import { ChevronLeft, ChevronRight, Eraser, FileDown, ImageDown, Plus } from 'lucide-react'
import { useCallback, useEffect, useRef, useState, type ComponentProps } from 'react'
import type { Content } from '../../../../protocol/presenting/content.ts'
import type { BoardElement } from '../../../../protocol/presenting/whiteboard.ts'
import { inOrder, mergeInto, wins, type BoardPage } from '../../../../rules/whiteboard/merge.ts'
import { can } from '../../../../rules/permissions/policy.ts'
import { useLanguage, useMessages } from '../../../i18n/messages.ts'
import { useCall, useLive } from '../../../state/use-call.ts'
import { IconButton } from '../../../ui/controls/IconButton.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { useTurning } from '../slides/use-turning.ts'
import { addPage, draw, point, readBoard } from './board-api.ts'
import { BoardLine } from './board-line.ts'
import { saved, savedAsPdf } from './export-board.ts'
import view from '../content-view.module.css'
import styles from './Whiteboard.module.css'

type Api = Parameters<NonNullable<ComponentProps<typeof Excalidraw>['excalidrawAPI']>>[0]
type Elements = ReturnType<Api['getSceneElementsIncludingDeleted']>
type Drawn = NonNullable<Parameters<typeof restoreElements>[0]>
type Remote = Parameters<typeof reconcileElements>[1]

const LOCALES = { en: 'en', de: 'de-DE', es: 'es-ES', fr: 'fr-FR', he: 'he-IL', ja: 'ja-JP' } as const
const POINTED_EVERY_MS = 60
// Whoever does not point any more points nowhere.
const POINTED_FOR_MS = 3_000
const AGAIN_MS = 1_500

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server has looked at what the wire says of an element, Excalidraw at the rest
const drawnOf = (elements: readonly BoardElement[]) => restoreElements(elements as unknown as Drawn, null)
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the wire says less of an element than Excalidraw
const wireOf = (elements: Elements) => elements as unknown as readonly BoardElement[]

/** A whiteboard that is presented: some draw, all see it grow. `leads`: whether one turns its pages for everybody. [BOARD-1] */
export function Whiteboard({ content, leads }: { content: Content; leads: boolean }) {
  const t = useMessages('content')
  const core = useMessages('core')
  const call = useCall()
  const { document: board, pages } = content.item
  const room = useLive(({ session }) => session.room)
  const mayDraw = useLive(({ me }) => me !== null && can(me, 'draw'))
  const { page, last, turnTo, isAway, follow } = useTurning(content, leads)
  const [api, setApi] = useState<Api | null>(null)
  const [gone, setGone] = useState(false)
  const lose = useCallback(() => setGone(true), [])
  const add = async () => {
    const made = await addPage(room, board)
    if ('ok' in made)
      await call.ask({ type: 'presentContent', document: board, page: made.ok.pages, instead: content.person })
  }
  const clear = () =>
    api?.updateScene({
      elements: api.getSceneElementsIncludingDeleted().map((each) => newElementWith(each, { isDeleted: true })),
      // It can be undone as any other stroke.
      captureUpdate: CaptureUpdateAction.IMMEDIATELY,
    })
  const picture = async () =>
    api && (await exportToBlob({ elements: api.getSceneElements(), appState: { exportBackground: true }, files: null }))
  return (
    <div className={view.view}>
      <div className={view.shown}>
        <Page
          key={`${board} ${page}`}
          room={room}
          board={board}
          page={page}
          mayDraw={mayDraw && !isAway}
          onApi={setApi}
          onGone={lose}
        />
      </div>
      {gone && (
        <p role="alert" className={styles.gone}>
          <span>{t.drawingGone}</span>
          <Button size="small" onPress={() => setGone(false)}>
            {core.close}
          </Button>
        </p>
      )}
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
        {mayDraw && <IconButton icon={Eraser} label={t.clearPage} surface="glass" onPress={clear} />}
        <IconButton
          icon={ImageDown}
          label={t.savePng}
          surface="glass"
          onPress={() => void picture().then((blob) => blob && saved(blob, `${content.item.name} ${page}.png`))}
        />
        <IconButton
          icon={FileDown}
          label={t.savePdf}
          surface="glass"
          onPress={() => void picture().then((blob) => blob && savedAsPdf(blob, `${content.item.name} ${page}.pdf`))}
        />
        {isAway && (
          <Button look="primary" size="small" onPress={follow}>
            {t.follow}
          </Button>
        )}
      </div>
    </div>
  )
}

type PageProps = {
  room: string
  board: string
  page: number
  mayDraw: boolean
  onApi: (api: Api) => void
  onGone: () => void
}

/** One page of the board, with its line to the server. */
function Page({ room, board, page, mayDraw, onApi, onGone }: PageProps) {
  const t = useMessages('content')
  const call = useCall()
  const me = useLive(({ you }) => you?.id ?? null)
  const language = useLanguage()
  const [api, setApi] = useState<Api | null>(null)
  const line = useRef<BoardLine | null>(null)
  const pointedAt = useRef(0)
  useEffect(() => {
    if (!api) return undefined
    let isOpen = true
    let timer: ReturnType<typeof setTimeout> | undefined
    /** What was told while the whole is on its way, which may be older: a list for each time that it is. */
    const meanwhile = new Set<BoardElement[]>()
    const show = (elements: readonly BoardElement[]) => {
      line.current?.told(elements)
      const here = api.getSceneElementsIncludingDeleted()
      const mine = new Map(wireOf(here).map((each) => [each.id, each]))
      // What was drawn here comes back too; taken for another's it could not be undone.
      const newer = elements.filter((each) => {
        const own = mine.get(each.id)
        return own === undefined || wins(each, own)
      })
      if (newer.length === 0) return
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Excalidraw brands what comes from others
      const remote = drawnOf(newer) as unknown as Remote
      const all = reconcileElements(here, remote, api.getAppState())
      api.updateScene({ elements: all, captureUpdate: CaptureUpdateAction.NEVER })
    }
    /** Takes what the server has; `isAll`: what is here and not there is gone. */
    const read = async (isAll: boolean) => {
      const since: BoardElement[] = []
      meanwhile.add(since)
      const answer = await readBoard(room, board)
      meanwhile.delete(since)
      if (!isOpen) return
      if (!('ok' in answer)) {
        timer = setTimeout(() => void read(isAll), AGAIN_MS)
        return
      }
      const all: BoardPage = new Map()
      mergeInto(all, answer.ok.pages[page - 1] ?? [])
      mergeInto(all, since)
      const elements = inOrder(all)
      if (isAll) api.updateScene({ elements: drawnOf(elements), captureUpdate: CaptureUpdateAction.NEVER })
      show(elements)
      api.scrollToContent(undefined, { fitToContent: true, animate: false })
      const draws = call.state.me !== null && can(call.state.me, 'draw')
      if (!isAll && draws) line.current?.changed(wireOf(api.getSceneElementsIncludingDeleted()))
    }
    line.current = new BoardLine({
      send: async (elements) => await draw(room, board, page, elements),
      refused: () => {
        onGone()
        void read(true)
      },
    })
    const pointers = new Map<string, ReturnType<typeof setTimeout>>()
    const collaborators: Parameters<Api['updateScene']>[0]['collaborators'] = new Map()
    const unwatch = call.watchBoard((frame) => {
      if (frame.board !== board) return
      if (frame.type === 'drawn') {
        if (frame.page !== page) return
        for (const since of meanwhile) since.push(...frame.elements)
        show(frame.elements)
        return
      }
      for (const { person, name, x, y, laser, page: on } of frame.pointers) {
        if (person === me || on !== page) continue
        clearTimeout(pointers.get(person))
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Excalidraw brands the ids of sockets
        const id = person as Parameters<typeof collaborators.set>[0]
        collaborators.set(id, { username: name, pointer: { x, y, tool: laser ? 'laser' : 'pointer' } })
        pointers.set(
          person,
          setTimeout(() => {
            collaborators.delete(id)
            api.updateScene({ collaborators: new Map(collaborators) })
          }, POINTED_FOR_MS),
        )
      }
      api.updateScene({ collaborators: new Map(collaborators) })
    })
    const unfollow = call.follow({ onEvent: () => {}, onReset: () => void read(false) })
    void read(true)
    return () => {
      isOpen = false
      clearTimeout(timer)
      for (const each of pointers.values()) clearTimeout(each)
      unwatch()
      unfollow()
      line.current?.close()
      line.current = null
    }
  }, [api, call, room, board, page, me, onGone])
  return (
    <div className={styles.excalidraw} role="group" aria-label={t.board({ page })}>
      <Excalidraw
        excalidrawAPI={(opened) => {
          setApi(opened)
          onApi(opened)
        }}
        viewModeEnabled={!mayDraw}
        langCode={LOCALES[language]}
        isCollaborating
        onChange={(elements) => mayDraw && line.current?.changed(wireOf(elements))}
        onPointerUpdate={({ pointer: { x, y, tool } }) => {
          const now = performance.now()
          if (!mayDraw || now - pointedAt.current < POINTED_EVERY_MS) return
          pointedAt.current = now
          void point(room, board, { page, x, y, laser: tool === 'laser' })
        }}
        UIOptions={{
          canvasActions: {
            clearCanvas: false,
            export: false,
            loadScene: false,
            saveAsImage: false,
            saveToActiveFile: false,
            toggleTheme: false,
          },
          tools: { image: false },
        }}
      />
    </div>
  )
}
