import { Ellipsis } from 'lucide-react'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { Menu } from '../../ui/overlays/Menu.tsx'
import { useFirstMessages, useMessages } from '../../i18n/messages.ts'
import { useActs } from '../acts/index.ts'
import { ALL_ACTS } from '../moderation/index.ts'
import { REHEARSAL_ACTS } from '../rehearsal/index.ts'

const ACTS = { ...ALL_ACTS, ...REHEARSAL_ACTS }

/** The acts on everybody at once, for moderators. */
export function AllMenu() {
  const words = { ...useFirstMessages(), moderation: useMessages('moderation') }
  const acts = useActs(ACTS, words, null)
  if (acts.length === 0) return null
  const label = words.moderation.optionsAll
  return (
    <Menu label={label} acts={acts}>
      {(opener) => <IconButton icon={Ellipsis} label={label} opener={opener} />}
    </Menu>
  )
}
