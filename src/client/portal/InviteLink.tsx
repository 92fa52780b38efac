import { Check, Copy } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { Button } from '../ui/controls/Button.tsx'
import { useIsTouched } from '../ui/hooks/is-phone.ts'
import { TextField } from '../ui/controls/TextField.tsx'
import { useMessages } from '../i18n/messages.ts'
import { copiesBy, copyFrom } from './copy.ts'
import styles from './InviteLink.module.css'

const SAID_FOR_MS = 2_000

/** An invite link with **Copy**, and the keys to press if the browser refuses to copy. [COPY-1] */
export function InviteLink({ name, means, address }: { name: string; means?: string; address: string }) {
  const words = useMessages('portal')
  const id = useId()
  const isTouched = useIsTouched()
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready')
  const isCopied = state === 'copied'
  useEffect(() => {
    if (!isCopied) return undefined
    const timer = setTimeout(() => setState('ready'), SAID_FOR_MS)
    return () => clearTimeout(timer)
  }, [isCopied])

  async function copy() {
    const field = document.getElementById(id)
    if (field instanceof HTMLInputElement) setState((await copyFrom(field)) ? 'copied' : 'refused')
  }

  return (
    <div className={styles.link} onCopy={() => setState('copied')}>
      <TextField label={name} {...(means !== undefined && { aside: means })} value={address} readOnly id={id} />
      <Button icon={isCopied ? Check : Copy} onPress={() => void copy()} describedBy={id}>
        {isCopied ? words.copied : words.copy}
      </Button>
      <p role="status" className={styles.keys}>
        {state === 'refused' && words.copyBy[copiesBy(navigator.userAgent, isTouched)]}
      </p>
    </div>
  )
}
