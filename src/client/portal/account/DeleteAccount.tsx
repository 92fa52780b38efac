import { useState } from 'react'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { Sheet } from '../Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { useAnswer } from '../use-answer.ts'
import { AccountFault } from './AccountFault.tsx'
import { useSend } from '../use-send.ts'
import { deleteAccount, readDeletion } from './api.ts'
import styles from '../portal.module.css'

/** Deletes the account, after saying what goes with it. Who has no password is asked for none. [ACCOUNT-6] */
export function DeleteAccount({ asksPassword }: { asksPassword: boolean }) {
  const words = useMessages('account')
  const [isSure, setSure] = useState(false)
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{words.deleteAccount}</h2>
      <p className={styles.help}>{words.deleteMeans}</p>
      <div>
        <Button look="danger-quiet" onPress={() => setSure(true)}>
          {words.deleteAccount}
        </Button>
      </div>
      {isSure && <Sure asksPassword={asksPassword} onClose={() => setSure(false)} />}
    </section>
  )
}

function Sure({ asksPassword, onClose }: { asksPassword: boolean; onClose: () => void }) {
  const t = useMessages('core')
  const words = useMessages('account')
  const [answer] = useAnswer(readDeletion, '')
  const [password, setPassword] = useState('')
  const { send, fault, refusal, isBusy } = useSend()
  const rooms = answer && 'ok' in answer ? answer.ok.rooms : []
  const go = async () => {
    if (await send(async () => await deleteAccount({ password }))) location.assign('/')
  }
  return (
    <Sheet title={words.deleteAccount} role="alertdialog" onClose={onClose}>
      <p>{words.deleteMeans}</p>
      {rooms.length > 0 && (
        <>
          <p>{words.deleteRooms({ n: rooms.length })}</p>
          <ul className={styles.names}>
            {rooms.map(({ room, name }) => (
              <li key={room}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      {asksPassword && (
        <TextField
          label={words.password}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
      )}
      <AccountFault fault={fault} refusal={refusal} />
      <Answers>
        <Button onPress={onClose}>{t.cancel}</Button>
        <Button look="danger" disabled={isBusy} onPress={() => void go()}>
          {words.deleteNow}
        </Button>
      </Answers>
    </Sheet>
  )
}
