import { useMemo, useState } from 'react'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useLive } from '../../state/use-call.ts'
import styles from './Chat.module.css'
import { ChatHead } from './ChatHead.tsx'
import { Composer } from './Composer.tsx'
import type { Addressee } from '../../state/open-privately.ts'
import { Messages } from './Messages.tsx'
import { usePanelMemory, type ChatShown } from '../../state/retained-panel.ts'

const Threads = lazyPart(async () => (await import('./Threads.tsx')).Threads)

/** The chat: with everybody, or private. `asked`: the person whose private conversation is to be opened, chosen elsewhere in the room. */
export function Chat({ asked }: { asked: Addressee | null }) {
  const [shown, setShown] = usePanelMemory('chat')
  const [wasAsked, setWasAsked] = useState<Addressee | null>(null)
  const [reply, setReply] = usePanelMemory('reply')
  const session = useLive((state) => state.session.id)
  const other = shown.kind === 'private' ? shown.other : null
  const show = (what: ChatShown) => {
    setReply(null)
    setShown(what)
  }
  if (asked !== wasAsked) {
    setWasAsked(asked)
    if (asked) show({ kind: 'private', other: asked })
  }
  const whom = other?.id ?? null
  const acts = useMemo(
    () => ({
      with: whom,
      reply: setReply,
      open: (person: Addressee) => {
        setReply(null)
        setShown({ kind: 'private', other: person })
      },
    }),
    [whom, setReply, setShown],
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
          <Composer key={other?.id ?? ''} other={other} reply={reply} asked={asked} onReply={setReply} />
        </>
      )}
    </div>
  )
}
