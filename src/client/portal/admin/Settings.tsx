import { useMessages } from '../../i18n/messages.ts'
import styles from '../portal.module.css'
import { useAnswer } from '../use-answer.ts'
import { readSettings } from './api.ts'

/** What the operator has set, to be read, and how much is going on. [ACCOUNT-16] */
export function Settings() {
  const words = useMessages('admin')
  const [answer] = useAnswer(readSettings, '')
  if (!answer || !('ok' in answer)) return null
  const { settings, people, viewers } = answer.ok
  return (
    <section className={styles.card} aria-label={words.settings}>
      <p>{words.inside({ n: people })}</p>
      {viewers !== null && <p>{words.holds({ n: viewers })}</p>}
      <p className={styles.help}>{words.settingsHelp}</p>
      <dl className={styles.list}>
        {settings.map(({ name, value }) => (
          <div key={name} className={styles.item}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd className={styles.help}>
              <bdi>{value === null ? words.secret : value || '–'}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
