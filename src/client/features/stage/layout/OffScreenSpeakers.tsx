import { MicrophoneSign } from '../../../ui/controls/MicrophoneSign.tsx'
import { useLive } from '../../../state/use-call.ts'
import styles from './OffScreenSpeakers.module.css'
import { useMarked } from '../../people/index.ts'

type Props = { shown: readonly string[]; words: (a: { names: string }) => string }

/** The people who speak and are not visible. A component of its own, so that only it is drawn again when somebody speaks. */
export function OffScreenSpeakers({ shown, words }: Props) {
  const named = useMarked()
  const names = useLive(({ speaking, session }) =>
    [...speaking.keys()].flatMap((id) => {
      const person = shown.includes(id) ? undefined : session.people.get(id)
      return person?.place === 'stage' && person.microphone ? [person.name] : []
    }),
  )
  if (names.length === 0) return null
  return (
    <span className={styles.elsewhere}>
      <MicrophoneSign state="speaking" />
      <bdi>{words({ names: names.map(named).join(', ') })}</bdi>
    </span>
  )
}
