import { navigate } from 'wouter/use-browser-location'
import { useMessages } from '../../i18n/messages.ts'
import { useTitle } from '../../ui/hooks/use-title.ts'
import { Top } from '../../ui/pages/SiteHeader.tsx'
import { signIn, signUp } from './api.ts'
import styles from '../portal.module.css'
import { CredentialsForm } from './CredentialsForm.tsx'
import { OtherWays } from './OtherWays.tsx'
import { PortalLink } from '../PortalLink.tsx'
import { useToldFault } from './told-fault.ts'

const goHome = () => navigate('/')

/** Signing in, or making an account. */
export function SignIn({ isNew }: { isNew: boolean }) {
  const words = useMessages('account')
  const title = isNew ? words.createAccount : words.signIn
  useTitle(title)
  const told = useToldFault()
  return (
    <>
      <Top />
      <main className={styles.narrow}>
        <div>
          <h1 className={styles.title}>{title}</h1>
          <p className={styles.help}>{words.signInLead}</p>
        </div>
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
          onDone={goHome}
        />
        {!isNew && (
          <p>
            <PortalLink to="/forgot">{words.forgot}</PortalLink>
          </p>
        )}
        <OtherWays key={`other ${title}`} isNew={isNew} onDone={goHome} />
        <p className={styles.line}>
          <span>{isNew ? words.haveAccount : words.noAccount}</span>
          <PortalLink to={isNew ? '/sign-in' : '/sign-up'}>{isNew ? words.signIn : words.createAccount}</PortalLink>
        </p>
        <p className={styles.help}>{words.guestsNeedNone}</p>
      </main>
    </>
  )
}
