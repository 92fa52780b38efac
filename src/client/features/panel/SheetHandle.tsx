import { useMessages } from '../../i18n/messages.ts'
import styles from './PanelFrame.module.css'
import { useSheetDrag, type SheetHeight } from './use-sheet-drag.ts'

type Props = { height: SheetHeight; onHeight: (height: SheetHeight) => void; onClose: () => void }

/** The handle of a sheet: dragged, or pressed to change between half and full height. */
export function SheetHandle({ height, onHeight, onClose }: Props) {
  const words = useMessages('room')
  const drag = useSheetDrag(height, onHeight, onClose)
  const label = height === 'full' ? words.panelHalf : words.panelFull
  return <button type="button" className={styles.handle} aria-label={label} {...drag} />
}
