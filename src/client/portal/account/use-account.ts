import type { AccountPage } from '../../../protocol/accounts.ts'
import { useAnswer } from '../use-answer.ts'
import { readAccount } from './api.ts'

/** Who is signed in; null until the server has said so. `isAsked`: it is waited for the server's first answer. */
export function useAccount(): { page: AccountPage | null; isAsked: boolean } {
  const [answer] = useAnswer(readAccount, '')
  return { page: answer && 'ok' in answer ? answer.ok : null, isAsked: answer === null }
}
