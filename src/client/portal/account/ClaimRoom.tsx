import { useState } from 'react'
import type { RoomId } from '../../../protocol/types.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useSend } from '../use-send.ts'
import { claimRoom } from './api.ts'
import styles from '../portal.module.css'

/** Claims a room that was made without an account into the one that is signed in. [ACCOUNT-5] */
export function ClaimRoom({ room }: { room: RoomId }) {
  const words = useMessages('account')
  const [isDone, setDone] = useState(false)
  const { send, fault } = useSend()
  const claim = async () => setDone((await send(async () => await claimRoom(room))) !== null)
  return (
    <div className={styles.form}>
      <p className={styles.help} role="status">
        {isDone ? words.claimed : words.claimHelp}
      </p>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
      {!isDone && (
        <div>
          <Button onPress={() => void claim()}>{words.claim}</Button>
        </div>
      )}
    </div>
  )
}
