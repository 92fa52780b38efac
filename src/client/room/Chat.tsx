import { useMemo, useState } from 'react'
import type { Message } from '../../protocol/messages.ts'
import { later } from '../ui/later.tsx'
import { useLive } from '../ui/use-live.ts'
import styles from './Chat.module.css'
import { ChatHead } from './ChatHead.tsx'
import { Composer } from './Composer.tsx'
import { Messages } from './Messages.tsx'

const Threads = later(async () => (await import('./Threads.tsx')).Threads)

type Person = { id: string; name: string }
type Shown = { kind: 'all' } | { kind: 'threads' } | { kind: 'private'; other: Person }

/** What is written in the room: to everybody, or between two. */
export function Chat() {
  const [shown, setShown] = useState<Shown>({ kind: 'all' })
  const [reply, setReply] = useState<Message | null>(null)
  const session = useLive((state) => state.session.id)
  const other = shown.kind === 'private' ? shown.other : null
  const show = (what: Shown) => {
    setReply(null)
    setShown(what)
  }
  const whom = other?.id ?? null
  const acts = useMemo(
    () => ({
      with: whom,
      reply: setReply,
      open: (person: Person) => {
        setReply(null)
        setShown({ kind: 'private', other: person })
      },
    }),
    [whom],
  )
  return (
    <div className={styles.chat}>
      <ChatHead
        shown={shown.kind}
        other={other}
        onThreads={() => show({ kind: 'threads' })}
        onBack={() => show({ kind: 'all' })}
      />
      {shown.kind === 'threads' ? (
        <Threads onOpen={acts.open} />
      ) : (
        <>
          <Messages key={`${session} ${other?.id ?? ''}`} other={other} acts={acts} />
          <Composer key={other?.id ?? ''} other={other} reply={reply} onReply={setReply} />
        </>
      )}
    </div>
  )
}
