import { MessageSquareLock } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Thread } from '../../../protocol/messages.ts'
import { Loading } from '../../ui/pages/Loading.tsx'
import { Empty } from '../../ui/controls/EmptyState.tsx'
import { AvatarById, PersonName, useMarkOfName } from '../people/index.ts'
import { useFormats, useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import styles from './Threads.module.css'

/** One's own private conversations, newest first. [CHAT-10] */
export function Threads({ onOpen }: { onOpen: (person: { id: string; name: string }) => void }) {
  const words = useMessages('chat')
  const formats = useFormats()
  const call = useCall()
  const [threads, setThreads] = useState<Thread[] | null>(null)
  const unread = useLive((state) => [...state.unread])
  useEffect(() => {
    let wanted = true
    const look = async () => {
      const found = await call.findThreads()
      if (wanted) setThreads(found)
    }
    void look()
    const unfollow = call.follow({
      onEvent: (event) =>
        void ((event.type === 'dataDeleted' || (event.type === 'messageWritten' && event.to !== null)) && look()),
      onReset: () => void look(),
    })
    return () => {
      wanted = false
      unfollow()
    }
  }, [call])
  if (!threads) return <Loading says={words.loading} />
  if (threads.length === 0) return <Empty sign={MessageSquareLock} title={words.noThreads} help={words.noThreadsHelp} />
  return (
    <ul className={styles.list} aria-label={words.privateMessages}>
      {threads.map(({ person, name, text, at }) => (
        <li key={person}>
          <button type="button" className={styles.thread} onClick={() => onOpen({ id: person, name })}>
            <AvatarById id={person} name={name} />
            <span className={styles.words}>
              <span className={styles.who}>
                <b dir="auto">{unread.includes(person) ? words.unreadFrom({ name }) : <PersonName name={name} />}</b>
                <Mark person={person} name={name} />
              </span>
              <span dir="auto" translate="yes">
                {text}
              </span>
            </span>
            {unread.includes(person) && <span aria-hidden className={styles.dot} />}
            <time dateTime={new Date(at).toISOString()}>{formats.time(at)}</time>
          </button>
        </li>
      ))}
    </ul>
  )
}

function Mark({ person, name }: Pick<Thread, 'person' | 'name'>) {
  const { mark } = useMarkOfName(person, name)
  return mark && <span className={styles.mark}>{mark}</span>
}
