import { Check, Copy } from 'lucide-react'
import { useId, useState } from 'react'
import type { Links } from '../../protocol/http.ts'
import { LinkRole } from '../../protocol/words.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { usePortalText } from '../text/text.ts'
import styles from './InviteLinks.module.css'

const SAID_FOR_MS = 2_000

/** The three links, for who may hand them on. */
export function InviteLinks({ links }: { links: Links }) {
  const words = usePortalText()
  return (
    <section className={styles.card}>
      <h2 className={styles.title}>{words.invitePeople}</h2>
      <p className={styles.help}>{words.inviteHelp}</p>
      {LinkRole.options.map((role) => (
        <InviteLink key={role} {...words.links[role]} address={links[role]} />
      ))}
    </section>
  )
}

/** One of them, with its **Copy**. */
export function InviteLink({ name, means, address }: { name: string; means?: string; address: string }) {
  const words = usePortalText()
  const id = useId()
  const [copied, setCopied] = useState(false)

  async function copy() {
    await copyText(address, id)
    setCopied(true)
    setTimeout(() => setCopied(false), SAID_FOR_MS)
  }

  return (
    <div className={styles.link}>
      <TextField label={name} {...(means !== undefined && { aside: means })} value={address} readOnly id={id} />
      <Button icon={copied ? Check : Copy} onPress={() => void copy()} describedBy={id}>
        {copied ? words.copied : words.copy}
      </Button>
    </div>
  )
}

/** Outside HTTPS a page has no clipboard of its own; the old way works there. */
async function copyText(text: string, field: string): Promise<void> {
  if ('clipboard' in navigator) return await navigator.clipboard.writeText(text).catch(() => {})
  const input = document.getElementById(field)
  if (input instanceof HTMLInputElement) input.select()
  document.execCommand('copy')
  return undefined
}
