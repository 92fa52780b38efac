import { Mic, MicOff } from 'lucide-react'
import type { PersonView } from '../../protocol/views.ts'
import { isLocked } from '../../rules/is-locked.ts'
import { stageOf } from '../../rules/session.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { MicrophoneSign } from '../ui/MicrophoneSign.tsx'
import { useText } from '../ui/text.ts'
import { useCall, useLive } from '../ui/use-live.ts'
import { Group } from './Group.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { PersonRow } from './PersonRow.tsx'
import { useMicrophoneState } from './use-microphone-state.ts'

/** Those on stage, with their microphones; the own one is a switch. [SEED-36] [SEED-37] */
export function OnStage({ matches }: { matches: (name: string) => boolean }) {
  const t = useText()
  const people = useLive((state) => stageOf(state.session))
  const size = useLive((state) => state.session.stageSize)
  if (people.length === 0) return null
  return (
    <Group name={t.onStage} count={t.ofStage(people.length, size)} mark="floor">
      {people.map((person) => (matches(person.name) ? <Row key={person.id} person={person} /> : null))}
    </Group>
  )
}

function Row({ person }: { person: PersonView }) {
  const t = useText()
  const call = useCall()
  const isMe = useLive((state) => state.you?.id === person.id)
  const microphone = useMicrophoneState(person)
  const lock = useLive((state) => (isLocked(state.session, person, 'microphone') ? t.micLocked : ''))
  return (
    <PersonRow person={person} note={person.present ? lock : t.reconnectingTile}>
      {isMe ? (
        <IconButton
          icon={person.microphone ? Mic : MicOff}
          label={t.turnMic(person.microphone)}
          onPress={() => void call.turn('microphone', !person.microphone)}
        />
      ) : (
        <MicrophoneSign state={microphone} />
      )}
      <PersonMenu person={person} />
    </PersonRow>
  )
}
