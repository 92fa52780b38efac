import { useState, type FormEvent } from 'react'
import { MemberRole, type MembersPage } from '../../../protocol/members.ts'
import type { RoomId } from '../../../protocol/types.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { nameOf } from './name-of.ts'
import styles from '../portal.module.css'
import { useSend } from '../use-send.ts'
import { addMember } from './api.ts'

type Props = { room: RoomId; mayAddCohosts: boolean; onDone: (page: MembersPage) => void }

/** Gives a role to an e-mail or a group. What is no e-mail is the name of a group. */
export function AddMember({ room, mayAddCohosts, onDone }: Props) {
  const t = useMessages('core')
  const words = useMessages('members')
  const [subject, setSubject] = useState('')
  const [role, setRole] = useState<MemberRole>('moderator')
  const { send, fault } = useSend()
  const roles = MemberRole.options.filter((each) => mayAddCohosts || each !== 'cohost')

  async function add(event: FormEvent) {
    event.preventDefault()
    if (subject.trim() === '') return
    const kind = subject.includes('@') ? 'email' : 'group'
    const done = await send(async () => await addMember(room, { kind, subject, role }))
    if (!done) return
    setSubject('')
    onDone(done.ok)
  }

  return (
    <form className={styles.form} onSubmit={(event) => void add(event)} noValidate>
      <TextField label={words.emailOrGroup} value={subject} onChange={setSubject} fault={fault} />
      <Select
        label={words.role}
        value={role}
        onChange={setRole}
        choices={roles.map((each) => ({ value: each, name: nameOf(t, each) }))}
      />
      <div>
        <Button type="submit">{words.add}</Button>
      </div>
    </form>
  )
}
