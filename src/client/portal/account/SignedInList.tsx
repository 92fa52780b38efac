import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useAnswer } from '../use-answer.ts'
import { useSend } from '../use-send.ts'
import { readSignedIn, signOutEverywhere, signOutThere } from './api.ts'
import styles from '../portal.module.css'
import { browserName } from './browser-name.ts'

/** Where the account is signed in, and how it is signed out of there. */
export function SignedInList() {
  const words = useMessages('account')
  const [answer, again] = useAnswer(readSignedIn, '')
  const { send, fault } = useSend()
  const end = async (id: string) => {
    if (await send(async () => await signOutThere(id))) again()
  }
  const endAll = async () => {
    if (await send(signOutEverywhere)) location.assign('/sign-in')
  }
  const signIns = answer && 'ok' in answer ? answer.ok.signIns : []
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{words.signedIn}</h2>
      <ul className={styles.list}>
        {signIns.map(({ id, isThis, since, browser }) => (
          <li key={id} className={styles.item}>
            <span>
              <b>{isThis ? words.thisBrowser : browserName(browser) || words.otherBrowser}</b>
              <span className={styles.help}>{words.since({ at: since })}</span>
            </span>
            {!isThis && (
              <Button size="small" onPress={() => void end(id)}>
                {words.signOutThere}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
      <div>
        <Button onPress={() => void endAll()}>{words.everywhere}</Button>
      </div>
    </section>
  )
}
