import type { PersonView } from '../../../protocol/views.ts'
import { useLive } from '../../state/use-call.ts'
import { OwnMenu } from './OwnMenu.tsx'
import { PersonMenu } from './PersonMenu.tsx'

/** What is behind the dots of a row: a short menu for oneself, what one may do to others. */
export function RowMenu({ person }: { person: PersonView }) {
  const isMe = useLive((state) => state.you?.id === person.id)
  return isMe ? <OwnMenu me={person} /> : <PersonMenu person={person} />
}
