import { readRoom } from '../../portal/api.ts'
import { InviteLink } from '../../portal/InviteLink.tsx'
import { useAnswer } from '../../portal/use-answer.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import styles from './InviteHere.module.css'

/** The viewers' link, shown to moderators where nobody is yet. */
export function InviteHere() {
  const words = useMessages('portal')
  const room = useLive((state) => state.session.room)
  const [answer] = useAnswer(readRoom, room)
  const links = answer && 'ok' in answer ? answer.ok.links : null
  if (!links) return null
  return (
    <div className={styles.invite}>
      <p>{words.handOn}</p>
      <InviteLink name={words.links.viewer.name} address={links.viewer} />
    </div>
  )
}
