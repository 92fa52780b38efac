import type { PersonId } from '../../../protocol/types.ts'
import { useFirstMessages } from '../../i18n/messages.ts'
import { AnswerButtons, useActs } from '../acts/index.ts'
import { REQUEST_ACTS } from './acts.ts'

/** The answers to a person who asks to join the stage. [ACCESS-3] */
export function RequestAnswers({ person }: { person: PersonId }) {
  return <AnswerButtons acts={useActs(REQUEST_ACTS, useFirstMessages(), person)} />
}
