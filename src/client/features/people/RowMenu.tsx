import type { PersonView } from '../../../protocol/views.ts'
import { useLive } from '../../state/use-call.ts'
import { OwnMenu } from './OwnMenu.tsx'
import { PersonMenu } from './PersonMenu.tsx'

/** The menu of a row: a short one for oneself, the acts on others for everybody else. */
export function RowMenu({ person }: { person: PersonView }) {
  const isMe = useLive((state) => state.you?.id === person.id)
  return isMe ? <OwnMenu me={person} /> : <PersonMenu person={person} />
}
