import { useState } from 'react'
import type { InviteMade, InvitesMade, InvitesSent } from '../../../protocol/portal/invites.ts'
import type { RoomId } from '../../../protocol/types.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { takeFocus } from '../../ui/focus/take-focus.ts'
import { InviteLink } from '../InviteLink.tsx'
import { useSend } from '../use-send.ts'
import { sendInvites } from './api.ts'
import styles from './invites.module.css'
import { nameOf } from './name-of.ts'
import { QrCode } from './QrCode.tsx'
import { tableOf } from './table-of.ts'
import { WrongEntries } from './WrongEntries.tsx'

type Props = { room: RoomId; made: InvitesMade; onSent: () => void }

/** What was just made: the address of one with its QR code, a table of many; and **Send link via email**. */
export function MadeInvites({ room, made: { made, wrong, merged }, onSent }: Props) {
  const words = useMessages('invites')
  const [sent, setSent] = useState<InvitesSent | null>(null)
  const { send, fault, isBusy } = useSend()
  const [only, second] = made
  const isMailed = made.length > 0 && made.every(({ invite }) => invite.email !== '')
  const mail = async () => {
    const done = await send(async () => await sendInvites(room, made))
    if (!done) return
    setSent(done.ok)
    onSent()
  }
  return (
    <section className={styles.made}>
      <h3 className={styles.heading} tabIndex={-1} ref={takeFocus}>
        {words.made({ n: made.length })}
      </h3>
      {only && !second && <OneMade {...only} />}
      {second && <Table made={made} />}
      {merged > 0 && <p className={styles.help}>{words.merged({ n: merged })}</p>}
      <WrongEntries wrong={wrong} unwanted={sent?.unwanted ?? []} />
      {isMailed && (
        <div className={styles.row}>
          <Button look="primary" disabled={isBusy} onPress={() => void mail()}>
            {words.send}
          </Button>
          <span role="status">
            {sent && (sent.sent > 0 || sent.unwanted.length === 0) && words.sent({ n: sent.sent })}
          </span>
        </div>
      )}
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
    </section>
  )
}

function OneMade({ invite, address }: InviteMade) {
  const words = useMessages('invites')
  const name = nameOf(invite)
  return (
    <>
      <InviteLink name={name === '' ? words.link : words.linkFor({ name })} address={address} />
      <p className={styles.help}>{words.once}</p>
      <QrCode address={address} label={words.qr} />
    </>
  )
}

function Table({ made }: { made: readonly InviteMade[] }) {
  const words = useMessages('invites')
  const url = `data:text/csv;charset=utf-8,${encodeURIComponent(tableOf(made))}`
  return (
    <p>
      <a href={url} download="invitations.csv" className={styles.link}>
        {words.save}
      </a>
    </p>
  )
}
