import { useState } from 'react'
import type { InviteMade, InvitePage, InviteRow } from '../../../protocol/portal/invites.ts'
import type { RoomId } from '../../../protocol/types.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useSend } from '../use-send.ts'
import { makeAnew, readOlder, revokeInvite, sendAgain } from './api.ts'
import { InviteItem } from './InviteItem.tsx'
import styles from './invites.module.css'

type Props = { room: RoomId; newest: InvitePage; onAnew: (made: InviteMade) => void }

/** The invitations of a room, the newest first, and how far each got. [LINK-10] */
export function InviteList({ room, newest, onAnew }: Props) {
  const t = useMessages('core')
  const words = useMessages('invites')
  const [older, setOlder] = useState<InvitePage | null>(null)
  const [changed, setChanged] = useState<ReadonlyMap<string, InviteRow>>(new Map())
  const [isAgain, setAgain] = useState(false)
  const { send, fault } = useSend()
  const invites = [...newest.invites, ...(older?.invites ?? [])].map((each) => changed.get(each.id) ?? each)
  const change = (row: InviteRow) => setChanged(new Map(changed).set(row.id, row))

  const revoke = async (id: string) => {
    const done = await send(async () => await revokeInvite(room, id))
    if (done) change(done.ok)
  }
  const again = async (id: string) => {
    setAgain(false)
    const done = await send(async () => await sendAgain(room, id))
    if (!done) return
    change(done.ok)
    setAgain(true)
  }
  const renew = async (id: string) => {
    const done = await send(async () => await makeAnew(room, id))
    if (!done) return
    change(done.ok.invite)
    onAnew(done.ok)
  }
  const more = async () => {
    const done = await send(async () => await readOlder(room, invites.at(-1)?.n ?? 0))
    if (done) setOlder({ ...done.ok, invites: [...(older?.invites ?? []), ...done.ok.invites] })
  }

  return (
    <section className={styles.form}>
      <h3 className={styles.heading}>{words.invitations}</h3>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
      <p role="status" className={styles.help}>
        {isAgain && words.sent({ n: 1 })}
      </p>
      {invites.length === 0 ? (
        <p className={styles.help}>{words.none}</p>
      ) : (
        <ul className={styles.list}>
          {invites.map((invite) => (
            <InviteItem
              key={invite.id}
              invite={invite}
              onRevoke={() => void revoke(invite.id)}
              onAgain={() => void again(invite.id)}
              onAnew={() => void renew(invite.id)}
            />
          ))}
        </ul>
      )}
      {(older ?? newest).more && (
        <div>
          <Button onPress={() => void more()}>{t.seeMore}</Button>
        </div>
      )}
    </section>
  )
}
