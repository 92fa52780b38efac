import { useState } from 'react'
import type { Links } from '../../protocol/http.ts'
import { LinkRole, type RoomId } from '../../protocol/types.ts'
import { useMessages } from '../i18n/messages.ts'
import { InviteLink } from './InviteLink.tsx'
import { InviteMore } from './invites/InviteMore.tsx'
import styles from './InviteLinks.module.css'
import { RevokeLink } from './RevokeLink.tsx'

/** The three invite links, for people who may hand them out. */
export function InviteLinks({ room, links: first }: { room: RoomId; links: Links }) {
  const words = useMessages('portal')
  const [links, setLinks] = useState(first)
  return (
    <section className={styles.card}>
      <h2 className={styles.title}>{words.invitePeople}</h2>
      <p className={styles.help}>{words.inviteHelp}</p>
      {LinkRole.options.map((role) => (
        <div key={role} className={styles.row}>
          <InviteLink {...words.links[role]} address={links[role]} />
          <RevokeLink room={room} role={role} onDone={setLinks} />
        </div>
      ))}
      <InviteMore room={room} />
    </section>
  )
}
