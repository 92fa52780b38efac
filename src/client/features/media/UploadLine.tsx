import { CircleAlert, CircleCheck, Upload, X } from 'lucide-react'
import { use, useSyncExternalStore } from 'react'
import { useMessages } from '../../i18n/messages.ts'
import { OpenOver } from '../../state/over-room.ts'
import { useLive } from '../../state/use-call.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { ComingOver } from '../../ui/pages/Loading.tsx'
import styles from './UploadLine.module.css'
import { uploadsOf, type Sending } from './uploads.ts'

const SelectMedia = lazyPart(async () => (await import('./SelectMedia.tsx')).SelectMedia, <ComingOver />)

/** How far the uploads are whose window is closed, and what came of them; a press opens it again. [CONTENT-13] */
export function UploadLine() {
  const t = useMessages('core')
  const words = useMessages('media')
  const open = use(OpenOver)
  const uploads = uploadsOf(useLive(({ session }) => session.room))
  const show = () => open(<SelectMedia onClose={() => open(null)} />)
  const all = useSyncExternalStore(uploads.subscribe, () => uploads.all)
  if (all.length === 0) return null
  const inState = (...states: Sending['state'][]) => all.filter(({ state }) => states.includes(state)).length
  const [onWay, failed] = [inState('sending', 'waiting'), inState('failed')]
  const Sign = onWay > 0 ? Upload : failed > 0 ? CircleAlert : CircleCheck
  return (
    <div className={styles.line}>
      <button type="button" className={styles.open} onClick={show}>
        <Sign aria-hidden size={18} strokeWidth={1.9} />
        <span>
          {onWay > 0
            ? words.onWay({ n: onWay, percent: percentOf(all) })
            : failed > 0
              ? words.cut({ n: failed })
              : words.came({ n: all.length })}
        </span>
      </button>
      {onWay === 0 && <IconButton icon={X} label={t.dismiss} onPress={() => uploads.clear()} />}
    </div>
  )
}

/** How much has come of what is on its way and what was with it, in whole hundredths. */
function percentOf(all: readonly Sending[]): number {
  const going = all.filter(({ state }) => state !== 'failed')
  const bytes = going.reduce((sum, each) => sum + each.bytes, 0)
  return Math.floor((100 * going.reduce((sum, each) => sum + each.sent, 0)) / Math.max(bytes, 1))
}
