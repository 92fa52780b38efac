import { Eraser, Pencil } from 'lucide-react'
import { useMessages } from '../../i18n/messages.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import type { DrawnOver } from './use-layer.ts'

/** What is drawn over a page of a file; large, and loaded where there is anything. [BOARD-5] */
export const Layer = lazyPart(async () => (await import('./whiteboard/Layer.tsx')).Layer)

/** Takes the tools for drawing over the page that everybody sees, or puts them away; and with them deletes all that is drawn there. */
export function DrawButtons({ layer: { mayDraw, draws, toggle, clear } }: { layer: DrawnOver }) {
  const t = useMessages('content')
  if (!mayDraw) return null
  return (
    <>
      <IconButton icon={Pencil} label={t.draw} surface="glass" pressed={draws} onPress={toggle} />
      {draws && clear && <IconButton icon={Eraser} label={t.clearPage} surface="glass" onPress={clear} />}
    </>
  )
}
