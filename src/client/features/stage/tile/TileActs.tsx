import type { RefObject } from 'react'
import type { PersonView } from '../../../../protocol/views.ts'
import { Opened } from '../../../ui/overlays/Menu.tsx'
import { useFirstMessages, useMessages } from '../../../i18n/messages.ts'
import { useActs } from '../../acts/index.ts'
import { usePrivately } from '../../chat/index.ts'
import { PERSON_ACTS, useMarked } from '../../people/index.ts'
import { VIEW_ACTS } from './acts.ts'

type Props = {
  person: PersonView
  isMain: boolean
  trigger: RefObject<HTMLButtonElement | null>
  isOpen: boolean
  onClose: () => void
}

/** The menu of a tile: first how one looks at it, then the acts on its person. */
export function TileActs({ person, isMain, trigger, isOpen, onClose }: Props) {
  const t = useMessages('core')
  const named = useMarked()
  const view = useActs(VIEW_ACTS, useFirstMessages(), { person, isMain })
  const own = useActs(PERSON_ACTS, { moderation: useMessages('moderation') }, person)
  const [first, ...rest] = [...usePrivately(person), ...own]
  const all = first ? [...view, { ...first, starts: true }, ...rest] : view
  return (
    isOpen && <Opened trigger={trigger} label={t.options({ name: named(person.name) })} acts={all} onClose={onClose} />
  )
}
