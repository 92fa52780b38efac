import { EllipsisVertical } from 'lucide-react'
import type { PersonView } from '../../../protocol/views.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { Menu } from '../../ui/overlays/Menu.tsx'
import { useFirstMessages } from '../../i18n/messages.ts'
import { OWN_ACTS, useOffers } from '../acts/index.ts'

const { camera, hand, leaveStage } = OWN_ACTS

/** The short menu in one's own row, with some acts of the toolbar. */
export function OwnMenu({ me }: { me: PersonView }) {
  const words = useFirstMessages()
  const acts = useOffers({ camera, hand, leaveStage }, words, null)
  const label = words.core.options({ name: me.name })
  if (acts.length === 0) return null
  return (
    <Menu label={label} acts={acts}>
      {(opener) => <IconButton icon={EllipsisVertical} label={label} opener={opener} />}
    </Menu>
  )
}
