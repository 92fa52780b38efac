import { CircleArrowUp, Eye, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { wayToStage } from '../../../rules/permissions/policy.ts'
import { Top } from '../../ui/pages/SiteHeader.tsx'
import { Button } from '../../ui/controls/Button.tsx'
import { Chip } from '../../ui/controls/Chip.tsx'
import { Loading } from '../../ui/pages/Loading.tsx'
import { Avatar } from '../../ui/controls/Avatar.tsx'
import { useIsPhone } from '../../ui/hooks/is-phone.ts'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { takeFocus } from '../../ui/focus/take-focus.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useElapsed } from '../../ui/hooks/use-elapsed.ts'
import { useCall, useDevices, useLive } from '../../state/use-call.ts'
import { NoMedia } from '../stage/index.ts'
import styles from './Prejoin.module.css'
import { WhoYouAre } from './WhoYouAre.tsx'

const SetDevices = lazyPart(async () => (await import('../device-setup/SetDevices.tsx')).SetDevices, <Loading />)

/** The prejoin page: joining as a viewer, or on stage. The browser is asked for nothing before **Join stage**. [SEED-2] */
export function Prejoin() {
  const t = useMessages('core')
  const call = useCall()
  const isPhone = useIsPhone()
  const room = useLive((state) => state.session.name)
  const you = useLive((state) => state.you)
  const access = useLive((state) => state.session.access)
  const isClosed = useDevices((state) => state.status === 'closed')
  const isOpening = useDevices((state) => state.status === 'opening')
  // On a phone one joins as a viewer, and comes on stage from inside. [SEED-12]
  const isLocked = useLive((state) => state.door === 'locked')
  const hasMedia = useLive((state) => state.media !== 'unsupported')
  const mayGoUp = you !== null && hasMedia && !isPhone && !isLocked && wayToStage(you, access) === 'join'

  const isLive = useLive(({ session }) => session.startedAt > 0 && session.endedAt === null)

  const asViewer = () => {
    call.devices.close()
    void call.join('viewer')
  }
  const up = () => void (isClosed ? call.devices.open() : call.join('stage'))

  const viewer = (
    <Button look={isClosed ? 'primary' : 'plain'} size="large" onPress={asViewer}>
      {t.joinAsViewer}
    </Button>
  )
  const stage = (
    <Button look={isClosed ? 'plain' : 'primary'} size="large" onPress={up} disabled={isOpening}>
      {t.joinStage}
    </Button>
  )
  const works = (
    <a href="/requirements" target="_blank">
      {t.whatWorks}
    </a>
  )

  return (
    <>
      <Top>{isLive && <LiveChip />}</Top>
      <main className={styles.door}>
        <div>
          {/* Keyed, so that the heading takes the focus when the devices open: the button that was pressed is gone. */}
          <h1 key={String(isClosed)} ref={takeFocus} tabIndex={-1} className={styles.title}>
            {t.setDevices}
          </h1>
          <p className={styles.help}>{room}</p>
          <WhoYouAre />
        </div>
        {isClosed ? (
          <>
            <div className={styles.rest}>
              <section className={styles.still} data-surface="stage">
                {you && <Avatar person={you} />}
                <p>{t.youAreOff}</p>
              </section>
              <div className={styles.ways}>
                <Way icon={Eye} title={t.asViewer} means={isLocked ? t.lockedHelp : t.asViewerMeans}>
                  {viewer}
                </Way>
                {mayGoUp && (
                  <Way icon={CircleArrowUp} title={t.onStageTitle} means={t.onStageMeans}>
                    {stage}
                  </Way>
                )}
              </div>
            </div>
            {!hasMedia && <NoMedia />}
            <p className={styles.help}>{works}</p>
          </>
        ) : (
          <>
            <SetDevices />
            <footer className={styles.foot}>
              <p className={styles.help}>
                <span>{`${isLocked ? t.lockedHelp : t.prejoinHelp} `}</span>
                {works}
              </p>
              {viewer}
              {mayGoUp && stage}
            </footer>
          </>
        )}
      </main>
    </>
  )
}

type Going = { icon: LucideIcon; title: string; means: string; children: ReactNode }

function Way({ icon: Icon, title, means, children }: Going) {
  return (
    <section className={styles.way}>
      <h2>
        <Icon aria-hidden size={24} />
        <span>{title}</span>
      </h2>
      <p className={styles.help}>{means}</p>
      {children}
    </section>
  )
}

function LiveChip() {
  const t = useMessages('core')
  const since = useLive((state) => state.session.startedAt)
  const offset = useLive((state) => state.clockOffset)
  return <Chip kind="live">{t.live({ elapsed: useElapsed(since, offset) })}</Chip>
}
