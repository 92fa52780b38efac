import { navigate } from 'wouter/use-browser-location'
import type { AccountPage } from '../../../protocol/accounts.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import styles from '../portal.module.css'

/** Instead of the form that makes a room: why there is none, and what one can do. [ACCOUNT-2] */
export function MayNotCreate({ why }: { why: NonNullable<AccountPage['mayCreate']> }) {
  const words = useMessages('account')
  return (
    <div className={styles.form}>
      <p>{why === 'sign-in-first' ? words.createNeedsAccount : words.createNeedsAdmin}</p>
      <p className={styles.help}>{words.guestsNeedNone}</p>
      {why === 'sign-in-first' && (
        <div className={styles.row}>
          <Button look="primary" size="large" onPress={() => navigate('/sign-in')}>
            {words.signIn}
          </Button>
          <Button size="large" onPress={() => navigate('/sign-up')}>
            {words.createAccount}
          </Button>
        </div>
      )}
    </div>
  )
}
