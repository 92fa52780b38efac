import { useState } from 'react'
import type { InvitesMade } from '../../../protocol/portal/invites.ts'
import { LinkRole, type RoomId } from '../../../protocol/types.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { readRoom } from '../api.ts'
import { InviteLink } from '../InviteLink.tsx'
import { useAnswer } from '../use-answer.ts'
import { readInvites } from './api.ts'
import { InviteForm } from './InviteForm.tsx'
import { InviteList } from './InviteList.tsx'
import styles from './invites.module.css'
import { MadeInvites } from './MadeInvites.tsx'

type Props = {
  room: RoomId
  /** Whether the three links of the room are shown too. */
  hasLinks?: boolean
  onClose: () => void
}

/** Invites people into a room by links of their own, and shows who was. */
export function InviteSheet({ room, hasLinks = false, onClose }: Props) {
  const t = useMessages('core')
  const words = useMessages('invites')
  const [made, setMade] = useState<{ n: number; invites: InvitesMade } | null>(null)
  const [answer, again] = useAnswer(readInvites, room)
  const show = (invites: InvitesMade) => {
    setMade({ n: (made?.n ?? 0) + 1, invites })
    again()
  }
  return (
    <Sheet title={words.title} onClose={onClose} wide>
      {hasLinks && <RoomLinks room={room} />}
      <InviteForm room={room} onMade={show} />
      {made && <MadeInvites key={made.n} room={room} made={made.invites} onSent={again} />}
      {answer && 'ok' in answer && (
        <InviteList room={room} newest={answer.ok} onAnew={(one) => show({ made: [one], wrong: [], merged: 0 })} />
      )}
      <Answers>
        <Button onPress={onClose}>{t.close}</Button>
      </Answers>
    </Sheet>
  )
}

/** The three links of the room, to be copied. */
function RoomLinks({ room }: { room: RoomId }) {
  const words = useMessages('portal')
  const [answer] = useAnswer(readRoom, room)
  const links = answer && 'ok' in answer ? answer.ok.links : null
  if (!links) return null
  return (
    <div className={styles.form}>
      {LinkRole.options.map((role) => (
        <InviteLink key={role} {...words.links[role]} address={links[role]} />
      ))}
    </div>
  )
}
