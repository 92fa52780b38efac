import type { Field, FlatForm } from '../../../rules/rooms/merge.ts'
import { useFormats, useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { takeFocus } from '../../ui/focus/take-focus.ts'
import { useScheduleWords } from './dates/use-schedule-words.ts'
import styles from './RoomForm.module.css'

type Props = {
  theirs: FlatForm
  mine: FlatForm
  /** What became theirs by itself, and what is to be looked at. */
  taken: readonly Field[]
  open: readonly Field[]
  onTake: (field: Field) => void
}

/** Says that somebody else has changed the room meanwhile, and shows what differs; what was typed stays. [ROOM-7] */
export function Meanwhile({ theirs, mine, taken, open, onTake }: Props) {
  const words = useMessages('room-form')
  const formats = useFormats()
  const labels = useLabels()
  const say = useValue()
  return (
    <section className={styles.meanwhile} role="alert" aria-label={words.meanwhile}>
      <h2 className={styles.heading} tabIndex={-1} ref={takeFocus}>
        {words.meanwhile}
      </h2>
      <p>{words.meanwhileHelp}</p>
      {taken.length > 0 && <p>{words.takenOver({ what: formats.list(taken.map((field) => labels[field])) })}</p>}
      <ul className={styles.differing}>
        {open.map((field) => (
          <li key={field}>
            <b>{labels[field]}</b>
            <dl>
              <dt>{words.theirs}</dt>
              <dd dir="auto">{say(field, theirs)}</dd>
              <dt>{words.yours}</dt>
              <dd dir="auto">{say(field, mine)}</dd>
            </dl>
            {say(field, theirs) !== say(field, mine) && (
              <Button size="small" onPress={() => onTake(field)}>
                {words.takeTheirs}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function useLabels(): Record<Field, string> {
  const t = useMessages('core')
  const words = useMessages('room-form')
  const { name, description, tags, early, schedule, accent, waitingText, leaveTo } = words
  const { stageSize, chat, reactions, hands, privateChat, waitingRoom } = words
  return {
    name,
    description,
    tags,
    early,
    schedule,
    accent,
    waitingText,
    leaveTo,
    stageSize,
    chat,
    reactions,
    hands,
    privateChat,
    waitingRoom,
    mode: t.roomMode,
    access: t.stageAccess,
  }
}

/** Gives what stands in a field, in words. */
function useValue(): (field: Field, form: FlatForm) => string {
  const t = useMessages('core')
  const words = useMessages('room-form')
  const formats = useFormats()
  const { schedule } = useScheduleWords()
  return (field, form) => {
    if (field === 'mode') return t.mode[form.mode].name
    if (field === 'access') return t.access[form.access].name
    if (field === 'early') return words.minutes({ n: form.early })
    if (field === 'tags') return form.tags.length > 0 ? formats.list(form.tags) : words.empty
    if (field === 'schedule') return form.schedule ? schedule(form.schedule) : words.always
    const value = form[field]
    if (typeof value === 'boolean') return value ? words.on : words.off
    return value === '' ? words.empty : typeof value === 'number' ? formats.number(value) : value
  }
}
