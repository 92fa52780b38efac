import { useEffect, useState } from 'react'
import * as v from 'valibot'
import { navigate } from 'wouter/use-browser-location'
import { Refusal } from '../../../protocol/refusals.ts'
import { useMessages } from '../../i18n/messages.ts'

/** Why the server sent the browser here, in words: `?fault=` of the address, which goes with the reading. Empty where all is well. */
export function useToldFault(): string {
  const t = useMessages('core')
  const [refusal] = useState(() => new URLSearchParams(location.search).get('fault'))
  useEffect(() => {
    if (refusal !== null) navigate(location.pathname, { replace: true })
  }, [refusal])
  return v.is(Refusal, refusal) ? t.refusal[refusal] : ''
}
