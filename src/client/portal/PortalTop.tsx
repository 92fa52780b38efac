import { Top } from '../ui/pages/SiteHeader.tsx'
import { AccountMenu } from './account/AccountMenu.tsx'
import { PortalNav } from './PortalNav.tsx'

type Props = {
  /** Whether these are one's own sessions already. */
  isHere?: boolean
  /** The address of a picture that was just chosen; null where it was taken away. */
  picture?: string | null
}

/** The head of the pages around the room: the ways to one's own sessions and to the account. */
export function PortalTop({ isHere = false, ...account }: Props) {
  return (
    <Top>
      <PortalNav isHere={isHere} />
      <AccountMenu {...account} />
    </Top>
  )
}
