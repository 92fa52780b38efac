import { Presentation, Users } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { readName, type NameFault } from '../../protocol/names.ts'
import type { RoomMode } from '../../protocol/types.ts'
import { Button } from '../ui/controls/Button.tsx'
import { RadioCards } from '../ui/controls/RadioCards.tsx'
import { navigate } from 'wouter/use-browser-location'
import { TextField } from '../ui/controls/TextField.tsx'
import { useMessages } from '../i18n/messages.ts'
import { MayNotCreate } from './account/MayNotCreate.tsx'
import { useAccount } from './account/use-account.ts'
import { makeRoom } from './api.ts'
import styles from './Home.module.css'
import { HomePicture } from './HomePicture.tsx'
import { keepsCookies } from './keeps-cookies.ts'
import { LazyNoCookies } from './LazyNoCookies.tsx'
import { PortalTop } from './PortalTop.tsx'

/** The start page: three fields and a button make a room. */
export function Home() {
  const t = useMessages('core')
  const words = useMessages('portal')
  const [name, setName] = useState('')
  const [host, setHost] = useState('')
  const [mode, setMode] = useState<RoomMode>('interactive')
  const [faults, setFaults] = useState<Record<'name' | 'host', NameFault | null>>({ name: null, host: null })
  const [trouble, setTrouble] = useState('')
  const [isKept, setIsKept] = useState(true)
  const [busy, setBusy] = useState(false)
  const { page, isAsked } = useAccount()

  async function create(event: FormEvent) {
    event.preventDefault()
    const found = { name: faultOf(name), host: faultOf(host) }
    setFaults(found)
    if (found.name || found.host || busy) return
    setBusy(true)
    // Without cookies the server could not recognise the host of the room again.
    const keeps = await keepsCookies()
    setIsKept(keeps)
    const answer = keeps ? await makeRoom({ name, host, mode }) : null
    setBusy(false)
    if (!answer) return
    if ('ok' in answer) navigate(`/r/${answer.ok.room}`)
    else setTrouble('refused' in answer ? t.refusal[answer.refused.refusal] : t.unreachable)
  }

  return (
    <>
      <PortalTop />
      <main className={styles.home}>
        <section>
          <h1 className={styles.title}>{t.rostrum}</h1>
          <p className={styles.lead}>{words.lead}</p>
          {isAsked ? null : page?.mayCreate ? (
            <MayNotCreate why={page.mayCreate} />
          ) : (
            <form className={styles.form} onSubmit={(event) => void create(event)} noValidate>
              <TextField
                label={words.roomName}
                value={name}
                onChange={setName}
                fault={faults.name && t.refusal[faults.name]}
              />
              <TextField
                label={t.yourName}
                value={host}
                onChange={setHost}
                fault={faults.host && t.refusal[faults.host]}
                autoComplete="name"
              />
              <RadioCards
                label={t.roomMode}
                value={mode}
                onChange={setMode}
                choices={[
                  { value: 'interactive', icon: Users, ...t.mode.interactive },
                  { value: 'webinar', icon: Presentation, ...t.mode.webinar },
                ]}
              />
              <div className={styles.go}>
                <Button type="submit" look="primary" size="large">
                  {words.createRoom}
                </Button>
                <p role="status">{trouble || words.whoCreates}</p>
              </div>
              {!isKept && (
                <LazyNoCookies>
                  <Button type="submit">{t.tryAgain}</Button>
                </LazyNoCookies>
              )}
            </form>
          )}
        </section>
        <HomePicture />
      </main>
    </>
  )
}

function faultOf(typed: string): NameFault | null {
  const read = readName(typed)
  return 'fault' in read ? read.fault : null
}
