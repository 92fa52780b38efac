import { Clapperboard, FolderUp } from 'lucide-react'
import { useState } from 'react'
import type { RoomId } from '../../protocol/types.ts'
import { can, isModerator, type Standing } from '../../rules/permissions/policy.ts'
import { useMessages } from '../i18n/messages.ts'
import { Button } from '../ui/controls/Button.tsx'
import { lazyPart } from '../ui/hooks/lazy-part.tsx'
import { ComingOver, Loading } from '../ui/pages/Loading.tsx'
import styles from './portal.module.css'

const MediaWindow = lazyPart(
  async () => (await import('../features/media/MediaWindow.tsx')).MediaWindow,
  <ComingOver />,
)
const Strip = lazyPart(async () => (await import('../features/storyboard/Strip.tsx')).Strip, <Loading />)

type Props = { room: RoomId; you: Standing }

/** On the session page: what is prepared before a session, by who may. */
export function Prepare({ room, you }: Props) {
  return (
    <>
      <PrepareFiles room={room} runs={isModerator(you.role)} />
      {can(you, 'arrangeStoryboard') && <PrepareStoryboard room={room} />}
    </>
  )
}

/** Leads to the room’s files, which are brought before a session. [CONTENT-1] */
function PrepareFiles({ room, runs }: { room: RoomId; runs: boolean }) {
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

/** Leads to the strip of what will be presented, without what presents it. [STORYBOARD-5] */
function PrepareStoryboard({ room }: { room: RoomId }) {
  const words = useMessages('storyboard')
  const [isOpen, setOpen] = useState(false)
  return (
    <section className={styles.card} aria-label={words.title}>
      <h2 className={styles.heading}>{words.title}</h2>
      {isOpen ? (
        <Strip room={room} changes={null} wraps />
      ) : (
        <>
          <p className={styles.help}>{words.prepareHelp}</p>
          <div>
            <Button icon={Clapperboard} onPress={() => setOpen(true)}>
              {words.prepare}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
