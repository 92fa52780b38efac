import { navigate } from 'wouter/use-browser-location'
import { useMessages } from '../../i18n/messages.ts'
import { signIn, signUp } from './api.ts'
import styles from '../portal.module.css'
import { comeFrom } from './come-from.ts'
import { CredentialsForm } from './CredentialsForm.tsx'
import { OtherWays } from './OtherWays.tsx'
import { PortalLink } from '../PortalLink.tsx'
import { useToldFault } from './told-fault.ts'
import { NarrowPage } from '../NarrowPage.tsx'

const goOn = () => navigate(comeFrom(location.search))

/** Signing in, or making an account. */
export function SignIn({ isNew }: { isNew: boolean }) {
  const words = useMessages('account')
  const title = isNew ? words.createAccount : words.signIn
  const told = useToldFault()
  return (
    <NarrowPage title={title} lead={words.signInLead} isBare>
      <p role="alert" className={styles.fault}>
        {told}
      </p>
      <CredentialsForm
        key={title}
        isNew={isNew}
        label={title}
        send={async ({ name, email, password, language }) =>
          isNew ? await signUp({ name, email, password, language }) : await signIn({ email, password })
        }
        onDone={goOn}
      />
      {!isNew && (
        <p>
          <PortalLink to="/forgot">{words.forgot}</PortalLink>
        </p>
      )}
      <OtherWays key={`other ${title}`} isNew={isNew} onDone={goOn} />
      <p className={styles.line}>
        <span>{isNew ? words.haveAccount : words.noAccount}</span>
        <PortalLink to={isNew ? '/sign-in' : '/sign-up'}>{isNew ? words.signIn : words.createAccount}</PortalLink>
      </p>
      <p className={styles.help}>{words.guestsNeedNone}</p>
    </NarrowPage>
  )
}
