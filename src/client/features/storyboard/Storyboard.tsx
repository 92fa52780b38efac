import { ArrowLeft, ArrowRight, CircleStop, Ellipsis, FolderCog, Music, Plus, Trash2 } from 'lucide-react'
import { use, useState, type ReactNode } from 'react'
import type { PersonView } from '../../../protocol/views.ts'
import { contentPath, type Document } from '../../../protocol/portal/content.ts'
import { movedTo } from '../../../rules/content/storyboard.ts'
import { useMessages } from '../../i18n/messages.ts'
import { OpenOver } from '../../state/over-room.ts'
import { useLive } from '../../state/use-call.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { Menu } from '../../ui/overlays/Menu.tsx'
import { ComingOver } from '../../ui/pages/Loading.tsx'
import { useActs } from '../acts/index.ts'
import { usePresent } from '../content/index.ts'
import { PERSON_ACTS } from '../people/index.ts'
import { DragStrip, useStripDrag } from './DragStrip.tsx'
import styles from './Storyboard.module.css'
import { useStoryboard } from './use-storyboard.ts'

const SelectMedia = lazyPart(async () => (await import('../media/SelectMedia.tsx')).SelectMedia, <ComingOver />)
const ManageStoryboards = lazyPart(
  async () => (await import('./ManageStoryboards.tsx')).ManageStoryboards,
  <ComingOver />,
)

const { stopContent } = PERSON_ACTS

/** The moderators' strip of what will be presented, below the stage. [STORYBOARD-3] */
export function Storyboard() {
  const t = useMessages('core')
  const words = useMessages('storyboard')
  const open = use(OpenOver)
  const { room, documents, fault, change } = useStoryboard()
  const close = () => open(null)
  const add = () => open(<AddToStoryboard onClose={close} />)
  const manage = () => open(<ManageStoryboards room={room} onClose={close} />)
  const ids = documents?.map(({ id }) => id) ?? []
  return (
    <section aria-label={words.title} className={styles.storyboard}>
      <DragStrip ids={ids} onMove={(id, place) => void change((all) => movedTo(all, id, place))}>
        <ol className={styles.strip}>
          {documents?.map((document, place) => (
            <Item
              key={document.id}
              room={room}
              document={document}
              place={place}
              count={documents.length}
              onMove={(to) => void change((all) => movedTo(all, document.id, to))}
              onRemove={() => void change((all) => all.filter((id) => id !== document.id))}
            />
          ))}
        </ol>
      </DragStrip>
      {documents?.length === 0 && <p className={styles.none}>{words.none}</p>}
      <span className={styles.tools}>
        <Button size="small" icon={Plus} onPress={add}>
          {words.add}
        </Button>
        <IconButton icon={FolderCog} label={words.manage} surface="glass" onPress={manage} />
      </span>
      {fault !== null && <p role="alert">{fault === 'away' ? words.away : t.refusal[fault]}</p>}
    </section>
  )
}

/** The window of files, in which a press puts one into the strip. */
function AddToStoryboard({ onClose }: { onClose: () => void }) {
  const { documents, change } = useStoryboard()
  return (
    <SelectMedia
      onClose={onClose}
      onAdd={(id) => void change((all) => (all.includes(id) ? all : [...all, id]))}
      added={documents?.map((document) => document.id) ?? []}
    />
  )
}

type Props = {
  room: string
  document: Document
  place: number
  count: number
  onMove: (to: number) => void
  onRemove: () => void
}

/** A file of the strip: a press presents it, another stops it. */
function Item({ room, document, place, count, onMove, onRemove }: Props) {
  const words = useMessages('storyboard')
  const present = usePresent()
  const { id, name, kind, ready, state } = document
  const presenter = useLive(({ session: { content, people } }) =>
    content?.item.document === id ? people.get(content.person) : undefined,
  )
  const [isBroken, setBroken] = useState(false)
  const { hold, style, handlers } = useStripDrag(id)
  const path = contentPath(room, id)
  const picture = kind === 'film' ? `${path}/poster` : kind === 'sound' ? null : `${path}/pages/1/640`
  const isReady = ready > 0 && state !== 'failed'
  const acts = [
    { id: 'earlier', name: words.earlier, icon: ArrowLeft, run: () => onMove(place - 1) },
    { id: 'later', name: words.later, icon: ArrowRight, run: () => onMove(place + 1) },
    { id: 'remove', name: words.remove, icon: Trash2, run: onRemove },
  ].filter((act) => !(act.id === 'earlier' && place === 0) && !(act.id === 'later' && place === count - 1))
  const shown =
    picture !== null && isReady && !isBroken ? (
      <img src={picture} alt="" draggable={false} onError={() => setBroken(true)} />
    ) : (
      <Music aria-hidden size={24} strokeWidth={1.5} />
    )
  return (
    <li ref={hold} className={styles.item} data-on={presenter !== undefined} style={style} {...handlers}>
      {presenter ? (
        <Stop presenter={presenter} name={name}>
          {shown}
        </Stop>
      ) : (
        <button
          type="button"
          className={styles.picture}
          disabled={!isReady}
          aria-label={words.start({ name })}
          onClick={() => void present(id)}
        >
          {shown}
          {!isReady && <span className={styles.on}>{words.notReady}</span>}
        </button>
      )}
      <span className={styles.foot}>
        <bdi className={styles.name}>{name}</bdi>
        <Menu label={words.options({ name })} acts={acts}>
          {(opener) => <IconButton icon={Ellipsis} label={words.options({ name })} surface="glass" opener={opener} />}
        </Menu>
      </span>
    </li>
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
