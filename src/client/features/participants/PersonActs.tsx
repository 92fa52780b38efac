import { EllipsisVertical } from 'lucide-react'
import type { PersonView } from '../../../protocol/views.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { Menu } from '../../ui/overlays/Menu.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useLook } from '../stage/stage-view.ts'
import { usePrivately } from '../chat/use-privately.ts'
import { usePersonActs } from './use-person-acts.tsx'
import { useViewActs } from '../stage/tile/use-view-acts.ts'
import { useMarked } from './use-name-mark.ts'

// Of how one looks at the stage, what has to do with a name in a list.
const IN_ROWS: ReadonlySet<string> = new Set(['main', 'main-for-all'])

/** What one may do to a person, for who runs the room; absent where that is nothing. */
export function PersonActs({ person, surface = 'paper' }: { person: PersonView; surface?: 'paper' | 'glass' }) {
  const t = useMessages('core')
  const named = useMarked()
  const isMain = useLook((look) => look.main?.tile === person.id)
  const view = useViewActs(person, isMain).filter(({ id }) => person.place === 'stage' && IN_ROWS.has(id))
  const own = usePersonActs(person)
  const acts = [
    ...view,
    ...own.filter(({ stops }) => !stops),
    ...usePrivately(person),
    ...own.filter(({ stops }) => stops),
  ]
  if (acts.length === 0) return null
  const label = t.options({ name: named(person.name) })
  return (
    <Menu label={label} acts={acts}>
      {(opener) => <IconButton icon={EllipsisVertical} label={label} surface={surface} opener={opener} />}
    </Menu>
  )
}
