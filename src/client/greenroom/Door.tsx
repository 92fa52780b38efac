import { CircleArrowUp, Eye } from 'lucide-react'
import { wayUp } from '../../rules/policy.ts'
import { Top } from '../portal/Top.tsx'
import { Button } from '../ui/Button.tsx'
import { useIsPhone } from '../ui/is-phone.ts'
import { later } from '../ui/later.tsx'
import { useText } from '../text/text.ts'
import { useCall, useDevices, useLive } from '../ui/use-live.ts'
import styles from './Door.module.css'

const SetDevices = later(async () => (await import('./SetDevices.tsx')).SetDevices)

/** The door of the room: as a viewer, or on stage. Nothing is asked of the browser before **Join stage**. [SEED-2] */
export function Door() {
  const t = useText()
  const call = useCall()
  const isPhone = useIsPhone()
  const room = useLive((state) => state.session.name)
  const you = useLive((state) => state.you)
  const [before, after] = t.joinAs(room)
  const access = useLive((state) => state.session.access)
  const isClosed = useDevices((state) => state.status === 'closed')
  const isOpening = useDevices((state) => state.status === 'opening')
  // A phone enters as a viewer; from inside it comes on stage like everyone else. [SEED-12]
  const isLocked = useLive((state) => state.door === 'locked')
  const mayGoUp = you !== null && !isPhone && !isLocked && wayUp(you, access) === 'join'

  const asViewer = () => {
    call.devices.close()
    void call.join('viewer')
  }
  const up = () => void (isClosed ? call.devices.open() : call.join('stage'))

  return (
    <>
      <Top />
      <main className={styles.door}>
        <div>
          <h1 className={styles.title}>{t.setDevices}</h1>
          <p className={styles.help}>
            {before}
            <bdi>
              <b>{you?.name}</b>
            </bdi>
            {after}
          </p>
        </div>
        {isClosed ? (
          <div className={styles.ways}>
            <Way icon={<Eye aria-hidden size={24} />} title={t.asViewer} means={t.asViewerMeans} />
            {mayGoUp && (
              <Way icon={<CircleArrowUp aria-hidden size={24} />} title={t.onStageTitle} means={t.onStageMeans} />
            )}
          </div>
        ) : (
          <SetDevices />
        )}
        <footer className={styles.foot}>
          <p className={styles.help}>
            {isLocked ? t.doorLocked : !isClosed && t.doorHelp} {t.doorHelpViewer}{' '}
            <a href="/requirements" target="_blank">
              {t.whatWorks}
            </a>
          </p>
          <Button look={isClosed ? 'primary' : 'plain'} size="large" onPress={asViewer}>
            {t.joinAsViewer}
          </Button>
          {mayGoUp && (
            <Button
              look={isClosed ? 'plain' : 'primary'}
              size="large"
              icon={CircleArrowUp}
              onPress={up}
              disabled={isOpening}
            >
              {t.joinStage}
            </Button>
          )}
        </footer>
      </main>
    </>
  )
}

function Way({ icon, title, means }: { icon: React.ReactNode; title: string; means: string }) {
  return (
    <section className={styles.way}>
      {icon}
      <h2>{title}</h2>
      <p className={styles.help}>{means}</p>
    </section>
  )
}
