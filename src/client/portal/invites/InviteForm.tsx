import { useState, type FormEvent } from 'react'
import type { InvitesMade } from '../../../protocol/portal/invites.ts'
import { LANGUAGES } from '../../../protocol/language.ts'
import { LinkRole, type RoomId } from '../../../protocol/types.ts'
import { OWN_NAME } from '../../i18n/language.ts'
import { useLanguage, useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { RadioCards } from '../../ui/controls/RadioCards.tsx'
import { Segments } from '../../ui/controls/Segments.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { Switch } from '../../ui/controls/Switch.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { useSend } from '../use-send.ts'
import { makeInvites } from './api.ts'
import styles from './invites.module.css'
import { ListFields } from './ListFields.tsx'

const DAY = 24 * 3_600_000
const LASTS = { never: null, day: DAY, week: 7 * DAY, month: 30 * DAY }
const SPANS = ['never', 'day', 'week', 'month'] as const
const NOBODY = { email: '', firstName: '', lastName: '' }

/** Asks for one invitation or a list of them. [LINK-4] [LINK-5] */
export function InviteForm({ room, onMade }: { room: RoomId; onMade: (made: InvitesMade) => void }) {
  const words = useMessages('invites')
  const portal = useMessages('portal')
  const shown = useLanguage()
  const [tab, setTab] = useState<'one' | 'list'>('one')
  const [person, setPerson] = useState(NOBODY)
  const [list, setList] = useState('')
  const [role, setRole] = useState<LinkRole>('viewer')
  const [span, setSpan] = useState<(typeof SPANS)[number]>('never')
  const [isSingle, setSingle] = useState(false)
  const [isBound, setBound] = useState(false)
  const [language, setLanguage] = useState('')
  const { send, fault, isBusy } = useSend()

  async function make(event: FormEvent) {
    event.preventDefault()
    const to = tab === 'one' ? person : { list }
    const asked = { role, lasts: LASTS[span], isSingle, isBound, language: language || shown, to }
    const done = await send(async () => await makeInvites(room, asked))
    if (!done) return
    setPerson(NOBODY)
    setList('')
    onMade(done.ok)
  }

  return (
    <form className={styles.form} onSubmit={(event) => void make(event)} noValidate>
      <Segments
        label={words.title}
        value={tab}
        onChange={setTab}
        choices={[
          { value: 'one', name: words.one },
          { value: 'list', name: words.list },
        ]}
      />
      {tab === 'one' ? (
        <>
          <TextField
            label={words.email}
            aside={words.emailAside}
            type="email"
            value={person.email}
            onChange={(email) => setPerson({ ...person, email })}
          />
          <div className={styles.pair}>
            <TextField
              label={words.firstName}
              value={person.firstName}
              onChange={(firstName) => setPerson({ ...person, firstName })}
            />
            <TextField
              label={words.lastName}
              value={person.lastName}
              onChange={(lastName) => setPerson({ ...person, lastName })}
            />
          </div>
        </>
      ) : (
        <ListFields list={list} onChange={setList} />
      )}
      <RadioCards
        label={words.type}
        value={role}
        onChange={setRole}
        choices={LinkRole.options.map((each) => ({
          value: each,
          name: words.role[each],
          means: portal.links[each].means,
        }))}
      />
      <div className={styles.pair}>
        <Select
          label={words.lasts}
          value={span}
          onChange={setSpan}
          choices={SPANS.map((each) => ({ value: each, name: words.lastsFor[each] }))}
        />
        <Select
          label={words.mailLanguage}
          value={language}
          onChange={setLanguage}
          choices={[
            { value: '', name: words.mailLanguageOwn },
            ...LANGUAGES.map((each) => ({ value: each as string, name: OWN_NAME[each], lang: each })),
          ]}
        />
      </div>
      <div>
        <Switch label={words.single} isOn={isSingle} onChange={setSingle} />
        <Switch label={words.bound} isOn={isBound} onChange={setBound} />
      </div>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
      <div>
        <Button type="submit" look="primary" disabled={isBusy}>
          {tab === 'one' ? words.generate : words.generateAll}
        </Button>
      </div>
    </form>
  )
}
