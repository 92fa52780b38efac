import { Pencil, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Storyboard, Storyboards } from '../../../protocol/presenting/storyboard.ts'
import type { RoomId } from '../../../protocol/types.ts'
import { useMessages } from '../../i18n/messages.ts'
import type { Answer } from '../../portal/api.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers, SheetFault } from '../../ui/overlays/SheetFoot.tsx'
import { deleteSaved, importSaved, readSaved, renameSaved, saveAs } from './storyboard-api.ts'
import styles from './Strip.module.css'

type Props = { room: RoomId; onImported: (strip: Storyboard) => void; onClose: () => void }

/** Saves the strip under a name, and imports, renames and deletes those that were saved. [STORYBOARD-4] */
export function ManageStoryboards({ room, onImported, onClose }: Props) {
  const t = useMessages('core')
  const words = useMessages('storyboard')
  const [saved, setSaved] = useState<Storyboards | null>(null)
  const [name, setName] = useState('')
  const [renaming, setRenaming] = useState<{ id: string; name: string } | null>(null)
  const [fault, setFault] = useState('')
  useEffect(() => {
    void readSaved(room).then((answer) => 'ok' in answer && setSaved(answer.ok))
  }, [room])
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
        {saved?.storyboards.map((each) =>
          renaming?.id === each.id ? (
            <li key={each.id}>
              <form
                className={styles.saving}
                onSubmit={(event) => {
                  event.preventDefault()
                  void renameSaved(room, each.id, renaming.name).then(
                    (answer) => shown(answer, setSaved) && setRenaming(null),
                  )
                }}
              >
                <TextField
                  label={words.name}
                  value={renaming.name}
                  onChange={(typed) => setRenaming({ id: each.id, name: typed })}
                  autoFocus
                />
                <Button type="submit">{words.rename}</Button>
              </form>
            </li>
          ) : (
            <li key={each.id} className={styles.row}>
              <span className={styles.words}>
                <bdi>{each.name}</bdi>
                <small>{words.files({ n: each.documents })}</small>
              </span>
              <Button
                size="small"
                onPress={() => void importSaved(room, each.id).then((answer) => shown(answer, onImported) && onClose())}
              >
                {words.import}
              </Button>
              <IconButton
                icon={Pencil}
                label={words.renameOf({ name: each.name })}
                onPress={() => setRenaming({ id: each.id, name: each.name })}
              />
              <IconButton
                icon={Trash2}
                label={words.deleteOf({ name: each.name })}
                onPress={() => void deleteSaved(room, each.id).then((answer) => shown(answer, setSaved))}
              />
            </li>
          ),
        )}
      </ul>
      <Answers>
        <Button onPress={onClose}>{t.close}</Button>
      </Answers>
    </Sheet>
  )
}
