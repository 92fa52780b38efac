import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { Entry, LinkPage, Refused } from '../../protocol/http.ts'
import { readName } from '../../protocol/names.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import { Button } from '../ui/controls/Button.tsx'
import { LoadingPage } from '../ui/pages/Loading.tsx'
import { navigate } from 'wouter/use-browser-location'
import { TextField } from '../ui/controls/TextField.tsx'
import { useMessages } from '../i18n/messages.ts'
import { enterBy, noteOpened, readLink } from './api.ts'
import type { LinkEnd } from './DeadEnd.tsx'
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

/**
 * Entering by an invite link: asks for a name if the room does not know the browser yet. An invitation is never used up without a press.
 * [LINK-9]
 */
export function LinkEntry({ token }: { token: string }) {
  const [answer, again] = useAnswer(readLink, token)
  if (!answer) return <LoadingPage />
  if ('unreachable' in answer) return <ServerAway again={again} />
  if ('refused' in answer) return <NoWay {...answer.refused} />
  return answer.ok.you === null || answer.ok.invite ? (
    <EntryForm token={token} page={answer.ok} />
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

const ENDS: Partial<Record<Refusal, LinkEnd>> = {
  'link-revoked': 'revoked-link',
  'link-expired': 'expired-link',
  'link-used': 'used-link',
}

/** A link that lets nobody in. [LINK-2] [LINK-6] */
function NoWay({ refusal, host }: Refused) {
  return <LazyDeadEnd at={ENDS[refusal] ?? 'link'} host={host} />
}

function EntryForm({ token, page }: { token: string; page: LinkPage }) {
  const t = useMessages('core')
  useTitle(page.name)
  const { you, invite } = page
  const [name, setName] = useState(invite?.name ?? '')
  const [email, setEmail] = useState('')
  const [fault, setFault] = useState<{ at: 'name' | 'email'; why: string } | null>(null)
  const [isKept, setIsKept] = useState(true)
  const isBusy = useRef(false)
  const isInvited = invite !== null
  useEffect(() => {
    if (isInvited) void noteOpened(token)
  }, [isInvited, token])

  async function press(event: FormEvent) {
    event.preventDefault()
    // A second press would be somebody else, for whom an invitation for one has no place.
    if (isBusy.current) return
    isBusy.current = true
    await enter()
    isBusy.current = false
  }

  async function enter() {
    const read = you === null ? readName(name) : null
    if (read && 'fault' in read) return setFault({ at: 'name', why: t.refusal[read.fault] })
    setFault(null)
    const keeps = await keepsCookies()
    setIsKept(keeps)
    if (!keeps) return undefined
    const entry: Entry = { ...(you === null && { name }), ...(invite?.asksEmail && { email }) }
    const answer = await enterBy(token, entry)
    if ('ok' in answer) {
      noteLink(answer.ok.room, token)
      return navigate(`/r/${answer.ok.room}/room`, { replace: true })
    }
    if ('unreachable' in answer) return setFault({ at: 'name', why: t.unreachable })
    const { refusal } = answer.refused
    const isOther = refusal === 'email-other'
    return setFault({ at: isOther ? 'email' : 'name', why: `${t.refusal[refusal]} ${t.askWhom({ host: page.host })}` })
  }

  const faultAt = (field: 'name' | 'email') => (fault?.at === field ? fault.why : '')
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
        <form className={styles.form} onSubmit={(event) => void press(event)} noValidate>
          {you === null ? (
            <>
              <TextField
                label={t.yourName}
                value={name}
                onChange={setName}
                fault={faultAt('name')}
                autoFocus
                autoComplete="name"
              />
              <p className={styles.help}>{t.entryHelp}</p>
            </>
          ) : (
            <>
              <YouAre name={you} />
              <p role="alert" className={styles.fault}>
                {faultAt('name')}
              </p>
            </>
          )}
          {invite?.asksEmail && (
            <>
              <TextField
                label={t.yourEmail}
                type="email"
                value={email}
                onChange={setEmail}
                fault={faultAt('email')}
                autoComplete="email"
              />
              <p className={styles.help}>{t.yourEmailHelp}</p>
            </>
          )}
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

function YouAre({ name }: { name: string }) {
  const [before, after] = useMessages('core').youAreHere
  return (
    <p>
      <span>{before}</span>
      <b>
        <bdi>{name}</bdi>
      </b>
      <span>{after}</span>
    </p>
  )
}
