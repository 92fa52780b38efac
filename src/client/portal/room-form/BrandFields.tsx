import { useId, type ReactNode } from 'react'
import type { FlatForm } from '../../../rules/rooms/merge.ts'
import { accentFault } from '../../../rules/rooms/accent.ts'
import type { FormFault } from '../../../rules/rooms/room-form.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Switch } from '../../ui/controls/Switch.tsx'
import { TextArea } from '../../ui/controls/TextArea.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import styles from './RoomForm.module.css'
import type { Change } from './use-room-form.ts'

type Props = { form: FlatForm; change: Change; fault: FormFault | null }

// What the colour field begins at: it knows no empty value.
const OWN_ACCENT = '#0d6a44'

/** How the room looks to those who come. */
export function BrandFields({ form, change, fault, children }: Props & { children: ReactNode }) {
  const t = useMessages('core')
  const words = useMessages('room-form')
  const isOf = (...faults: FormFault[]) => (fault && faults.includes(fault) ? t.refusal[fault] : null)
  return (
    <section className={styles.card} aria-label={words.brand}>
      <h2 className={styles.heading}>{words.brand}</h2>
      <p className={styles.help}>{words.brandHelp}</p>
      {children}
      <AccentField form={form} change={change} fault={fault} />
      <TextArea
        label={words.waitingText}
        value={form.waitingText}
        onChange={(waitingText) => change({ waitingText })}
        rows={2}
        help={words.waitingTextHelp}
        fault={isOf('waiting-text-long')}
      />
      <TextField
        label={words.leaveTo}
        aside={words.leaveToHelp}
        value={form.leaveTo}
        onChange={(leaveTo) => change({ leaveTo })}
        fault={isOf('address-wrong')}
      />
    </section>
  )
}

/** The accent, and at once whether white text on it can be read. [ROOM-6] */
function AccentField({ form: { accent }, change }: Props) {
  const t = useMessages('core')
  const words = useMessages('room-form')
  const id = useId()
  const wrong = accentFault(accent)
  return (
    <div className={styles.accent}>
      <Switch
        label={words.noAccent}
        isOn={accent === ''}
        onChange={(isOwn) => change({ accent: isOwn ? '' : OWN_ACCENT })}
      />
      {accent !== '' && (
        <div className={styles.colour}>
          <label htmlFor={id} className={styles.label}>
            {words.accent}
          </label>
          <input
            id={id}
            type="color"
            value={accent}
            aria-invalid={wrong ? true : undefined}
            onChange={(event) => change({ accent: event.target.value })}
          />
        </div>
      )}
      <p role="status" className={styles.fault}>
        {wrong && t.refusal[wrong]}
      </p>
    </div>
  )
}
