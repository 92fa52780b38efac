import { CircleArrowUp } from 'lucide-react'
import { Button } from '../../ui/controls/Button.tsx'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useDevices, useLive } from '../../state/use-call.ts'
import styles from './InvitationSheet.module.css'
import { NoMedia } from '../stage/index.ts'

// Nothing about devices is loaded before the press. [DEVICE-1]
const SetDevices = lazyPart(async () => (await import('../device-setup/SetDevices.tsx')).SetDevices)

/** The pop-up of an invitation: two answers, with devices inside. The browser is asked for nothing before a press. [SEED-27] [DEVICE-1] */
export function InvitationSheet() {
  const t = useMessages('core')
  const words = useMessages('device-setup')
  const call = useCall()
  const by = useLive((state) => state.me?.invitation?.by ?? null)
  const isHeld = useLive((state) => state.me?.invitation?.hold ?? false)
  const who = useLive((state) => state.session.people.get(by ?? '')?.name ?? '')
  const isClosed = useDevices((state) => state.status === 'closed')
  const isOpening = useDevices((state) => state.status === 'opening')

  const hasMedia = useLive((state) => state.media !== 'unsupported')

  const open = () => void call.devices.open()
  const join = () => (isClosed ? open() : void call.goOnStage())
  const decline = () => {
    call.devices.close()
    void call.ask({ type: 'declineInvitation' })
  }

  return (
    <Sheet title={words.invited} wide={!isClosed}>
      <p className={styles.help}>{isHeld ? words.invitedHeld({ who }) : words.invitedBy({ who })}</p>
      {!hasMedia && <NoMedia />}
      {!isClosed && <SetDevices />}
      <div className={styles.foot}>
        <p className={styles.help}>{!hasMedia ? '' : isClosed ? words.beforePreview : words.previewHelp}</p>
        <Answers>
          <Button size="large" onPress={decline}>
            {words.declineInvitation}
          </Button>
          {hasMedia && isClosed && (
            <Button size="large" onPress={open}>
              {t.setDevices}
            </Button>
          )}
          {hasMedia && (
            <Button size="large" look="primary" icon={CircleArrowUp} onPress={join} disabled={isOpening}>
              {words.joinStageInvited}
            </Button>
          )}
        </Answers>
      </div>
    </Sheet>
  )
}
