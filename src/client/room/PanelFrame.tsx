import type { ReactNode } from 'react'
import { useIsSmall } from '../ui/is-phone.ts'
import { useRoomText } from '../text/text.ts'
import styles from './PanelFrame.module.css'
import { useSheetDrag, type SheetHeight } from './use-sheet-drag.ts'

type Props = {
  height: SheetHeight
  onHeight: (height: SheetHeight) => void
  onClose: () => void
  children: ReactNode
}

/** Where the panel is: beside a desk's stage, over a tablet's, and on a small screen a sheet of half or full height. */
export function PanelFrame({ height, onHeight, onClose, children }: Props) {
  const words = useRoomText()
  const isSmall = useIsSmall()
  const drag = useSheetDrag(height, onHeight, onClose)
  const isFull = height === 'full'
  return (
    <div className={styles.frame}>
      {isSmall && (
        <button
          type="button"
          className={styles.handle}
          aria-label={isFull ? words.panelHalf : words.panelFull}
          {...drag}
        />
      )}
      {children}
    </div>
  )
}
