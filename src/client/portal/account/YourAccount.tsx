import { useEffect, useState } from 'react'
import { navigate } from 'wouter/use-browser-location'
import { useMessages } from '../../i18n/messages.ts'
import { useTitle } from '../../ui/hooks/use-title.ts'
import { LoadingPage } from '../../ui/pages/Loading.tsx'
import { useAnswer } from '../use-answer.ts'
import styles from '../portal.module.css'
import { readWays } from './api.ts'
import { DeleteAccount } from './DeleteAccount.tsx'
import { EmailForm } from './EmailForm.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { PasskeyList } from './PasskeyList.tsx'
import { ProfileForm } from './ProfileForm.tsx'
import { Reminders } from './Reminders.tsx'
import { SignedInList } from './SignedInList.tsx'
import { useAccount } from './use-account.ts'
import { WayList } from './WayList.tsx'
import { PortalTop } from '../PortalTop.tsx'

/** What somebody sees and changes of their own account; leads to signing in where nobody is. */
export function YourAccount() {
  const words = useMessages('account')
  useTitle(words.yourAccount)
  const { page } = useAccount()
  const [picture, setPicture] = useState<string | null>()
  const [answer, again] = useAnswer(readWays, '')
  const ways = answer && 'ok' in answer ? answer.ok : null
  const isNobody = page !== null && page.account === null
  useEffect(() => {
    if (isNobody) navigate(`/sign-in${location.search}`, { replace: true })
  }, [isNobody])
  if (!page?.account) return <LoadingPage />
  const { account } = page
  return (
    <>
      <PortalTop picture={picture} />
      <main className={styles.wide}>
        <div>
          <h1 className={styles.title}>{words.yourAccount}</h1>
          <p className={styles.help}>
            <bdi>{account.email}</bdi>
          </p>
        </div>
        <ProfileForm account={account} onPicture={setPicture} />
        <Reminders chosen={account.reminders} />
        {ways && <WayList ways={ways} onChange={again} />}
        {ways && <PasskeyList passkeys={ways.passkeys} onChange={again} />}
        {ways?.password && <PasswordForm />}
        {ways && <EmailForm isConfirmed={account.emailVerified} asksPassword={ways.password} />}
        <SignedInList />
        <DeleteAccount asksPassword={ways?.password ?? true} />
      </main>
    </>
  )
}
