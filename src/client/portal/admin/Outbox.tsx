import { MailOpen } from 'lucide-react'
import { useState } from 'react'
import type { MailRow } from '../../../protocol/mail.ts'
import { useFormats, useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Chip } from '../../ui/controls/Chip.tsx'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import styles from '../portal.module.css'
import { useAnswer } from '../use-answer.ts'
import { readMails } from './api.ts'
import { MailSheet } from './MailSheet.tsx'

/** The mails of this server, the newest first, and one of them at a time. [MAIL-9] */
export function Outbox() {
  const words = useMessages('outbox')
  const [before, setBefore] = useState<readonly MailRow[]>([])
  const [changed, setChanged] = useState<ReadonlyMap<number, MailRow>>(new Map())
  const [opened, setOpened] = useState<number | null>(null)
  const [answer] = useAnswer(readMails, String(before.at(-1)?.id ?? ''))
  const page = answer && 'ok' in answer ? answer.ok : null
  const all = [...before, ...(page?.mails ?? [])].map((row) => changed.get(row.id) ?? row)
  return (
    <section className={styles.card} aria-label={words.outbox}>
      <p className={styles.help}>{words.outboxHelp}</p>
      <ul className={styles.list}>
        {all.map((row) => (
          <Row key={row.id} row={row} onOpen={() => setOpened(row.id)} />
        ))}
      </ul>
      {all.length === 0 && page && <p className={styles.help}>{words.noMails}</p>}
      {page?.before && (
        <div>
          <Button onPress={() => setBefore(all)}>{words.older}</Button>
        </div>
      )}
      {opened !== null && (
        <MailSheet
          id={opened}
          onChange={(row) => setChanged(new Map(changed).set(row.id, row))}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  )
}

function Row({ row, onOpen }: { row: MailRow; onOpen: () => void }) {
  const words = useMessages('outbox')
  const formats = useFormats()
  const isOnItsWay = row.state === 'waiting' || row.state === 'sending'
  return (
    <li className={styles.item}>
      <span>
        <b>
          <bdi>{row.subject}</bdi>
        </b>
        <span className={styles.help}>
          <bdi>{row.to}</bdi>
        </span>
        <span className={styles.help}>{formats.day(row.queuedAt)}</span>
      </span>
      <div className={styles.row}>
        <Chip kind={isOnItsWay ? 'wait' : 'plain'}>{words.state[row.state]}</Chip>
        <IconButton icon={MailOpen} label={words.read({ subject: row.subject })} onPress={onOpen} />
      </div>
    </li>
  )
}
