import { navigate } from 'wouter/use-browser-location'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { LoadingPage } from '../../ui/pages/Loading.tsx'
import { useSend } from '../use-send.ts'
import { setUpBy } from './api.ts'
import styles from '../portal.module.css'
import { CredentialsForm } from './CredentialsForm.tsx'
import { useAccount } from './use-account.ts'
import { NarrowPage } from '../NarrowPage.tsx'

const done = () => navigate('/admin')

/** The page of the link that the first start prints: makes the administrator. [ACCOUNT-1] */
export function SetUp({ token }: { token: string }) {
  const t = useMessages('core')
  const words = useMessages('account')
  const { page } = useAccount()
  const { send, fault } = useSend()
  if (!page) return <LoadingPage />
  const become = async () => {
    if (await send(async () => await setUpBy(token, null))) done()
  }
  return (
    <NarrowPage title={words.setUp} lead={page.isSetUp ? t.refusal['set-up-already'] : words.setUpLead} isBare>
      {page.isSetUp ? null : page.account ? (
        <div className={styles.form}>
          <p>{words.signedInAs({ name: page.account.name })}</p>
          <p role="alert" className={styles.fault}>
            {fault}
          </p>
          <Button look="primary" size="large" onPress={() => void become()}>
            {words.becomeAdmin}
          </Button>
        </div>
      ) : (
        <CredentialsForm
          isNew
          label={words.becomeAdmin}
          send={async (person) => await setUpBy(token, person)}
          onDone={done}
        />
      )}
    </NarrowPage>
  )
}
