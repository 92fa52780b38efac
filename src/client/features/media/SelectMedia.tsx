import { Upload } from 'lucide-react'
import { useRef, useState, useSyncExternalStore, type DragEvent } from 'react'
import { isModerator } from '../../../rules/permissions/policy.ts'
import type { DocumentSort } from '../../../protocol/portal/content.ts'
import { useLanguage, useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Segments } from '../../ui/controls/Segments.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import type { DocumentId } from '../../../protocol/types.ts'
import { usePresent } from '../content/index.ts'
import { DocumentRow } from './DocumentRow.tsx'
import { megabytes } from './megabytes.ts'
import styles from './SelectMedia.module.css'
import { UploadList } from './UploadList.tsx'
import { uploadsOf } from './uploads.ts'
import { useDocuments } from './use-documents.ts'

const SORTS: readonly DocumentSort[] = ['at', 'name', 'bytes']
/** What the browser’s own window offers first; the server looks into the file. [CONTENT-3] */
const ACCEPTED = '.pdf,.pptx,.docx,.xlsx,.odp,.odt,.ods,image/*,video/*,audio/*,application/pdf'

type Props = {
  onClose: () => void
  /** Puts a file into the storyboard; where it is not given, a press on one presents it. */
  onAdd?: (document: DocumentId) => void
  /** What is in the storyboard already. */
  added?: readonly DocumentId[]
}

/** The window in which a file is chosen to be presented, or for the storyboard, and others are brought. */
export function SelectMedia({ onClose, onAdd, added = [] }: Props) {
  const t = useMessages('core')
  const words = useMessages('media')
  const language = useLanguage()
  const room = useLive(({ session }) => session.room)
  const runs = useLive(({ me }) => me !== null && isModerator(me.role))
  const changes = useLive(({ contentChanges }) => contentChanges)
  const [whose, setWhose] = useState<'mine' | 'room'>('mine')
  const [search, setSearch] = useState('')
  const [sort, setSort] = useState<DocumentSort>('at')
  const uploads = uploadsOf(room)
  const sending = useSyncExternalStore(uploads.subscribe, () => uploads.all)
  const isSending = sending.some(({ state }) => state === 'sending' || state === 'waiting')
  const arrived = sending.filter(({ state }) => state === 'done').length
  const { found, isAway, more, refresh } = useDocuments(room, { whose, search, sort }, changes + arrived)
  const file = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const present = usePresent()
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    uploads.add(event.dataTransfer.files)
  }
  return (
    <Sheet title={words.title} wide onClose={onClose}>
      <div
        className={styles.window}
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {runs && (
          <Segments
            label={words.whose}
            value={whose}
            onChange={setWhose}
            choices={[
              { value: 'mine', name: words.mine },
              { value: 'room', name: words.room },
            ]}
          />
        )}
        <div className={styles.finding}>
          <TextField label={words.search} type="search" value={search} onChange={setSearch} />
          <Select
            label={words.sort}
            value={sort}
            onChange={setSort}
            choices={SORTS.map((each) => ({ value: each, name: words.sorts[each] }))}
          />
        </div>
        <input
          ref={file}
          type="file"
          multiple
          hidden
          accept={ACCEPTED}
          onChange={(event) => {
            uploads.add(event.currentTarget.files ?? [])
            event.currentTarget.value = ''
          }}
        />
        <UploadList uploads={uploads} sending={sending} />
        {isAway && <p role="status">{words.away}</p>}
        {found?.documents.length === 0 && <p className={styles.none}>{search === '' ? words.none : words.noMatch}</p>}
        <ul aria-label={words.files} className={styles.files}>
          {found?.documents.map((document) => (
            <DocumentRow
              key={document.id}
              room={room}
              document={document}
              isAdded={added.includes(document.id)}
              isAdding={onAdd !== undefined}
              onPick={() => {
                if (onAdd) return onAdd(document.id)
                onClose()
                return void present(document.id)
              }}
              onChanged={refresh}
            />
          ))}
        </ul>
        {found?.next != null && <Button onPress={more}>{words.more}</Button>}
      </div>
      {found && (
        <p className={styles.room}>
          {words.used({ used: megabytes(found.used, language), most: megabytes(found.most, language) })}
        </p>
      )}
      <Answers>
        <Button onPress={onClose}>{isSending ? words.hide : t.close}</Button>
        <Button look="primary" icon={Upload} onPress={() => file.current?.click()}>
          {words.upload}
        </Button>
      </Answers>
    </Sheet>
  )
}
