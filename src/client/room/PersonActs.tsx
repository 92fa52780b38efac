import { EllipsisVertical } from 'lucide-react'
import type { PersonView } from '../../protocol/views.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useText } from '../text/text.ts'
import { usePersonActs } from './use-person-acts.tsx'

/** What one may do to a person, for who runs the room; absent where that is nothing. */
export function PersonActs({ person, surface = 'paper' }: { person: PersonView; surface?: 'paper' | 'glass' }) {
  const t = useText()
  const { acts, sheet } = usePersonActs(person)
  if (acts.length === 0) return null
  const label = t.options(person.name)
  return (
    <>
      <Menu label={label} acts={acts}>
        {(opener) => <IconButton icon={EllipsisVertical} label={label} surface={surface} opener={opener} />}
      </Menu>
      {sheet}
    </>
  )
}
