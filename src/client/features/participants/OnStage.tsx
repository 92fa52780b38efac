import type { PersonView } from '../../../protocol/views.ts'
import { isLocked } from '../../../rules/moderation/is-locked.ts'
import { onStageIn } from '../../call/reducer.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { MicrophoneSign } from '../../ui/controls/MicrophoneSign.tsx'
import { useFormats, useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import { useSwitch } from '../acts/index.ts'
import { Group, PersonRow, RowMenu, type Search, useMicrophoneState } from '../people/index.ts'

/** The people on stage, with their microphones; one's own is a switch. [SEED-36] [SEED-37] */
export function OnStage({ search }: { search: Search }) {
  const t = useMessages('core')
  const formats = useFormats()
  const people = useLive(onStageIn)
  const size = useLive((state) => state.session.stageSize)
  const rows = people.filter(({ name }) => search.finds(name)).map((person) => <Row key={person.id} person={person} />)
  if (rows.length === 0) return null
  return (
    <Group
      id="stage"
      name={t.onStage}
      count={search.isOn ? formats.number(rows.length) : t.ofStage({ on: people.length, size })}
      mark="floor"
      isWhole={search.isOn}
    >
      {rows}
    </Group>
  )
}

function Row({ person }: { person: PersonView }) {
  const t = useMessages('core')
  const isMe = useLive((state) => state.you?.id === person.id)
  const microphone = useMicrophoneState(person)
  const lock = useLive((state) => (isLocked(state.session, person, 'microphone') ? t.micLocked : ''))
  return (
    <PersonRow person={person} note={person.present ? lock : t.reconnectingTile}>
      {isMe ? <OwnMicrophone /> : <MicrophoneSign state={lock ? 'locked' : microphone} />}
      <RowMenu person={person} />
    </PersonRow>
  )
}

function OwnMicrophone() {
  const microphone = useSwitch('microphone')
  return microphone && <IconButton {...microphone} />
}
