import { Pencil, Trash2 } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import type { Storyboard, Storyboards } from '../../../protocol/presenting/storyboard.ts'
import type { RoomId } from '../../../protocol/types.ts'
import { useMessages } from '../../i18n/messages.ts'
import type { Answer } from '../../portal/api.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { takeFocus } from '../../ui/focus/take-focus.ts'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers, SheetFault } from '../../ui/overlays/SheetFoot.tsx'
import { deleteSaved, importSaved, readSaved, renameSaved, saveAs } from './storyboard-api.ts'
import styles from './Strip.module.css'

const AGAIN_MS = 3_000

type Props = { room: RoomId; onImported: (strip: Storyboard) => void; onClose: () => void }

/** Saves the strip under a name, and imports, renames and deletes those that were saved. [STORYBOARD-4] */
export function ManageStoryboards({ room, onImported, onClose }: Props) {
  const t = useMessages('core')
  const words = useMessages('storyboard')
  const [saved, setSaved] = useState<Storyboards | null>(null)
  const [name, setName] = useState('')
  const [fault, setFault] = useState('')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isWanted = true
    const read = async () => {
      const answer = await readSaved(room)
      if (!isWanted) return
      if ('ok' in answer) setSaved(answer.ok)
      else timer = setTimeout(() => void read(), AGAIN_MS)
      setFault('ok' in answer ? '' : 'refused' in answer ? t.refusal[answer.refused.refusal] : words.away)
    }
    void read()
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [room, t, words])
  /** Shows what was answered; whether it was done. */
  const shown = <T,>(answer: Answer<T>, show: (done: T) => void): boolean => {
    if ('ok' in answer) show(answer.ok)
    setFault('ok' in answer ? '' : 'refused' in answer ? t.refusal[answer.refused.refusal] : words.away)
    return 'ok' in answer
  }
  return (
    <Sheet title={words.manage} onClose={onClose}>
      <form
        className={styles.saving}
        onSubmit={(event) => {
          event.preventDefault()
          void saveAs(room, name).then((answer) => shown(answer, setSaved) && setName(''))
        }}
      >
        <TextField label={words.name} value={name} onChange={setName} />
        <Button type="submit">{words.saveAs}</Button>
      </form>
      <SheetFault>{fault}</SheetFault>
      {saved?.storyboards.length === 0 && <p>{words.noneSaved}</p>}
      <ul aria-label={words.saved} className={styles.saved}>
        {saved?.storyboards.map((each) => (
          <Saved
            key={each.id}
            saved={each}
            onImport={() => void importSaved(room, each.id).then((answer) => shown(answer, onImported) && onClose())}
            onRename={async (to) => shown(await renameSaved(room, each.id, to), setSaved)}
            onDelete={() => void deleteSaved(room, each.id).then((answer) => shown(answer, setSaved))}
          />
        ))}
      </ul>
      <Answers>
        <Button onPress={onClose}>{t.close}</Button>
      </Answers>
    </Sheet>
  )
}

type SavedProps = {
  saved: Storyboards['storyboards'][number]
  onImport: () => void
  /** Whether it is called so now. */
  onRename: (to: string) => Promise<boolean>
  onDelete: () => void
}

/** A strip that was saved, and what can be done with it. What is deleted is asked for first. */
function Saved({ saved: { name, documents }, onImport, onRename, onDelete }: SavedProps) {
  const t = useMessages('core')
  const words = useMessages('storyboard')
  const media = useMessages('media')
  const [doing, setDoing] = useState<'rename' | 'delete' | null>(null)
  const [typed, setTyped] = useState(name)
  const [renameId, deleteId] = [useId(), useId()]
  const end = (opener: string) => {
    // Before what has the focus goes.
    document.getElementById(opener)?.focus()
    setDoing(null)
  }
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <bdi>{name}</bdi>
        <small>{words.files({ n: documents })}</small>
      </span>
      <Button size="small" onPress={onImport}>
        {words.import}
      </Button>
      <IconButton
        id={renameId}
        icon={Pencil}
        label={words.renameOf({ name })}
        onPress={() => {
          setTyped(name)
          setDoing('rename')
        }}
      />
      <IconButton id={deleteId} icon={Trash2} label={words.deleteOf({ name })} onPress={() => setDoing('delete')} />
      {doing === 'rename' && (
        <form
          className={styles.doing}
          onSubmit={(event) => {
            event.preventDefault()
            void onRename(typed).then((isDone) => isDone && end(renameId))
          }}
        >
          <TextField label={words.name} value={typed} onChange={setTyped} autoFocus />
          <Button size="small" onPress={() => end(renameId)}>
            {t.cancel}
          </Button>
          <Button size="small" look="primary" type="submit">
            {words.rename}
          </Button>
        </form>
      )}
      {doing === 'delete' && (
        <div role="alertdialog" aria-label={media.deleteSure({ name })} className={styles.doing}>
          <p tabIndex={-1} ref={takeFocus}>
            {media.deleteSure({ name })}
          </p>
          <Button size="small" onPress={() => end(deleteId)}>
            {media.keep}
          </Button>
          <Button size="small" look="danger" onPress={onDelete}>
            {media.deleteFile}
          </Button>
        </div>
      )}
    </li>
  )
}
