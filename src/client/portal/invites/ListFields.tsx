import { useDeferredValue, useId, useMemo } from 'react'
import { LIST_MAX } from '../../../protocol/portal/invites.ts'
import { readInviteList } from '../../../rules/invites/read-list.ts'
import { useMessages } from '../../i18n/messages.ts'
import styles from './invites.module.css'
import { WrongEntries } from './WrongEntries.tsx'

/** A list of people, pasted or from a file, and what is read of it so far. */
export function ListFields({ list, onChange }: { list: string; onChange: (list: string) => void }) {
  const words = useMessages('invites')
  const id = useId()
  const typed = useDeferredValue(list)
  const read = useMemo(() => (typed.trim() === '' ? null : readInviteList(typed)), [typed])
  const load = async (file: File | undefined) => {
    // What is longer than any list is cut, and refused as too long.
    if (file) onChange(await file.slice(0, 2 * LIST_MAX).text())
  }
  return (
    <div className={styles.form}>
      <div className={styles.field}>
        <label htmlFor={id} className={styles.label}>
          {words.addresses}
        </label>
        <textarea
          id={id}
          className={styles.area}
          dir="auto"
          rows={6}
          spellCheck={false}
          autoComplete="off"
          aria-describedby={`${id}-help`}
          value={list}
          onChange={(event) => onChange(event.target.value)}
        />
        <span id={`${id}-help`} className={styles.help}>
          {words.addressesHelp}
        </span>
      </div>
      <label className={styles.field}>
        <span className={styles.label}>{words.file}</span>
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          className={styles.file}
          onChange={(event) => void load(event.target.files?.[0])}
        />
      </label>
      <ReadSoFar read={read} />
    </div>
  )
}

function ReadSoFar({ read }: { read: ReturnType<typeof readInviteList> | null }) {
  const t = useMessages('core')
  const words = useMessages('invites')
  const isRefused = read !== null && 'fault' in read
  return (
    <>
      <p role="status" className={styles.help}>
        {read !== null && (isRefused ? t.refusal[read.fault] : words.found({ n: read.people.length }))}
      </p>
      {read !== null && !isRefused && <WrongEntries wrong={read.wrong} unwanted={[]} />}
    </>
  )
}
