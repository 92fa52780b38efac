import { Upload } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { DocumentSort } from '../../../protocol/portal/content.ts'
import type { DocumentId, RoomId } from '../../../protocol/types.ts'
import { useLanguage, useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Segments } from '../../ui/controls/Segments.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { useBroughtFiles } from '../../ui/hooks/use-brought-files.ts'
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
  title: string
  room: RoomId
  /** Who runs the room sees the files of all. */
  runs: boolean
  /** Grows when the room says that its files are others; null outside a room, where nothing says so. */
  changes: number | null
  /** Files to be brought at once. */
  files?: readonly File[] | undefined
  /** What a press on a file does; without it a file is only looked at. */
  onPick?: (document: DocumentId) => void
  /** A press puts a file into the storyboard. */
  isAdding?: boolean
  /** What is in the storyboard already. */
  added?: readonly DocumentId[] | undefined
  /** Why what was pressed last could not be done; null where it could. */
  refused?: string | null
  onClose: () => void
}

const NONE: readonly File[] = []

/** The window of a room’s files: found, called otherwise, deleted, and brought. [CONTENT-9] [CONTENT-10] */
export function MediaWindow(props: Props) {
  const {
    title,
    room,
    runs,
    changes,
    files = NONE,
    onPick,
    isAdding = false,
    added = [],
    refused = null,
    onClose,
  } = props
  const t = useMessages('core')
  const words = useMessages('media')
  const language = useLanguage()
  const [whose, setWhose] = useState<'mine' | 'room'>('mine')
  const [search, setSearch] = useState('')
  const [sort, setSort] = useState<DocumentSort>('at')
  const uploads = uploadsOf(room)
  const sending = useSyncExternalStore(uploads.subscribe, () => uploads.all)
  const arrived = sending.filter(({ state }) => state === 'done').length
  const { found, fault, more, refresh } = useDocuments(room, { whose, search, sort }, changes, arrived)
  const file = useRef<HTMLInputElement>(null)
  const isOver = useBroughtFiles(
    () => true,
    (brought) => uploads.add(brought),
  )
  useEffect(() => uploads.add(files), [uploads, files])
  // What was seen to have come is told nowhere else.
  useEffect(() => () => uploads.clearDone(), [uploads])
  return (
    <Sheet title={title} wide onClose={onClose}>
      <div className={styles.window} data-over={isOver}>
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
        {refused !== null && (
          <p role="alert" className={styles.failed}>
            {refused}
          </p>
        )}
        {fault !== null && <p role="status">{fault === 'away' ? words.away : t.refusal[fault]}</p>}
        {found?.documents.length === 0 && <p className={styles.none}>{search === '' ? words.none : words.noMatch}</p>}
        <ul aria-label={words.files} className={styles.files}>
          {found?.documents.map((document) => (
            <DocumentRow
              key={document.id}
              room={room}
              document={document}
              isAdded={added.includes(document.id)}
              isAdding={isAdding}
              onPick={onPick && (() => onPick(document.id))}
              onChanged={refresh}
            />
          ))}
        </ul>
        {found?.next != null && <Button onPress={more}>{words.more}</Button>}
      </div>
      <div className={styles.foot}>
        {found && (
          <p className={styles.room}>
            {words.used({ used: megabytes(found.used, language), most: megabytes(found.most, language) })}
          </p>
        )}
        <Answers>
          <Button onPress={onClose}>{uploads.isSending ? words.hide : t.close}</Button>
          <Button look="primary" icon={Upload} onPress={() => file.current?.click()}>
            {words.upload}
          </Button>
        </Answers>
      </div>
    </Sheet>
  )
}
