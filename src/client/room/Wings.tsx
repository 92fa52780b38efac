import type { PersonView } from '../../protocol/views.ts'
import { can } from '../../rules/policy.ts'
import { wingsOf } from '../../rules/session.ts'
import { MicrophoneSign } from '../ui/MicrophoneSign.tsx'
import { useText } from '../ui/text.ts'
import { useLive } from '../ui/use-live.ts'
import { Group } from './Group.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { PersonRow } from './PersonRow.tsx'
import { useMicrophoneState } from './use-microphone-state.ts'
import { useWingsNote } from './use-wings-note.ts'

/** Those in the wings, in the list of who runs the room; what can be seen of them is at the foot of the stage. [WINGS-1] */
export function Wings({ matches }: { matches: (name: string) => boolean }) {
  const t = useText()
  const people = useLive((state) => (state.me && can(state.me, 'bringOn') ? wingsOf(state.session) : []))
  if (people.length === 0) return null
  return (
    <Group name={t.wings} count={String(people.length)} mark="hand">
      {people.map((person) => (matches(person.name) ? <Row key={person.id} person={person} /> : null))}
    </Group>
  )
}

function Row({ person }: { person: PersonView }) {
  const microphone = useMicrophoneState(person)
  const { words } = useWingsNote(person)
  return (
    <PersonRow person={person} note={words}>
      <MicrophoneSign state={microphone} />
      <PersonMenu person={person} />
    </PersonRow>
  )
}
