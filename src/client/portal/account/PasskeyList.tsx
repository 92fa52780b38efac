import { useState, type FormEvent } from 'react'
import type { WaysPage } from '../../../protocol/accounts.ts'
import { readName } from '../../../protocol/names.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { AccountFault } from './AccountFault.tsx'
import { useSend } from '../use-send.ts'
import styles from '../portal.module.css'
import { removePasskey } from './api.ts'
import { browserName } from './browser-name.ts'
import { knowsPasskeys, makePasskey } from './passkeys.ts'

type Passkey = WaysPage['passkeys'][number]

/** The passkeys of the account, to add to and to remove. [ACCOUNT-11] [ACCOUNT-13] */
export function PasskeyList({ passkeys, onChange }: { passkeys: readonly Passkey[]; onChange: () => void }) {
  const t = useMessages('core')
  const words = useMessages('account')
  const [name, setName] = useState(() => browserName(navigator.userAgent))
  const { send, fault, refusal, setFault, isBusy } = useSend()
  const remove = async (id: string) => {
    if (await send(async () => await removePasskey(id))) onChange()
  }

  async function add(event: FormEvent) {
    event.preventDefault()
    const read = readName(name)
    if ('fault' in read) return setFault(t.refusal[read.fault])
    setFault('')
    const outcome = await makePasskey(read.name)
    if (outcome === 'not-used') return setFault(words.passkeyNotMade)
    if (await send(async () => await Promise.resolve(outcome))) onChange()
    return undefined
  }

  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{words.passkeys}</h2>
      <p className={styles.help}>{words.passkeysHelp}</p>
      {passkeys.length > 0 && (
        <ul className={styles.list}>
          {passkeys.map((passkey) => (
            <li key={passkey.id} className={styles.item}>
              <span>
                <b>{passkey.name}</b>
                <span className={styles.help}>
                  {passkey.usedAt === null
                    ? words.passkeySince({ at: passkey.at })
                    : words.passkeyUsed({ at: passkey.usedAt })}
                </span>
              </span>
              <Button size="small" disabled={isBusy} onPress={() => void remove(passkey.id)}>
                {words.removePasskey({ name: passkey.name })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form className={styles.form} onSubmit={(event) => void add(event)} noValidate>
        {knowsPasskeys() && <TextField label={words.passkeyName} value={name} onChange={setName} />}
        <AccountFault fault={fault} refusal={refusal} />
        {knowsPasskeys() && (
          <div>
            <Button type="submit" disabled={isBusy}>
              {words.addPasskey}
            </Button>
          </div>
        )}
      </form>
    </section>
  )
}
