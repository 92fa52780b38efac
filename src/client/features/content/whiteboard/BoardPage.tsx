import { Excalidraw } from '@excalidraw/excalidraw'
import '@excalidraw/excalidraw/index.css'
import { useState, type ComponentProps } from 'react'
import type { Refusal } from '../../../../protocol/refusals.ts'
import { useLanguage } from '../../../i18n/messages.ts'
import { wireOf, type Api } from './excalidraw.ts'
import { useBoardLine } from './use-board-line.ts'

const LOCALES = { en: 'en', de: 'de-DE', es: 'es-ES', fr: 'fr-FR', he: 'he-IL', ja: 'ja-JP' } as const

type Own = ComponentProps<typeof Excalidraw>
type Props = {
  board: string
  page: number
  mayDraw: boolean
  onApi: (api: Api) => void
  onRead: (api: Api) => void
  onGone: (why: Refusal) => void
} & Pick<Own, 'initialData' | 'onScrollChange'>

/** What is drawn on a page, and tools for who may draw there. */
export function BoardPage({ board, page, mayDraw, onApi, onRead, onGone, ...own }: Props) {
  const language = useLanguage()
  const [api, setApi] = useState<Api | null>(null)
  const { changed, pointed } = useBoardLine({ api, board, page, onRead, onGone })
  return (
    <Excalidraw
      {...own}
      excalidrawAPI={(opened) => {
        setApi(opened)
        onApi(opened)
      }}
      viewModeEnabled={!mayDraw}
      langCode={LOCALES[language]}
      isCollaborating
      // Pages of others are not shown in a board, nor pictures: what is pasted is a file to be presented, or text.
      validateEmbeddable={false}
      onPaste={(_, event) => (event?.clipboardData?.files.length ?? 0) === 0}
      onChange={(elements) => mayDraw && changed(wireOf(elements))}
      onPointerUpdate={({ pointer: { x, y, tool } }) => mayDraw && pointed({ x, y, laser: tool === 'laser' })}
      UIOptions={{
        canvasActions: {
          changeViewBackgroundColor: false,
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
  )
}
