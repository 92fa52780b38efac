import type { PersonView } from '../../../protocol/views.ts'
import { useLive } from '../../state/use-call.ts'
import { Avatar } from '../../ui/controls/Avatar.tsx'

/** The avatar of somebody of whom only id and name are at hand; with the picture, where this page knows the person. [PICTURE-6] */
export function AvatarById({ id, name }: Pick<PersonView, 'id' | 'name'>) {
  const picture = useLive(({ session }) => session.people.get(id)?.picture)
  return <Avatar person={{ id, name, picture }} />
}
