import { Ellipsis } from 'lucide-react'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { Menu } from '../../ui/overlays/Menu.tsx'
import { useFirstMessages, useMessages } from '../../i18n/messages.ts'
import { OWN_ACTS, useActs } from '../acts/index.ts'
import { ALL_ACTS } from '../moderation/index.ts'
import { REHEARSAL_ACTS } from '../rehearsal/index.ts'

const ACTS = { ...ALL_ACTS, ...REHEARSAL_ACTS }

const INVITES = { invitePeople: OWN_ACTS.invitePeople }

/** The acts on everybody at once, and on those who are not here yet; for moderators. */
export function AllMenu() {
  const words = { ...useFirstMessages(), moderation: useMessages('moderation') }
  const acts = useActs(ACTS, words, null)
  const invites = useActs(INVITES, words, null)
  const label = words.moderation.optionsAll
  return (
    <>
      {invites.map(({ id, icon, name, run }) => (
        <IconButton key={id} icon={icon} label={name} onPress={() => void run()} />
      ))}
      {acts.length > 0 && (
        <Menu label={label} acts={acts}>
          {(opener) => <IconButton icon={Ellipsis} label={label} opener={opener} />}
        </Menu>
      )}
    </>
  )
}
