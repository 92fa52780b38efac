import { RotateCcw, X } from 'lucide-react'
import type { Refusal } from '../../../protocol/refusals.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import styles from './SelectMedia.module.css'
import type { RoomUploads, Sending } from './uploads.ts'

/** No second try makes another file of it. */
const FOR_GOOD: readonly (Refusal | null)[] = ['file-unknown', 'file-large']

/** The files on their way, each with how much of it has come. */
export function UploadList({ uploads, sending }: { uploads: RoomUploads; sending: readonly Sending[] }) {
  const words = useMessages('media')
  const shown = sending.filter(({ state }) => state !== 'done')
  if (shown.length === 0) return null
  const onWay = shown.filter(({ state }) => state !== 'failed').length
  return (
    <section aria-label={words.uploads} className={styles.uploads}>
      <ul>
        {shown.map((each) => (
          <Line
            key={each.key}
            sending={each}
            onCancel={() => uploads.cancel(each.key)}
            onRetry={() => uploads.retry(each.key)}
          />
        ))}
      </ul>
      {onWay > 1 && (
        <Button size="small" onPress={() => uploads.cancelAll()}>
          {words.cancelAll}
        </Button>
      )}
    </section>
  )
}

type LineProps = { sending: Sending; onCancel: () => void; onRetry: () => void }

function Line({ sending: { name, bytes, sent, state, why }, onCancel, onRetry }: LineProps) {
  const t = useMessages('core')
  const words = useMessages('media')
  const isFailed = state === 'failed'
  return (
    <li className={styles.upload}>
      <span className={styles.words}>
        <bdi className={styles.name}>{name}</bdi>
        {isFailed ? (
          <span role="alert" className={styles.failed}>
            {why === null ? words.cutOff : t.refusal[why]}
          </span>
        ) : (
          <progress aria-label={words.uploading({ name })} max={Math.max(bytes, 1)} value={sent} />
        )}
      </span>
      {isFailed && !FOR_GOOD.includes(why) && (
        <IconButton icon={RotateCcw} label={words.again({ name })} onPress={onRetry} />
      )}
      <IconButton icon={X} label={isFailed ? words.dismiss({ name }) : words.cancel({ name })} onPress={onCancel} />
    </li>
  )
}
