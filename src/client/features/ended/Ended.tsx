import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { Attendance } from '../../../protocol/views.ts'
import { can } from '../../../rules/permissions/policy.ts'
import { type Messages, useFormats, useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { MessagePage } from '../../ui/pages/MessagePage.tsx'
import { useLive } from '../../state/use-call.ts'
import styles from './Ends.module.css'
import { DeleteData } from './DeleteData.tsx'
import { LazyLeaveTo } from './LazyLeaveTo.ts'
import { ToSession } from './ToSession.tsx'

/** The page after the end: who ended the session and when, one's own attendance, and who can start the next. [END-1] [END-2] [SESSION-2] */
export function Ended({ onRejoin }: { onRejoin: () => void }) {
  const words = useMessages('ended')
  const host = useLive((state) => state.host)
  const mayStart = useLive((state) => state.you !== null && can(state.you, 'startSession'))
  const stay = useLive((state) => state.session.attendance.get(state.you?.id ?? '') ?? null)
  const help = useHow(words)
  return (
    <MessagePage
      isNews
      title={words.ended}
      help={help}
      card={stay && <Sum stay={stay} />}
      foot={mayStart ? words.endedModerator : `${words.endedOther({ host })} ${words.opensItself}`}
    >
      {mayStart && (
        <Button look="primary" size="large" icon={RotateCcw} onPress={onRejoin}>
          {words.rejoin}
        </Button>
      )}
      <LazyLeaveTo />
      <ToSession />
      <DeleteData />
    </MessagePage>
  )
}

/** How the session ended, as far as one may know. [END-3] */
function useHow(words: Messages['ended']): string {
  const offset = useLive((state) => state.clockOffset)
  const me = useLive((state) => state.you?.id ?? '')
  const { at, by, name } = useLive(({ session }) => ({
    at: session.endedAt ?? 0,
    by: session.endedBy,
    name: session.endedByName,
  }))
  // The day at the first drawing; a page that stays open over midnight shows the time alone.
  const [today] = useState(() => new Date(Date.now() + offset).toDateString())
  const isToday = new Date(at).toDateString() === today
  if (by === null) return words.endedUnattended({ at, isToday })
  if (by === me) return words.endedByYou({ at, isToday })
  return name ? words.endedBy({ name, at, isToday }) : words.endedAt({ at, isToday })
}

function Sum({ stay }: { stay: Attendance }) {
  const words = useMessages('ended')
  const formats = useFormats()
  const peak = useLive((state) => state.session.peak)
  return (
    <dl className={styles.sum}>
      <Figure of={words.wereInside}>{formats.length(stay.inside)}</Figure>
      <Figure of={words.atOnce}>{formats.number(peak)}</Figure>
      {stay.onStage > 0 && <Figure of={words.wereOnStage}>{formats.length(stay.onStage)}</Figure>}
    </dl>
  )
}

function Figure({ of, children }: { of: string; children: string }) {
  return (
    <div>
      <dt>{of}</dt>
      <dd>{children}</dd>
    </div>
  )
}
