import { CircleUser, LogOut, ShieldCheck, UserCog } from 'lucide-react'
import { navigate } from 'wouter/use-browser-location'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Menu } from '../../ui/overlays/Menu.tsx'
import { signOut } from './api.ts'
import styles from '../portal.module.css'
import { useAccount } from './use-account.ts'

async function leave(): Promise<void> {
  await signOut()
  // Every part of the page asks anew who this is.
  location.assign('/')
}

/**
 * At the head of the pages around the room: the way to sign in, or the account that is signed in and what it leads to. `picture`: where it was
 * changed on this page.
 */
export function AccountMenu({ picture }: { picture?: string | null | undefined }) {
  const words = useMessages('account')
  const { page } = useAccount()
  if (!page) return null
  const { account } = page
  if (!account)
    return (
      <Button size="small" look="quiet" onPress={() => navigate('/sign-in')}>
        {words.signIn}
      </Button>
    )
  const face = picture === undefined ? account.picture : picture
  const acts = [
    { id: 'account', icon: UserCog, name: words.yourAccount, run: () => navigate('/account') },
    ...(account.role === 'admin'
      ? [{ id: 'admin', icon: ShieldCheck, name: words.administration, run: () => navigate('/admin') }]
      : []),
    { id: 'out', icon: LogOut, name: words.signOut, run: () => void leave() },
  ]
  return (
    <Menu label={words.menu({ name: account.name })} acts={acts}>
      {(opener) => (
        <button type="button" className={styles.who} aria-label={words.menu({ name: account.name })} {...opener}>
          {face === null ? (
            <CircleUser aria-hidden size={20} strokeWidth={1.9} />
          ) : (
            <img src={face} alt="" className={styles.face} />
          )}
          <bdi>{account.name}</bdi>
        </button>
      )}
    </Menu>
  )
}
