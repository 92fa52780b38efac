import { useState, type FormEvent } from 'react'
import type { OwnAccount } from '../../../protocol/accounts.ts'
import { readName } from '../../../protocol/names.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { ofAccount } from '../pictures/keeper.ts'
import { PictureField } from '../pictures/PictureField.tsx'
import { useSend } from '../use-send.ts'
import { saveProfile } from './api.ts'
import styles from '../portal.module.css'
import { LanguageField, ZoneField } from './ProfileFields.tsx'

/** Picture, name, language and time zone of an account: how mails are written to it, and when they say that something is. */
export function ProfileForm({ account, onPicture }: { account: OwnAccount; onPicture: (path: string | null) => void }) {
  const t = useMessages('core')
  const words = useMessages('account')
  const pictures = useMessages('pictures')
  const [picture, setPicture] = useState(account.picture)
  const [name, setName] = useState(account.name)
  const [language, setLanguage] = useState(account.language)
  const [timeZone, setTimeZone] = useState(account.timeZone)
  const [isSaved, setSaved] = useState(false)
  const { send, fault, setFault } = useSend()

  async function save(event: FormEvent) {
    event.preventDefault()
    setSaved(false)
    const read = readName(name)
    if ('fault' in read) return setFault(t.refusal[read.fault])
    return setSaved((await send(async () => await saveProfile({ name, language, timeZone }))) !== null)
  }

  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{words.profile}</h2>
      <PictureField
        label={pictures.profile}
        help={pictures.profileHelp}
        look="face"
        path={picture}
        keeper={ofAccount}
        onChange={(path) => {
          setPicture(path)
          onPicture(path)
        }}
      />
      <form className={styles.form} onSubmit={(event) => void save(event)} noValidate>
        <TextField label={words.name} value={name} onChange={setName} autoComplete="name" />
        <LanguageField value={language} onChange={setLanguage} />
        <ZoneField value={timeZone} onChange={setTimeZone} />
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
        <div className={styles.row}>
          <Button type="submit" look="primary">
            {words.save}
          </Button>
          <span role="status">{isSaved && words.saved}</span>
        </div>
      </form>
    </section>
  )
}
