import { useState } from 'react'
import { useMessages } from '../../i18n/messages.ts'
import { Button, type ButtonProps } from '../controls/Button.tsx'

// A server that is there answers within this time.
const PATIENCE_MS = 5_000

type Props = { first?: () => Promise<boolean>; words?: string } & Pick<ButtonProps, 'look' | 'size'>

/** Loads the page again, unless `first` solves it; and only from a server that answers, because the browser's own error page has no way back. */
export function Reload({ first, words, ...look }: Props) {
  const t = useMessages('core')
  const [isAway, setIsAway] = useState(false)
  const reload = async () => {
    setIsAway(false)
    if (await first?.()) return
    if (await isThere()) location.reload()
    else setIsAway(true)
  }
  return (
    <>
      {isAway && <b role="alert">{t.serverAway}</b>}
      <Button size="small" {...look} onPress={() => void reload()}>
        {words ?? t.reload}
      </Button>
    </>
  )
}

async function isThere(): Promise<boolean> {
  try {
    return (await fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) })).ok
  } catch {
    return false
  }
}
