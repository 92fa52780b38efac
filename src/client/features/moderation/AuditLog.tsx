import { ClipboardList } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Act } from '../../../protocol/queries.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Loading } from '../../ui/pages/Loading.tsx'
import { Empty } from '../../ui/controls/EmptyState.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { useFormats, useMessages } from '../../i18n/messages.ts'
import { useCall } from '../../state/use-call.ts'
import { auditLine } from './audit-line.ts'
import styles from '../../ui/controls/Lines.module.css'
import { useMarked } from '../people/index.ts'

/** Who did what to whom, newest first, as it was when the window was opened. [REMOVE-4] */
export function AuditLog({ onClose }: { onClose: () => void }) {
  const t = useMessages('core')
  const formats = useFormats()
  const words = useMessages('moderation')
  const call = useCall()
  const named = useMarked()
  const [acts, setActs] = useState<Act[] | null>(null)
  useEffect(() => {
    let wanted = true
    const look = async () => {
      const found = await call.readActs()
      if (wanted) setActs(found)
    }
    void look()
    return () => {
      wanted = false
    }
  }, [call])
  return (
    <Sheet title={words.auditLog} onClose={onClose}>
      <ul className={styles.lines}>
        {acts?.map((act, n) => (
          <li key={acts.length - n} className={styles.line}>
            <time dateTime={new Date(act.event.at).toISOString()}>{formats.time(act.event.at)}</time>
            <span>{auditLine({ ...act, about: named(act.about) }, words)}</span>
          </li>
        ))}
      </ul>
      {!acts && <Loading />}
      {acts?.length === 0 && <Empty sign={ClipboardList} title={words.noAuditLines} help={words.noAuditLinesHelp} />}
      <Answers>
        <Button onPress={onClose}>{t.close}</Button>
      </Answers>
    </Sheet>
  )
}
