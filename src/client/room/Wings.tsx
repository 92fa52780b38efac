import { Ear, EarOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { PersonView } from '../../protocol/views.ts'
import { can } from '../../rules/policy.ts'
import { wingsOf } from '../../rules/session.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { MicrophoneSign } from '../ui/MicrophoneSign.tsx'
import { useText } from '../ui/text.ts'
import { useCall, useLive } from '../ui/use-live.ts'
import { Group } from './Group.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { PersonRow } from './PersonRow.tsx'
import { Initials, Picture } from './Picture.tsx'
import { useMicrophoneState } from './use-microphone-state.ts'
import styles from './Wings.module.css'

/** Those in the wings, as who runs the room sees and hears them before anybody else does. [WINGS-1] */
export function Wings({ matches }: { matches: (name: string) => boolean }) {
  const t = useText()
  const call = useCall()
  const people = useLive((state) => (state.me && can(state.me, 'bringOn') ? wingsOf(state.session) : []))
  const [heard, setHeard] = useState<string | null>(null)
  useEffect(() => {
    call.listen(heard)
    return () => call.listen(null)
  }, [call, heard])
  if (people.length === 0) return null
  return (
    <Group name={t.wings} count={String(people.length)} mark="hand">
      {people.map((person) =>
        matches(person.name) ? (
          <Row key={person.id} person={person} isHeard={heard === person.id} onListen={setHeard} />
        ) : null,
      )}
    </Group>
  )
}

type Props = { person: PersonView; isHeard: boolean; onListen: (person: string | null) => void }

function Row({ person, isHeard, onListen }: Props) {
  const t = useText()
  const call = useCall()
  const microphone = useMicrophoneState(person)
  const quality = useLive((state) => state.quality.get(person.id))
  const note = !person.present ? t.reconnectingTile : quality ? t.quality[quality] : ''
  return (
    <>
      <li className={styles.row}>
        <span className={styles.picture} role="group" aria-label={t.tileInWings(person.name, t.mic[microphone])}>
          {person.camera ? <Picture person={person} isMe={false} /> : <Initials person={person} />}
        </span>
        <span className={styles.verdict} data-quality={quality}>
          <MicrophoneSign state={microphone} />
          {note}
        </span>
      </li>
      <PersonRow person={person}>
        <IconButton
          icon={isHeard ? EarOff : Ear}
          label={isHeard ? t.stopListening(person.name) : t.listen(person.name)}
          pressed={isHeard}
          onPress={() => onListen(isHeard ? null : person.id)}
        />
        <Button size="small" look="primary" onPress={() => void call.ask({ type: 'bringOn', person: person.id })}>
          {t.bringOn}
        </Button>
        <PersonMenu person={person} />
      </PersonRow>
    </>
  )
}
