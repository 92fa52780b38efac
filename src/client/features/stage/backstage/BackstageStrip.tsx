import { Ear, EarOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { PersonView } from '../../../../protocol/views.ts'
import { backstageOf } from '../../../../rules/session/session.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { IconButton } from '../../../ui/controls/IconButton.tsx'
import { MicrophoneSign } from '../../../ui/controls/MicrophoneSign.tsx'
import { useMessages } from '../../../i18n/messages.ts'
import { useCall, useLive } from '../../../state/use-call.ts'
import { Initials, Picture } from '../tile/Picture.tsx'
import { useActs } from '../../acts/index.ts'
import { PERSON_ACTS, useMarked, useMicrophoneState } from '../../people/index.ts'
import { useBackstageNote } from './use-backstage-note.ts'
import styles from './BackstageStrip.module.css'

/** The people backstage at the foot of the stage, whom only moderators see and hear. [BACKSTAGE-1] */
export function BackstageStrip() {
  const t = useMessages('core')
  const call = useCall()
  const people = useLive((state) => backstageOf(state.session).filter(({ id }) => id !== state.you?.id))
  const [heard, setHeard] = useState<string | null>(null)
  useEffect(() => {
    call.listen(heard)
    return () => call.listen(null)
  }, [call, heard])
  if (people.length === 0) return null
  return (
    <ul aria-label={t.backstage} className={styles.strip}>
      {people.map((person) => (
        <Ready key={person.id} person={person} isHeard={heard === person.id} onListen={setHeard} />
      ))}
    </ul>
  )
}

type Props = { person: PersonView; isHeard: boolean; onListen: (person: string | null) => void }

function Ready({ person, isHeard, onListen }: Props) {
  const t = useMessages('core')
  const moderation = useMessages('moderation')
  const acts = useActs({ bringOn: PERSON_ACTS.bringOn }, { moderation }, person)
  const microphone = useMicrophoneState(person)
  const note = useBackstageNote(person)
  const name = useMarked()(person.name)
  return (
    <li className={styles.ready}>
      <span className={styles.picture} role="group" aria-label={t.tileBackstage({ name, mic: t.mic[microphone] })}>
        {person.camera ? <Picture person={person} isMe={false} /> : <Initials person={person} />}
        <span className={styles.sign}>
          <MicrophoneSign state={microphone} />
        </span>
      </span>
      <span className={styles.words}>
        <b>{moderation.isBackstage({ name })}</b>
        <small data-quality={note.quality}>{`${moderation.seenByModerators} ${note.words}`}</small>
      </span>
      <span className={styles.acts}>
        <IconButton
          icon={isHeard ? EarOff : Ear}
          surface="glass"
          label={isHeard ? moderation.stopListening({ name }) : moderation.listen({ name })}
          pressed={isHeard}
          onPress={() => onListen(isHeard ? null : person.id)}
        />
        {acts.map(({ id, name: label, run }) => (
          <Button key={id} look="primary" onPress={run}>
            {label}
          </Button>
        ))}
      </span>
    </li>
  )
}
