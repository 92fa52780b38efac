import { useEffect, useState, type FormEvent } from 'react'
import type { LinkPage, Refused } from '../../protocol/http.ts'
import { readName } from '../../protocol/names.ts'
import { Button } from '../ui/controls/Button.tsx'
import { LoadingPage } from '../ui/pages/Loading.tsx'
import { navigate } from 'wouter/use-browser-location'
import { TextField } from '../ui/controls/TextField.tsx'
import { useMessages } from '../i18n/messages.ts'
import { enterBy, readLink } from './api.ts'
import { LazyDeadEnd } from './LazyDeadEnd.tsx'
import styles from './LinkEntry.module.css'
import { keepsCookies } from './keeps-cookies.ts'
import { LazyNoCookies } from './LazyNoCookies.tsx'
import { noteLink } from './opened-link.ts'
import { ServerAway } from './ServerAway.tsx'
import { Top } from '../ui/pages/SiteHeader.tsx'
import { useTitle } from '../ui/hooks/use-title.ts'
import { useAnswer } from './use-answer.ts'

const enterKnown = async (token: string) => await enterBy(token, {})

/** Entering by an invite link: asks for a name if the room does not know the browser yet. */
export function LinkEntry({ token }: { token: string }) {
  const [answer, again] = useAnswer(readLink, token)
  if (!answer) return <LoadingPage />
  if ('unreachable' in answer) return <ServerAway again={again} />
  if ('refused' in answer) return <NoWay {...answer.refused} />
  return answer.ok.you === null ? (
    <NameForm token={token} page={answer.ok} />
  ) : (
    <KnownHere token={token} page={answer.ok} />
  )
}

/** A person whom the room knows needs no name again, and gets what the link gives. */
function KnownHere({ token, page }: { token: string; page: LinkPage }) {
  const [answer, again] = useAnswer(enterKnown, token)
  const room = answer && 'ok' in answer ? answer.ok.room : null
  useEffect(() => {
    if (room === null) return
    noteLink(room, token)
    navigate(`/r/${room}/room`, { replace: true })
  }, [room, token])
  if (answer && 'unreachable' in answer) return <ServerAway again={again} />
  if (answer && 'refused' in answer) return <NoWay {...answer.refused} host={page.host} />
  return <LoadingPage />
}

/** A link that lets nobody in. [LINK-2] */
function NoWay({ refusal, host }: Refused) {
  return <LazyDeadEnd at={refusal === 'link-revoked' ? 'revoked-link' : 'link'} host={host} />
}

function NameForm({ token, page }: { token: string; page: LinkPage }) {
  const t = useMessages('core')
  useTitle(page.name)
  const [name, setName] = useState('')
  const [fault, setFault] = useState('')
  const [isKept, setIsKept] = useState(true)

  async function enter(event: FormEvent) {
    event.preventDefault()
    const read = readName(name)
    if ('fault' in read) return setFault(t.refusal[read.fault])
    setFault('')
    const keeps = await keepsCookies()
    setIsKept(keeps)
    if (!keeps) return undefined
    const answer = await enterBy(token, { name })
    if ('ok' in answer) {
      noteLink(answer.ok.room, token)
      return navigate(`/r/${answer.ok.room}/room`, { replace: true })
    }
    return setFault(
      'refused' in answer ? `${t.refusal[answer.refused.refusal]} ${t.askWhom({ host: page.host })}` : t.unreachable,
    )
  }

  return (
    <>
      <Top />
      <main className={styles.page}>
        <div>
          <p className={styles.help}>{t.welcomeTo}</p>
          <h1 className={styles.title}>
            <bdi>{page.name}</bdi>
          </h1>
        </div>
        <form className={styles.form} onSubmit={(event) => void enter(event)} noValidate>
          <TextField label={t.yourName} value={name} onChange={setName} fault={fault} autoFocus autoComplete="name" />
          <p className={styles.help}>{t.entryHelp}</p>
          <Button type="submit" look="primary" size="large">
            {t.continue}
          </Button>
          {!isKept && (
            <LazyNoCookies>
              <Button type="submit">{t.tryAgain}</Button>
            </LazyNoCookies>
          )}
        </form>
      </main>
    </>
  )
}
