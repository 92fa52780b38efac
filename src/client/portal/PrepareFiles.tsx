import { FolderUp } from 'lucide-react'
import { useState } from 'react'
import type { RoomId } from '../../protocol/types.ts'
import { useMessages } from '../i18n/messages.ts'
import { Button } from '../ui/controls/Button.tsx'
import { lazyPart } from '../ui/hooks/lazy-part.tsx'
import { ComingOver } from '../ui/pages/Loading.tsx'
import styles from './portal.module.css'

const MediaWindow = lazyPart(
  async () => (await import('../features/media/MediaWindow.tsx')).MediaWindow,
  <ComingOver />,
)

/** Leads from the session page to the room’s files, which are brought before a session. [CONTENT-1] */
export function PrepareFiles({ room, runs }: { room: RoomId; runs: boolean }) {
  const words = useMessages('media')
  const [isOpen, setOpen] = useState(false)
  return (
    <section className={styles.card} aria-label={words.prepare}>
      <h2 className={styles.heading}>{words.prepare}</h2>
      <p className={styles.help}>{words.prepareHelp}</p>
      <div>
        <Button icon={FolderUp} onPress={() => setOpen(true)}>
          {words.files}
        </Button>
      </div>
      {isOpen && (
        <MediaWindow title={words.yours} room={room} runs={runs} changes={null} onClose={() => setOpen(false)} />
      )}
    </section>
  )
}
