import { Bot } from 'lucide-react'
import type { Rehearsal } from '../../../protocol/rehearsal.ts'
import { type Messages, type NoticeWords, useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useActs } from '../acts/index.ts'
import { NoticeLine } from '../notifications/index.ts'
import { REHEARSAL_ACTS } from './acts.tsx'

type Props = { rehearsal: Rehearsal; onDismiss: () => void }

/** That this is a rehearsal, with the press that ends it; and what came of it, until it is read. [REHEARSE-4] [REHEARSE-6] */
export function RehearsalLine({ rehearsal, onDismiss }: Props) {
  const t = useMessages('core')
  const words = useMessages('moderation')
  const [stop] = useActs({ stop: REHEARSAL_ACTS.stopRehearsal }, { moderation: words }, null)
  const runs = rehearsal.endedAt === null
  return (
    <NoticeLine sign={[Bot, runs ? 'wait' : 'plain']} words={wordsOf(rehearsal, words)}>
      {stop && (
        <Button size="small" onPress={stop.run}>
          {stop.name}
        </Button>
      )}
      {!runs && (
        <Button size="small" onPress={onDismiss}>
          {t.close}
        </Button>
      )}
    </NoticeLine>
  )
}

function wordsOf({ bots, verdict }: Rehearsal, words: Messages['moderation']): NoticeWords {
  if (verdict === null) return words.rehearsing({ n: bots })
  if (verdict.kind === 'tooShort') return words.rehearsed.tooShort
  if (verdict.kind === 'slow') return words.rehearsed.slow({ n: verdict.bots, ms: verdict.hand })
  return words.rehearsed[verdict.atLeast ? 'holdsAtLeast' : 'holds']({ n: verdict.viewers, bots: verdict.bots })
}
