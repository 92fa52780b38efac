import type { RefObject } from 'react'
import type { PersonView } from '../../../../protocol/views.ts'
import { Opened } from '../../../ui/overlays/Menu.tsx'
import { useMessages } from '../../../i18n/messages.ts'
import { usePrivately } from '../../chat/use-privately.ts'
import { usePersonActs } from '../../participants/use-person-acts.tsx'
import { useViewActs } from './use-view-acts.ts'
import { useMarked } from '../../participants/use-name-mark.ts'

type Props = {
  person: PersonView
  isMain: boolean
  trigger: RefObject<HTMLButtonElement | null>
  isOpen: boolean
  onClose: () => void
}

/** What the menu of a tile holds: first what one does for oneself, then what one may do to the person. */
export function TileActs({ person, isMain, trigger, isOpen, onClose }: Props) {
  const t = useMessages('core')
  const named = useMarked()
  const view = useViewActs(person, isMain)
  const [first, ...rest] = [...usePrivately(person), ...usePersonActs(person)]
  const all = first ? [...view, { ...first, starts: true }, ...rest] : view
  return (
    isOpen && <Opened trigger={trigger} label={t.options({ name: named(person.name) })} acts={all} onClose={onClose} />
  )
}
