import { CircleStop, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PersonView } from '../../../protocol/views.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useStageView } from '../../state/stage-view.ts'
import { useLive } from '../../state/use-call.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { useActs } from '../acts/index.ts'
import { usePresent } from '../content/index.ts'
import { PERSON_ACTS } from '../people/index.ts'
import { Strip, type PictureProps } from './Strip.tsx'
import styles from './Strip.module.css'

const { stopContent } = PERSON_ACTS

/** The moderators' strip of what will be presented, below the stage. [STORYBOARD-3] */
export function Storyboard() {
  const words = useMessages('storyboard')
  const { hideStoryboard } = useMessages('room')
  const view = useStageView()
  const room = useLive(({ session }) => session.room)
  const changes = useLive(({ contentChanges }) => contentChanges)
  const presented = useLive(({ session }) => session.content?.item.document)
  return (
    <section aria-label={words.title} className={styles.below}>
      <Strip room={room} changes={changes} presented={presented} Picture={PresentPicture}>
        <IconButton icon={X} label={hideStoryboard} onPress={() => view.showStoryboard(false)} />
      </Strip>
    </section>
  )
}

/** The picture of a file: a press presents it, another stops it. */
function PresentPicture({ document: { id, name }, isReady, children }: PictureProps) {
  const words = useMessages('storyboard')
  const present = usePresent()
  const presenter = useLive(({ session: { content, people } }) =>
    content?.item.document === id ? people.get(content.person) : undefined,
  )
  return presenter ? (
    <Stop presenter={presenter} name={name}>
      {children}
    </Stop>
  ) : (
    <button
      type="button"
      className={styles.picture}
      disabled={!isReady}
      aria-label={words.start({ name })}
      onClick={() => void present(id)}
    >
      {children}
    </button>
  )
}

/** What is presented just now, as the button that ends it. */
function Stop({ presenter, name, children }: { presenter: PersonView; name: string; children: ReactNode }) {
  const words = useMessages('storyboard')
  const [act] = useActs({ stopContent }, { moderation: useMessages('moderation') }, presenter)
  return (
    <button
      type="button"
      className={styles.picture}
      disabled={!act}
      aria-label={words.stop({ name })}
      onClick={() => void act?.run()}
    >
      {children}
      <span className={styles.on}>
        <CircleStop aria-hidden size={14} />
        <span>{words.presenting}</span>
      </span>
    </button>
  )
}
