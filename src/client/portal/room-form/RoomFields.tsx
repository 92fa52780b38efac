import { Presentation, Users } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { StageAccess, STAGE_MAX } from '../../../protocol/types.ts'
import { MODES } from '../../../rules/session/modes.ts'
import type { FlatForm } from '../../../rules/rooms/merge.ts'
import { useMessages } from '../../i18n/messages.ts'
import { RadioCards } from '../../ui/controls/RadioCards.tsx'
import { Switch } from '../../ui/controls/Switch.tsx'
import { TextArea } from '../../ui/controls/TextArea.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import type { FormFault } from '../../../rules/rooms/room-form.ts'
import styles from './RoomForm.module.css'
import type { Change } from './use-room-form.ts'

type Props = { form: FlatForm; change: Change; fault: FormFault | null }

/** What a room is: its name, what it is about, and by what it is found. */
export function AboutFields({ form, change, fault, children }: Props & { children: ReactNode }) {
  const t = useMessages('core')
  const words = useMessages('room-form')
  const isOf = (...faults: FormFault[]) => (fault && faults.includes(fault) ? t.refusal[fault] : null)
  return (
    <section className={styles.card} aria-label={words.theRoom}>
      <h2 className={styles.heading}>{words.theRoom}</h2>
      <TextField
        label={words.name}
        value={form.name}
        onChange={(name) => change({ name })}
        fault={isOf('name-empty', 'name-long')}
      />
      <TextArea
        label={words.description}
        value={form.description}
        onChange={(description) => change({ description })}
        rows={6}
        help={words.descriptionHelp}
        fault={isOf('description-long')}
      />
      {children}
      <TagField tags={form.tags} onChange={(tags) => change({ tags })} fault={isOf('tags-many', 'tag-long')} />
    </section>
  )
}

/** Tags, typed with commas between them. */
function TagField({
  tags,
  onChange,
  fault,
}: {
  tags: string[]
  onChange: (tags: string[]) => void
  fault: string | null
}) {
  const words = useMessages('room-form')
  const [typed, setTyped] = useState(tags.join(', '))
  // Another form has come in its place.
  const [shown, setShown] = useState(tags)
  if (shown !== tags) {
    setShown(tags)
    setTyped(tags.join(', '))
  }
  return (
    <TextField
      label={words.tags}
      aside={words.tagsHelp}
      value={typed}
      onChange={(text) => {
        const next = tagsIn(text)
        setTyped(text)
        setShown(next)
        onChange(next)
      }}
      fault={fault}
    />
  )
}

const tagsIn = (typed: string): string[] =>
  typed
    .split(/[,،、，]/u)
    .map((tag) => tag.trim())
    .filter(Boolean)

/** What its sessions begin with. */
export function SessionFields({ form, change, fault }: Props) {
  const t = useMessages('core')
  const words = useMessages('room-form')
  return (
    <section className={styles.card} aria-label={words.sessions}>
      <h2 className={styles.heading}>{words.sessions}</h2>
      <RadioCards
        label={t.roomMode}
        value={form.mode}
        onChange={(mode) => change({ mode, access: MODES[mode].access, stageSize: MODES[mode].stageSize })}
        choices={[
          { value: 'interactive', icon: Users, ...t.mode.interactive },
          { value: 'webinar', icon: Presentation, ...t.mode.webinar },
        ]}
      />
      <RadioCards
        label={t.stageAccess}
        value={form.access}
        onChange={(access) => change({ access })}
        choices={StageAccess.options.map((value) => ({ value, ...t.access[value] }))}
      />
      <StageSizeField form={form} change={change} fault={fault} />
      <Switch label={words.waitingRoom} isOn={form.waitingRoom} onChange={(waitingRoom) => change({ waitingRoom })} />
      <p className={styles.help}>{words.waitingRoomMeans}</p>
      <h3 className={styles.label}>{words.interactions}</h3>
      <Switch label={words.chat} isOn={form.chat} onChange={(chat) => change({ chat })} />
      <p className={styles.help}>{words.chatMeans}</p>
      <Switch label={words.privateChat} isOn={form.privateChat} onChange={(privateChat) => change({ privateChat })} />
      <Switch label={words.reactions} isOn={form.reactions} onChange={(reactions) => change({ reactions })} />
      <Switch label={words.hands} isOn={form.hands} onChange={(hands) => change({ hands })} />
      <p className={styles.help}>{words.handsMean}</p>
    </section>
  )
}

function StageSizeField({ form, change, fault }: Props) {
  const t = useMessages('core')
  const words = useMessages('room-form')
  const value = Number.isNaN(form.stageSize) ? '' : String(form.stageSize)
  const isWrong = fault === 'stage-size-wrong' || form.stageSize > STAGE_MAX
  return (
    <TextField
      label={words.stageSize}
      value={value}
      onChange={(typed) => change({ stageSize: typed.trim() === '' ? NaN : Number(typed.replaceAll(/\D/g, '')) })}
      inputMode="numeric"
      fault={isWrong ? t.refusal['stage-size-wrong'] : null}
    />
  )
}
