import { useState } from 'react'
import type { MailsEnded, MailWish } from '../../../protocol/mail.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { NarrowPage } from '../NarrowPage.tsx'
import styles from '../portal.module.css'
import { useAnswer } from '../use-answer.ts'
import { useSend } from '../use-send.ts'
import { endMails, readMailWish } from './api.ts'

/** Where a mail leads whoever wants no more of them, and where that is undone. Opening it changes nothing: a press does. [MAIL-16] */
export function MailWishes({ room, token }: { room: string; token: string }) {
  const t = useMessages('core')
  const words = useMessages('account')
  const [answer] = useAnswer(readMailWish, `${room}/${token}`)
  const [changed, setChanged] = useState<MailWish | null>(null)
  const { send, fault, isBusy } = useSend()
  const wish = changed ?? (answer && 'ok' in answer ? answer.ok : null)
  const refused = answer && 'refused' in answer ? t.refusal[answer.refused.refusal] : ''
  const end = async (ended: MailsEnded) => {
    const done = await send(async () => await endMails(`${room}/${token}`, ended))
    if (done) setChanged(done.ok)
  }
  const lead = {
    nothing: words.mailsLead,
    room: words.noMailsOfRoom({ room: wish?.room ?? '' }),
    server: words.noMails,
  }[wish?.ended ?? 'nothing']
  return (
    <NarrowPage title={words.mailsTitle} lead={lead} isNews>
      <div className={styles.form}>
        <p role="alert" className={styles.fault}>
          {fault === '' ? refused : fault}
        </p>
        {wish && wish.ended !== 'server' && (
          <Button look="primary" size="large" disabled={isBusy} onPress={() => void end('server')}>
            {words.endMails}
          </Button>
        )}
        {wish?.ended === 'nothing' && wish.room !== null && (
          <Button size="large" disabled={isBusy} onPress={() => void end('room')}>
            {words.endMailsOfRoom({ room: wish.room })}
          </Button>
        )}
        {wish && wish.ended !== 'nothing' && (
          <Button size="large" disabled={isBusy} onPress={() => void end('nothing')}>
            {words.mailsAgain}
          </Button>
        )}
      </div>
    </NarrowPage>
  )
}
