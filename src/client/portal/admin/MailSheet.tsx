import { useState } from 'react'
import type { MailRow, OneMail } from '../../../protocol/mail.ts'
import { useFormats, useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Sheet } from '../Sheet.tsx'
import { Answers, SheetFault } from '../../ui/overlays/SheetFoot.tsx'
import { Loading } from '../../ui/pages/Loading.tsx'
import account from '../portal.module.css'
import { useAnswer } from '../use-answer.ts'
import { useSend } from '../use-send.ts'
import { readMail, sendMailAgain } from './api.ts'
import styles from './MailSheet.module.css'

type Props = { id: number; onChange: (row: MailRow) => void; onClose: () => void }

/** One mail: what became of it, what it says, and **Send again**. [MAIL-9] */
export function MailSheet({ id, onChange, onClose }: Props) {
  const t = useMessages('core')
  const words = useMessages('outbox')
  const [answer] = useAnswer(readMail, String(id))
  const [changed, setChanged] = useState<OneMail | null>(null)
  const { send, fault } = useSend()
  const mail = changed ?? (answer && 'ok' in answer ? answer.ok : null)
  const refusal = answer && 'refused' in answer ? t.refusal[answer.refused.refusal] : ''
  const sendAgain = async () => {
    const sent = await send(async () => await sendMailAgain(id))
    if (!sent) return
    setChanged(sent.ok)
    onChange(sent.ok)
  }
  return (
    <Sheet wide title={mail?.subject ?? words.mail} onClose={onClose}>
      {mail && <Mail mail={mail} />}
      {!answer && <Loading />}
      <SheetFault>{fault || refusal}</SheetFault>
      <Answers>
        {mail?.canSendAgain && <Button onPress={() => void sendAgain()}>{words.sendAgain}</Button>}
        <Button onPress={onClose}>{t.close}</Button>
      </Answers>
    </Sheet>
  )
}

function Mail({ mail }: { mail: OneMail }) {
  const words = useMessages('outbox')
  const formats = useFormats()
  const { state, to, name, kind, at, says, next, tries, body } = mail
  const facts = [
    [words.to, name === '' ? to : `${name} <${to}>`],
    [words.about, words.kind[kind]],
    [words.state[state], formats.day(at)],
    ...(says ? [[words.says, says]] : []),
    ...(next === null ? [] : [[words.next, formats.day(next)]]),
    [words.tries, formats.number(tries)],
  ]
  return (
    <>
      <p role="status">{words.stateMeans[state]}</p>
      <dl className={styles.facts}>
        {facts.map(([what, is]) => (
          <div key={what}>
            <dt className={account.help}>{what}</dt>
            <dd className={styles.is}>
              <bdi>{is}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {body ? (
        <>
          <h3 className={account.heading}>{words.text}</h3>
          <pre className={styles.text} dir="auto">
            {body.text}
          </pre>
          <h3 className={account.heading}>{words.page}</h3>
          {/* Nothing in it runs, and nothing leads out of it. */}
          <iframe className={styles.html} title={words.page} sandbox="" srcDoc={body.html} />
        </>
      ) : (
        <p className={account.help}>{words.noText}</p>
      )}
    </>
  )
}
