import { useState } from 'react'
import type { Refusal } from '../../protocol/refusals.ts'
import { useMessages } from '../i18n/messages.ts'
import type { Answer } from './api.ts'

// In seconds.
const A_MOMENT = 5
const minutesOf = (seconds: number) => Math.ceil(seconds / 60)

/**
 * Sends what a form says, one thing at a time. `fault`: why the last was not done, in words; empty where it was. `refusal`: the server's reason for
 * it, if it was the server's.
 */
export function useSend() {
  const t = useMessages('core')
  const [fault, setFault] = useState('')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isBusy, setBusy] = useState(false)
  const send = async <T>(ask: () => Promise<Answer<T>>): Promise<{ ok: T } | null> => {
    if (isBusy) return null
    setBusy(true)
    setFault('')
    setRefusal(null)
    const answer = await ask()
    setBusy(false)
    if ('ok' in answer) return answer
    setRefusal('refused' in answer ? answer.refused.refusal : null)
    if ('unreachable' in answer) setFault(t.unreachable)
    // A moment has gone by before it is read.
    else if (answer.wait !== undefined && answer.wait > A_MOMENT)
      setFault(t.triedTooOften({ n: minutesOf(answer.wait) }))
    else setFault(t.refusal[answer.refused.refusal])
    return null
  }
  return { send, fault, refusal, setFault, isBusy }
}
