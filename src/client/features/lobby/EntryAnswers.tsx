import type { PersonId } from '../../../protocol/types.ts'
import { useFirstMessages, useMessages } from '../../i18n/messages.ts'
import { AnswerButtons, useActs } from '../acts/index.ts'
import { ENTRY_ACTS } from './acts.ts'

/** The two answers to a person in the lobby. [WAIT-3] */
export function EntryAnswers({ person }: { person: PersonId }) {
  return (
    <AnswerButtons
      acts={useActs(ENTRY_ACTS, { ...useFirstMessages(), notifications: useMessages('notifications') }, person)}
    />
  )
}
