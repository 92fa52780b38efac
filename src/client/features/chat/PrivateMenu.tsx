import { EllipsisVertical } from 'lucide-react'
import type { PersonView } from '../../../protocol/views.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { Menu } from '../../ui/overlays/Menu.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { usePrivately } from './use-privately.ts'
import { useMarked } from '../people/index.ts'

/** *Options for NAME* in a row, for people who are no moderators; absent if it would be empty. */
export function PrivateMenu({ person }: { person: PersonView }) {
  const t = useMessages('core')
  const named = useMarked()
  const acts = usePrivately(person)
  if (acts.length === 0) return null
  const label = t.options({ name: named(person.name) })
  return (
    <Menu label={label} acts={acts}>
      {(opener) => <IconButton icon={EllipsisVertical} label={label} opener={opener} />}
    </Menu>
  )
}
