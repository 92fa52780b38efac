import type { ReactNode } from 'react'
import { useIsSmall } from '../../ui/hooks/is-phone.ts'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import styles from './PanelFrame.module.css'
import type { SheetHeight } from './use-sheet-drag.ts'

const SheetHandle = lazyPart(async () => (await import('./SheetHandle.tsx')).SheetHandle)

type Props = {
  height: SheetHeight
  onHeight: (height: SheetHeight) => void
  onClose: () => void
  children: ReactNode
}

/** Places the panel: beside the stage on a desktop, over it on a tablet, and as a sheet of half or full height on a small screen. */
export function PanelFrame({ children, ...handle }: Props) {
  const isSmall = useIsSmall()
  return (
    <div className={styles.frame}>
      {isSmall && <SheetHandle {...handle} />}
      {children}
    </div>
  )
}
