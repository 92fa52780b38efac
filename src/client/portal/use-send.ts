import { useState } from 'react'
import { useMessages } from '../i18n/messages.ts'
import type { Answer } from './api.ts'

/** Sends what a form says, one thing at a time. `fault`: why the last was not done, in words; empty where it was. */
export function useSend() {
  const t = useMessages('core')
  const [fault, setFault] = useState('')
  const [isBusy, setBusy] = useState(false)
  const send = async <T>(ask: () => Promise<Answer<T>>): Promise<{ ok: T } | null> => {
    if (isBusy) return null
    setBusy(true)
    setFault('')
    const answer = await ask()
    setBusy(false)
    if ('ok' in answer) return answer
    setFault('refused' in answer ? t.refusal[answer.refused.refusal] : t.unreachable)
    return null
  }
  return { send, fault, setFault, isBusy }
}
