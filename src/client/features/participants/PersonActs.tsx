import { EllipsisVertical } from 'lucide-react'
import type { PersonView } from '../../../protocol/views.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { Menu } from '../../ui/overlays/Menu.tsx'
import { useFirstMessages, useMessages } from '../../i18n/messages.ts'
import { useActs } from '../acts/index.ts'
import { useLook } from '../../state/stage-view.ts'
import { usePrivately } from '../chat/index.ts'
import { MAIN_ACTS } from '../stage/index.ts'
import { PERSON_ACTS, useMarked } from '../people/index.ts'

/** The menu of a person for moderators; absent if it would be empty. */
export function PersonActs({ person, surface = 'paper' }: { person: PersonView; surface?: 'paper' | 'glass' }) {
  const t = useMessages('core')
  const named = useMarked()
  const isMain = useLook((look) => look.main?.tile === person.id)
  const view = useActs(MAIN_ACTS, useFirstMessages(), { person, isMain })
  const own = useActs(PERSON_ACTS, { moderation: useMessages('moderation') }, person)
  const acts = [
    ...(person.place === 'stage' ? view : []),
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
