import type { PersonView } from '../../../../protocol/views.ts'
import { can } from '../../../../rules/permissions/policy.ts'
import { backstageOf } from '../../../../rules/session/session.ts'
import { MicrophoneSign } from '../../../ui/controls/MicrophoneSign.tsx'
import { useFormats, useMessages } from '../../../i18n/messages.ts'
import { useLive } from '../../../state/use-call.ts'
import { Group, PersonMenu, PersonRow, type Search, useMicrophoneState } from '../../people/index.ts'
import { useBackstageNote } from './use-backstage-note.ts'

/** The people backstage, in the moderators' list; their pictures are at the foot of the stage. [BACKSTAGE-1] */
export function Backstage({ search }: { search: Search }) {
  const t = useMessages('core')
  const formats = useFormats()
  const people = useLive((state) => (state.me && can(state.me, 'bringOn') ? backstageOf(state.session) : []))
  const rows = people.filter(({ name }) => search.finds(name)).map((person) => <Row key={person.id} person={person} />)
  if (rows.length === 0) return null
  return (
    <Group id="backstage" name={t.backstage} count={formats.number(rows.length)} mark="wait" isWhole={search.isOn}>
      {rows}
    </Group>
  )
}

function Row({ person }: { person: PersonView }) {
  const microphone = useMicrophoneState(person)
  const { words } = useBackstageNote(person)
  return (
    <PersonRow person={person} note={words}>
      <MicrophoneSign state={microphone} />
      <PersonMenu person={person} />
    </PersonRow>
  )
}
