import { Captions, Download, Pencil, Trash2 } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import type { Document } from '../../../protocol/portal/content.ts'
import type { RoomId } from '../../../protocol/types.ts'
import { useLanguage, useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { takeFocus } from '../../ui/focus/take-focus.ts'
import { deleteDocument, originalOf, renameDocument, setCaptions } from './documents.ts'
import { megabytes } from './megabytes.ts'
import styles from './SelectMedia.module.css'
import { SIGNS } from './signs.ts'

// More is not read: nobody has so much to say in a film.
const CAPTIONS_BYTES = 3_000_000

type Props = {
  room: RoomId
  document: Document
  isAdding: boolean
  isAdded: boolean
  /** Without it a file is only looked at. */
  onPick: (() => void) | undefined
  onChanged: () => void
}

/** A file of the list: pressed, it is presented; how far it is, or why it cannot be; and what its person can do with it. */
export function DocumentRow({ room, document, isAdding, isAdded, onPick, onChanged }: Props) {
  const words = useMessages('media')
  const language = useLanguage()
  const [doing, setDoing] = useState<'rename' | 'delete' | null>(null)
  const { name, kind, bytes, state, ready } = document
  const Sign = SIGNS[kind]
  const [facts, renameId, deleteId] = [useId(), useId(), useId()]
  const end = (opener: string) => {
    // Before what has the focus goes.
    globalThis.document.getElementById(opener)?.focus()
    setDoing(null)
  }
  const isReady = ready > 0 && state !== 'failed'
  return (
    <li className={styles.row}>
      <div className={styles.file}>
        {onPick && (
          <button
            type="button"
            className={styles.press}
            disabled={isAdding ? isAdded : !isReady}
            onClick={onPick}
            aria-label={(isAdding ? words.add : words.present)({ name })}
            aria-describedby={facts}
          />
        )}
        <Sign aria-hidden size={20} strokeWidth={1.8} />
        <span className={styles.words}>
          <bdi className={styles.name}>{name}</bdi>
          <span id={facts} className={styles.facts}>
            <span>{megabytes(bytes, language)}</span>
            {state !== 'failed' && <span aria-hidden>·</span>}
            <State document={document} />
            {isAdding && isAdded && <span>{words.isAdded}</span>}
          </span>
        </span>
      </div>
      <a
        className={styles.download}
        href={originalOf(room, document.id)}
        download
        aria-label={words.download({ name })}
      >
        <Download aria-hidden size={18} strokeWidth={1.9} />
      </a>
      {(kind === 'film' || kind === 'sound') && <BringCaptions room={room} document={document} onChanged={onChanged} />}
      <IconButton id={renameId} icon={Pencil} label={words.rename({ name })} onPress={() => setDoing('rename')} />
      <IconButton id={deleteId} icon={Trash2} label={words.delete({ name })} onPress={() => setDoing('delete')} />
      {doing === 'rename' && (
        <Rename
          room={room}
          document={document}
          onDone={() => {
            end(renameId)
            onChanged()
          }}
          onClose={() => end(renameId)}
        />
      )}
      {doing === 'delete' && (
        <Delete room={room} document={document} onDone={onChanged} onClose={() => end(deleteId)} />
      )}
    </li>
  )
}

/** The button by which captions are brought for a film; pressed in where it has some. [FILM-3] */
function BringCaptions({
  room,
  document: { id, name, hasCaptions },
  onChanged,
}: Pick<Props, 'room' | 'document' | 'onChanged'>) {
  const t = useMessages('core')
  const words = useMessages('media')
  const file = useRef<HTMLInputElement>(null)
  const [fault, setFault] = useState('')
  const bring = async (brought: File) => {
    const answer = await setCaptions(room, id, brought.size > CAPTIONS_BYTES ? '' : await brought.text())
    setFault('ok' in answer ? '' : 'refused' in answer ? t.refusal[answer.refused.refusal] : words.away)
    onChanged()
  }
  return (
    <>
      <IconButton
        icon={Captions}
        label={words.captions({ name })}
        pressed={hasCaptions}
        onPress={() => file.current?.click()}
      />
      <input
        ref={file}
        type="file"
        hidden
        accept=".vtt,text/vtt"
        aria-label={words.captions({ name })}
        onChange={(event) => {
          const [brought] = event.currentTarget.files ?? []
          if (brought) void bring(brought)
          event.currentTarget.value = ''
        }}
      />
      {fault !== '' && (
        <p role="alert" className={styles.failed}>
          {fault}
        </p>
      )}
    </>
  )
}

/** How far a file is on its way to the stage. */
function State({ document: { kind, state, reason, ready, pages } }: { document: Document }) {
  const words = useMessages('media')
  if (state === 'failed') return <span className={styles.failed}>{words.reason[reason ?? 'broken']}</span>
  if (state === 'converting')
    return <span>{pages === null ? words.preparing : words.preparingPages({ ready, pages })}</span>
  if (state === 'uploaded') return <span>{words.waits}</span>
  return <span>{pages === null || kind === 'picture' ? words.ready : words.pages({ pages })}</span>
}

/** The question before a file goes for good, and why it could not go. */
function Delete({ room, document: { id, name }, onDone, onClose }: DoingProps) {
  const t = useMessages('core')
  const words = useMessages('media')
  const [fault, setFault] = useState('')
  const remove = async () => {
    const answer = await deleteDocument(room, id)
    if ('ok' in answer) onDone()
    else setFault('refused' in answer ? t.refusal[answer.refused.refusal] : words.away)
  }
  return (
    <div role="alertdialog" aria-label={words.deleteSure({ name })} className={styles.sure}>
      <p tabIndex={-1} ref={takeFocus}>
        {words.deleteSure({ name })}
      </p>
      {fault !== '' && (
        <p role="alert" className={styles.failed}>
          {fault}
        </p>
      )}
      <Button size="small" onPress={onClose}>
        {words.keep}
      </Button>
      <Button size="small" look="danger" onPress={() => void remove()}>
        {words.deleteFile}
      </Button>
    </div>
  )
}

type DoingProps = Pick<Props, 'room' | 'document'> & { onDone: () => void; onClose: () => void }

function Rename({ room, document: { id, name }, onDone, onClose }: DoingProps) {
  const t = useMessages('core')
  const words = useMessages('media')
  const [typed, setTyped] = useState(name)
  const [fault, setFault] = useState('')
  const rename = async () => {
    const answer = await renameDocument(room, id, typed)
    if ('ok' in answer) onDone()
    else setFault('refused' in answer ? t.refusal[answer.refused.refusal] : words.away)
  }
  return (
    <form
      className={styles.rename}
      onSubmit={(event) => {
        event.preventDefault()
        void rename()
      }}
    >
      <TextField label={words.newName} value={typed} onChange={setTyped} fault={fault} autoFocus />
      <Button size="small" onPress={onClose}>
        {t.cancel}
      </Button>
      <Button size="small" look="primary" type="submit">
        {words.save}
      </Button>
    </form>
  )
}
