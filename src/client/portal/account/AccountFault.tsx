import type { Refusal } from '../../../protocol/refusals.ts'
import { useMessages } from '../../i18n/messages.ts'
import { PortalLink } from '../PortalLink.tsx'
import styles from '../portal.module.css'
import { signInAndBack } from './come-from.ts'

const NEEDS_SIGN_IN: ReadonlySet<Refusal | null> = new Set<Refusal>([
  'sign-in-first',
  'sign-in-again',
  'mail-link-other',
])

/** Why something of an account was not done, with the way to sign in and back where that is what it needs. [ACCOUNT-14] [ACCOUNT-17] */
export function AccountFault({ fault, refusal }: { fault: string; refusal: Refusal | null }) {
  const words = useMessages('account')
  return (
    <>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
      {fault !== '' && NEEDS_SIGN_IN.has(refusal) && (
        <p>
          <PortalLink to={signInAndBack(location.pathname)}>{words.signIn}</PortalLink>
        </p>
      )}
    </>
  )
}
