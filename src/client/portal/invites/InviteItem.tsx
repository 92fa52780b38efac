import { useId } from 'react'
import type { InviteRow } from '../../../protocol/portal/invites.ts'
import { useFormats, useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Chip } from '../../ui/controls/Chip.tsx'
import styles from './invites.module.css'
import { nameOf } from './name-of.ts'

type Props = { invite: InviteRow; onRevoke: () => void; onAgain: () => void; onAnew: () => void }

/** One invitation: whom it is for, how far it got, and what can be done about it. */
export function InviteItem({ invite, onRevoke, onAgain, onAnew }: Props) {
  const words = useMessages('invites')
  const id = useId()
  const { email, role, state, sentAt, undelivered } = invite
  const lets = state !== 'revoked' && state !== 'expired'
  const name = nameOf(invite)
  return (
    <li className={styles.item}>
      <span className={styles.who} id={id}>
        <b>
          <bdi>{name === '' ? words.anyone : name}</bdi>
        </b>
        {name !== email && email !== '' && (
          <span className={styles.help}>
            <bdi>{email}</bdi>
          </span>
        )}
        <Days {...invite} />
        {undelivered !== null && (
          <span className={styles.fault} dir="auto">
            {undelivered === '' ? words.undelivered : words.undeliveredSays({ says: undelivered })}
          </span>
        )}
      </span>
      <span className={styles.row}>
        <Chip>{words.role[role]}</Chip>
        <Chip kind={state === 'came' ? 'wait' : 'plain'}>{words.state[state]}</Chip>
      </span>
      <span className={styles.row}>
        {state !== 'revoked' && (
          <Button size="small" look="danger-quiet" describedBy={id} onPress={onRevoke}>
            {words.revoke}
          </Button>
        )}
        {lets && sentAt !== null && (
          <Button size="small" look="quiet" describedBy={id} onPress={onAgain}>
            {words.sendAgain}
          </Button>
        )}
        <Button size="small" look="quiet" describedBy={id} onPress={onAnew}>
          {words.anew}
        </Button>
      </span>
    </li>
  )
}

function Days({ createdAt, sentAt, expiresAt }: InviteRow) {
  const words = useMessages('invites')
  const formats = useFormats()
  const days = [
    sentAt === null ? words.madeAt({ day: formats.day(createdAt) }) : words.sentAt({ day: formats.day(sentAt) }),
    ...(expiresAt === null ? [] : [words.until({ day: formats.day(expiresAt) })]),
  ]
  return <span className={styles.help}>{formats.list(days)}</span>
}
