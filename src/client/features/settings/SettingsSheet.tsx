import { SetDevices } from '../device-setup/index.ts'
import { WhoYouAre } from '../prejoin/index.ts'
import { RoomMode, StageAccess } from '../../../protocol/types.ts'
import { can } from '../../../rules/permissions/policy.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { RadioCards } from '../../ui/controls/RadioCards.tsx'
import { LanguageChoice } from '../../ui/controls/LanguageChoice.tsx'
import { Answers, Sheet } from '../../ui/overlays/Sheet.tsx'
import { useFirstMessages, useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import { OWN_ACTS, useActs } from '../acts/index.ts'
import { AlertChoice } from './AlertChoice.tsx'
import { AppearanceChoice } from './AppearanceChoice.tsx'
import { LineChoice } from './LineChoice.tsx'
import { LockRoom } from '../moderation/index.ts'
import { ReactionsSwitch } from '../reactions/index.ts'
import { StageSize } from './StageSize.tsx'
import styles from './SettingsSheet.module.css'

const { feedback, shortcuts, palette } = OWN_ACTS

/** The settings: stage access for who runs the room, and the own devices; each choice acts at once. [SEED-35] */
export function SettingsSheet({ onClose }: { onClose: () => void }) {
  const t = useMessages('core')
  const devices = useMessages('device-setup')
  const more = useActs({ feedback, shortcuts, palette }, useFirstMessages(), null)
  const call = useCall()
  const mode = useLive((state) => state.session.mode)
  const access = useLive((state) => state.session.access)
  const maySetAccess = useLive((state) => state.me !== null && can(state.me, 'setAccess'))
  const isOnStage = useLive((state) => state.me !== null && state.me.place !== 'viewer')
  return (
    <Sheet title={t.settings} onClose={onClose} wide={isOnStage}>
      {maySetAccess && (
        <RadioCards
          label={t.roomMode}
          value={mode}
          onChange={async (chosen) => await call.ask({ type: 'setMode', mode: chosen })}
          choices={RoomMode.options.map((value) => ({ value, ...t.mode[value] }))}
        />
      )}
      {maySetAccess && <StageSize />}
      {maySetAccess && (
        <RadioCards
          label={t.stageAccess}
          value={access}
          onChange={async (chosen) => await call.ask({ type: 'setAccess', access: chosen })}
          choices={StageAccess.options.map((value) => ({ value, ...t.access[value] }))}
        />
      )}
      <ReactionsSwitch />
      <LockRoom />
      <section className={styles.part}>
        <h3>{t.setDevices}</h3>
        {isOnStage ? <SetDevices /> : <p>{devices.devicesLater}</p>}
      </section>
      <section className={styles.part}>
        <h3>{t.yourName}</h3>
        <WhoYouAre />
      </section>
      <LineChoice />
      <AlertChoice />
      <AppearanceChoice />
      <LanguageChoice />
      <div className={styles.more}>
        {more.map(({ id, name, run }) => (
          <Button key={id} look="quiet" onPress={run}>
            {name}
          </Button>
        ))}
      </div>
      <Answers>
        <Button onPress={onClose}>{t.close}</Button>
      </Answers>
    </Sheet>
  )
}
