import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { PersonView } from '../../../../protocol/views.ts'
import { MicrophoneSign } from '../../../ui/controls/MicrophoneSign.tsx'
import { PersonName, useMicrophoneState, useNameMark } from '../../people/index.ts'
import { useLive } from '../../../state/use-call.ts'
import { Initials, Picture } from './Picture.tsx'
import { windowGiver } from './picture-in-picture.ts'
import { useStageView } from '../../../state/stage-view.ts'
import styles from './Tile.module.css'

const SIZE = { width: 400, height: 225 }

/** A person on stage in a window above all others, until it is closed or the person leaves the stage; else the browser's own window of the video. */
export function InPicture({ person }: { person: PersonView }) {
  const view = useStageView()
  const [floating, setFloating] = useState<Window | null>(null)
  useEffect(() => {
    let opened: Window | null = null
    let isOver = false
    const close = () => view.showInPicture(null)
    const open = async () => {
      opened = await openWindow(person.id, close)
      // The person has left, or another was chosen, before the window opened.
      if (isOver) opened?.close()
      else setFloating(opened)
    }
    // Refused by the browser: there is no window then.
    open().catch(close)
    return () => {
      isOver = true
      opened?.close()
      if (!windowGiver() && document.pictureInPictureElement) document.exitPictureInPicture().catch(() => {})
    }
  }, [person.id, view])
  return floating ? createPortal(<Floating person={person} />, floating.document.body) : null
}

/** The same as on a tile, without its buttons. */
function Floating({ person }: { person: PersonView }) {
  const isMe = useLive((state) => state.you?.id === person.id)
  const microphone = useMicrophoneState(person)
  const { mark, isAlike } = useNameMark(person)
  const level = useLive((state) => state.speaking.get(person.id) ?? 0)
  return (
    <div className={styles.tile} data-surface="stage" data-microphone={microphone} style={{ inset: 0 }}>
      {person.camera ? <Picture person={person} isMe={isMe} /> : <Initials person={person} />}
      <span className={styles.top}>
        <span className={styles.plate}>
          <MicrophoneSign state={microphone} level={level} />
          <bdi className={styles.name}>
            <PersonName name={person.name} />
          </bdi>
          {mark && (
            <span className={styles.role} data-alike={isAlike}>
              {mark}
            </span>
          )}
        </span>
      </span>
    </div>
  )
}

/** Opens the window; null in browsers where only the video itself can float. */
async function openWindow(person: string, onClose: () => void): Promise<Window | null> {
  const giver = windowGiver()
  if (!giver) {
    const video = document.querySelector<HTMLVideoElement>(`[data-tile="${CSS.escape(person)}"] video`)
    video?.addEventListener('leavepictureinpicture', onClose, { once: true })
    await video?.requestPictureInPicture()
    return null
  }
  const opened = await giver.requestWindow(SIZE)
  opened.addEventListener('pagehide', onClose, { once: true })
  const { documentElement: root } = document
  opened.document.documentElement.lang = root.lang
  opened.document.documentElement.dir = root.dir
  for (const sheet of document.querySelectorAll('link[rel="stylesheet"], style'))
    opened.document.head.append(sheet.cloneNode(true))
  return opened
}
