import { UserMinus } from 'lucide-react'
import { useState } from 'react'
import type { Member, MembersPage } from '../../../protocol/members.ts'
import type { RoomId } from '../../../protocol/types.ts'
import { useMessages } from '../../i18n/messages.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { nameOf } from './name-of.ts'
import styles from '../portal.module.css'
import { useAnswer } from '../use-answer.ts'
import { useSend } from '../use-send.ts'
import { AddMember } from './AddMember.tsx'
import { readMembers, removeMember } from './api.ts'
import { HandOverRoom } from './HandOverRoom.tsx'

/** Who has a role in a room by who they are, for its hosts. [MEMBER-5] */
export function Members({ room }: { room: RoomId }) {
  const t = useMessages('core')
  const words = useMessages('members')
  const [answer] = useAnswer(readMembers, room)
  const [changed, setChanged] = useState<MembersPage | null>(null)
  const { send, fault } = useSend()
  const page = changed ?? (answer && 'ok' in answer ? answer.ok : null)
  if (!page) return null
  const remove = async ({ kind, subject }: Member) => {
    const done = await send(async () => await removeMember(room, { kind, subject }))
    if (done) setChanged(done.ok)
  }
  return (
    <section className={styles.card} aria-label={words.title}>
      <h2 className={styles.heading}>{words.title}</h2>
      <p className={styles.help}>{words.help}</p>
      <ul className={styles.list}>
        {page.members.map((member) => (
          <li key={`${member.kind} ${member.subject}`} className={styles.item}>
            <span>
              <b>
                <bdi>{member.name}</bdi>
              </b>
              <span className={styles.help}>
                {member.kind === 'group'
                  ? words.groupWithRole({ role: nameOf(t, member.role) })
                  : nameOf(t, member.role)}
              </span>
            </span>
            <IconButton
              icon={UserMinus}
              label={words.remove({ name: member.name })}
              onPress={() => void remove(member)}
            />
          </li>
        ))}
      </ul>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
      <AddMember room={room} mayAddCohosts={page.mayHandOver} onDone={setChanged} />
      {page.mayHandOver && <HandOverRoom room={room} />}
    </section>
  )
}
