import { useEffect, useState, type ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useLayer } from '../../app/back.ts'
import { handBack } from '../focus/give-back-focus.ts'
import styles from './Sheet.module.css'
import { InLanguage } from '../controls/InLanguage.tsx'
import { takeFocus } from '../focus/take-focus.ts'

type Props = {
  title: string
  children: ReactNode
  onClose?: () => void
  /** An alertdialog must be answered: a press beside it does not close it. */
  role?: 'dialog' | 'alertdialog'
  wide?: boolean
}

/** A dialog in the middle of a desktop, a sheet at the bottom of a phone. Its heading takes the focus, so that a stray space bar answers nothing. */
export function Sheet({ title, children, onClose, role = 'dialog', wide = false }: Props) {
  const [opener] = useState(() => document.activeElement)
  useEffect(() => () => handBack(opener), [opener])
  useLayer(true, onClose)
  return (
    <InLanguage>
      <ModalOverlay
        isOpen
        className={styles.scrim ?? ''}
        data-sheet
        isDismissable={onClose !== undefined && role === 'dialog'}
        isKeyboardDismissDisabled={onClose === undefined}
        onOpenChange={(open) => !open && onClose?.()}
      >
        <Modal className={styles.modal ?? ''} data-wide={wide}>
          <Dialog role={role} className={styles.dialog ?? ''}>
            <Heading slot="title" className={styles.title ?? ''} tabIndex={-1} ref={takeFocus}>
              {title}
            </Heading>
            {children}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </InLanguage>
  )
}
