import { useEffect, useState, type FormEvent } from 'react'
import type { LinkPage } from '../../protocol/http.ts'
import { readName } from '../../protocol/names.ts'
import { Button } from '../ui/Button.tsx'
import { navigate } from '../ui/navigate.ts'
import { TextField } from '../ui/TextField.tsx'
import { useText } from '../text/text.ts'
import { Trouble } from '../ui/Trouble.tsx'
import { enterBy, readLink, type Answer } from './api.ts'
import styles from './LinkEntry.module.css'
import { ServerAway } from './ServerAway.tsx'
import { Top } from './Top.tsx'
import { useAnswer } from './use-answer.ts'

/** The way in by an invite link: a name, where the browser is not known yet. */
export function LinkEntry({ token }: { token: string }) {
  const t = useText()
  const answer = useAnswer(readLink, token)
  if (!answer) return <Top />
  if ('unreachable' in answer) return <ServerAway />
  if ('refused' in answer) return <Trouble title={t.linkBroken} help={t.linkBrokenHelp(answer.refused.host)} />
  return answer.ok.you === null ? (
    <NameForm token={token} page={answer.ok} />
  ) : (
    <KnownHere token={token} page={answer.ok} />
  )
}

/** Who is known in the room needs no name again, and gets what the link gives. */
function KnownHere({ token, page }: { token: string; page: LinkPage }) {
  const t = useText()
  const [answer, setAnswer] = useState<Answer<unknown> | null>(null)
  useEffect(() => {
    const enter = async () => {
      const entered = await enterBy(token, {})
      if ('ok' in entered) navigate(`/r/${entered.ok.room}/room`, { replace: true })
      else setAnswer(entered)
    }
    void enter()
  }, [token])
  if (!answer) return <Top />
  if ('unreachable' in answer) return <ServerAway />
  return <Trouble title={t.linkBroken} help={t.linkBrokenHelp(page.host)} />
}

function NameForm({ token, page }: { token: string; page: LinkPage }) {
  const t = useText()
  const [name, setName] = useState('')
  const [fault, setFault] = useState('')

  async function enter(event: FormEvent) {
    event.preventDefault()
    const read = readName(name)
    if ('fault' in read) return setFault(t.refusal[read.fault])
    const answer = await enterBy(token, { name })
    if ('ok' in answer) return navigate(`/r/${answer.ok.room}/room`, { replace: true })
    return setFault(
      'refused' in answer ? `${t.refusal[answer.refused.refusal]} ${t.askWhom(page.host)}` : t.unreachable,
    )
  }

  return (
    <>
      <Top />
      <main className={styles.page}>
        <div>
          <p className={styles.help}>{t.welcomeTo}</p>
          <h1 className={styles.title} dir="auto">
            {page.name}
          </h1>
        </div>
        <form className={styles.form} onSubmit={(event) => void enter(event)} noValidate>
          <TextField label={t.yourName} value={name} onChange={setName} fault={fault} autoFocus autoComplete="name" />
          <p className={styles.help}>{t.entryHelp}</p>
          <Button type="submit" look="primary" size="large">
            {t.continue}
          </Button>
        </form>
      </main>
    </>
  )
}
