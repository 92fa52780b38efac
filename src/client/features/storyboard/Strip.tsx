import { ArrowLeft, ArrowRight, Ellipsis, FolderCog, Plus, Trash2 } from 'lucide-react'
import { useState, type ComponentType, type ReactNode } from 'react'
import { contentPath, type Document } from '../../../protocol/portal/content.ts'
import type { DocumentId, RoomId } from '../../../protocol/types.ts'
import { movedTo } from '../../../rules/content/storyboard.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { handBack } from '../../ui/focus/give-back-focus.ts'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { Menu } from '../../ui/overlays/Menu.tsx'
import { ComingOver } from '../../ui/pages/Loading.tsx'
import { SIGNS } from '../media/index.ts'
import { DragStrip, useStripDrag } from './DragStrip.tsx'
import styles from './Strip.module.css'
import { useStoryboard } from './use-storyboard.ts'

const MediaWindow = lazyPart(async () => (await import('../media/MediaWindow.tsx')).MediaWindow, <ComingOver />)
const ManageStoryboards = lazyPart(
  async () => (await import('./ManageStoryboards.tsx')).ManageStoryboards,
  <ComingOver />,
)

/** A file of the strip and its picture. `isReady`: there is something to present. */
export type PictureProps = { document: Document; isReady: boolean; children: ReactNode }

type Props = {
  room: RoomId
  /** Grows when the room says that its content is another; null outside a room, where nothing says so. */
  changes: number | null
  /** The file that is presented just now. */
  presented?: DocumentId | undefined
  /** What holds the picture of a file, where a press on it does something. */
  Picture?: ComponentType<PictureProps>
  /** Files that find no place beside the others come below them. */
  wraps?: boolean
  /** What else can be done with the strip. */
  children?: ReactNode
}

/** The strip of what will be presented, as who runs a room arranges it: in the room, and before on its page. [STORYBOARD-3] [STORYBOARD-5] */
export function Strip({ room, changes, presented, Picture = PlainPicture, wraps = false, children }: Props) {
  const t = useMessages('core')
  const words = useMessages('storyboard')
  const media = useMessages('media')
  const { documents, fault, show, change } = useStoryboard(room, changes)
  const [over, setOver] = useState<'add' | 'manage' | null>(null)
  const [moved, setMoved] = useState('')
  const ids = documents?.map(({ id }) => id) ?? []
  const why = fault === null ? null : fault === 'away' ? words.away : t.refusal[fault]
  const close = () => setOver(null)
  const move = async (id: DocumentId, place: number) => {
    if (!(await change((all) => movedTo(all, id, place)))) return
    const name = documents?.find((each) => each.id === id)?.name ?? ''
    setMoved(words.moved({ name, place: place + 1, count: ids.length }))
  }
  // In the page its place is another then, and the browser lets go of the focus.
  const moveByMenu = async (id: DocumentId, place: number) => {
    await move(id, place)
    handBack(document.getElementById(optionsOf(id)))
  }
  return (
    <div className={styles.whole} data-wraps={wraps}>
      <DragStrip ids={ids} onMove={(id, place) => void move(id, place)}>
        <ol className={styles.strip}>
          {documents?.map((document, place) => (
            <Item
              key={document.id}
              room={room}
              document={document}
              isPresented={document.id === presented}
              Picture={Picture}
              place={place}
              count={documents.length}
              onMove={(to) => void moveByMenu(document.id, to)}
              onRemove={() => void change((all) => all.filter((id) => id !== document.id))}
            />
          ))}
        </ol>
      </DragStrip>
      {documents?.length === 0 && <p className={styles.none}>{words.none}</p>}
      <span className={styles.tools}>
        <Button size="small" icon={Plus} onPress={() => setOver('add')}>
          {words.add}
        </Button>
        <span className={styles.pair}>
          <IconButton icon={FolderCog} label={words.manage} onPress={() => setOver('manage')} />
          {children}
        </span>
      </span>
      {why !== null && over !== 'add' && <p role="alert">{why}</p>}
      <p role="status" className={styles.said}>
        {moved}
      </p>
      {over === 'add' && (
        <MediaWindow
          title={media.title}
          room={room}
          runs
          changes={changes}
          isAdding
          added={ids}
          refused={why}
          onPick={(id) => void change((all) => (all.includes(id) ? all : [...all, id]))}
          onClose={close}
        />
      )}
      {over === 'manage' && <ManageStoryboards room={room} onImported={show} onClose={close} />}
    </div>
  )
}

/** The id of the button that opens the menu of a file. */
const optionsOf = (id: DocumentId) => `storyboard-${id}`

function PlainPicture({ children }: PictureProps) {
  return <span className={styles.picture}>{children}</span>
}

type ItemProps = {
  room: RoomId
  document: Document
  isPresented: boolean
  Picture: ComponentType<PictureProps>
  place: number
  count: number
  onMove: (to: number) => void
  onRemove: () => void
}

/** A file of the strip: its picture, its name, and where it goes from here. */
function Item({ room, document, isPresented, Picture, place, count, onMove, onRemove }: ItemProps) {
  const words = useMessages('storyboard')
  const { id, name, kind, ready, state } = document
  const Sign = SIGNS[kind]
  const [isBroken, setBroken] = useState(false)
  const { hold, style, handlers, isOver } = useStripDrag(id)
  const path = contentPath(room, id)
  const picture = kind === 'film' ? `${path}/poster` : kind === 'sound' ? null : `${path}/pages/1/640`
  const isReady = ready > 0 && state !== 'failed'
  const acts = [
    { id: 'earlier', name: words.earlier, icon: ArrowLeft, run: () => onMove(place - 1) },
    { id: 'later', name: words.later, icon: ArrowRight, run: () => onMove(place + 1) },
    { id: 'remove', name: words.remove, icon: Trash2, run: onRemove },
  ].filter((act) => !(act.id === 'earlier' && place === 0) && !(act.id === 'later' && place === count - 1))
  return (
    <li
      ref={hold}
      className={styles.item}
      data-on={isPresented}
      data-over={isOver}
      data-held={style !== undefined}
      style={style}
      {...handlers}
    >
      <Picture document={document} isReady={isReady}>
        {picture !== null && isReady && !isBroken ? (
          <img src={picture} alt="" draggable={false} onError={() => setBroken(true)} />
        ) : (
          <Sign aria-hidden size={24} strokeWidth={1.5} />
        )}
        {!isReady && <span className={styles.on}>{words.notReady}</span>}
      </Picture>
      <span className={styles.foot}>
        <bdi className={styles.name}>{name}</bdi>
        <Menu label={words.options({ name })} acts={acts}>
          {(opener) => (
            <IconButton icon={Ellipsis} id={optionsOf(id)} label={words.options({ name })} opener={opener} />
          )}
        </Menu>
      </span>
    </li>
  )
}
