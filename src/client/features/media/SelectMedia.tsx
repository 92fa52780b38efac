import { useEffect, useEffectEvent } from 'react'
import type { DocumentId } from '../../../protocol/types.ts'
import { can, isModerator } from '../../../rules/permissions/policy.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import { usePresent } from '../content/index.ts'
import { MediaWindow } from './MediaWindow.tsx'

type Props = {
  onClose: () => void
  /** Files to be brought at once. */
  files?: readonly File[]
}

/** The window in which a file is chosen to be presented, and others are brought. */
export function SelectMedia({ onClose, files }: Props) {
  const words = useMessages('media')
  const room = useLive(({ session }) => session.room)
  const runs = useLive(({ me }) => me !== null && isModerator(me.role))
  const changes = useLive(({ contentChanges }) => contentChanges)
  const may = useLive(({ me }) => me !== null && can(me, 'presentContent'))
  const present = usePresent()
  const close = useEffectEvent(onClose)
  // With the right to present goes the window.
  useEffect(() => {
    if (!may) close()
  }, [may])
  const pick = (document: DocumentId) => {
    onClose()
    void present(document)
  }
  return (
    <MediaWindow
      title={words.title}
      room={room}
      runs={runs}
      changes={changes}
      files={files}
      onPick={pick}
      onClose={onClose}
    />
  )
}
