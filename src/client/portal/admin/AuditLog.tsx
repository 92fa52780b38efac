import { useState } from 'react'
import type { AuditPage } from '../../../protocol/accounts.ts'
import { useFormats, useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import styles from '../portal.module.css'
import { useAnswer } from '../use-answer.ts'
import { readAudit } from './api.ts'

type Entry = AuditPage['acts'][number]
const AT_A_TIME = 100

/** What was done to accounts and rooms, the newest first. [ACCOUNT-8] */
export function AuditLog() {
  const words = useMessages('admin')
  const formats = useFormats()
  const [before, setBefore] = useState<readonly Entry[]>([])
  const [answer] = useAnswer(readAudit, String(before.at(-1)?.n ?? ''))
  const next = answer && 'ok' in answer ? answer.ok.acts : []
  const all = [...before, ...next]
  const told = ({ act, by, about }: Entry) => {
    const names = { by: by ?? words.somebody, about: about ?? words.somebody }
    return isAct(act, words.acts) ? wordsOf(words.acts[act], names) : act
  }
  return (
    <section className={styles.card} aria-label={words.audit}>
      <ul className={styles.list}>
        {all.map((entry) => (
          <li key={entry.n} className={styles.item}>
            <span>{told(entry)}</span>
            <span className={styles.line}>
              <span>{formats.date(entry.at)}</span>
              <span>{formats.time(entry.at)}</span>
            </span>
          </li>
        ))}
      </ul>
      {all.length === 0 && answer && <p className={styles.help}>{words.nobodyYet}</p>}
      {next.length === AT_A_TIME && (
        <div>
          <Button onPress={() => setBefore(all)}>{words.more}</Button>
        </div>
      )}
    </section>
  )
}

/** A server of later may tell of what this page has no words for. */
function isAct<Acts extends object>(act: string, acts: Acts): act is string & keyof Acts {
  return act in acts
}

function wordsOf(
  words: string | ((names: { by: string; about: string }) => string),
  names: { by: string; about: string },
) {
  return typeof words === 'string' ? words : words(names)
}
