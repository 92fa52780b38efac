import { useMessages } from '../../i18n/messages.ts'
import { type Offered, useActs } from '../acts/index.ts'
import { PRIVATE_ACTS } from './message-acts.ts'
import type { Addressee } from '../../state/open-privately.ts'

/** *Write privately*, to another person. [CHAT-10] */
export function usePrivately(person: Addressee): Offered[] {
  const chat = useMessages('chat')
  return useActs(PRIVATE_ACTS, { chat }, person)
}
