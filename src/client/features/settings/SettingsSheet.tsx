import { SetDevices } from '../device-setup/index.ts'
import { WhoYouAre } from '../prejoin/index.ts'
import { RoomMode, StageAccess } from '../../../protocol/types.ts'
import { can } from '../../../rules/permissions/policy.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { LanguageChoice } from '../../ui/controls/LanguageChoice.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { useFirstMessages, useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import { OWN_ACTS, useActs, useOffers } from '../acts/index.ts'
import { ACCESS_ACTS, MODE_ACTS } from './acts.ts'
import { ActCards } from './ActCards.tsx'
import { AlertChoice } from './AlertChoice.tsx'
import { AppearanceChoice } from './AppearanceChoice.tsx'
import { DataChoice } from './DataChoice.tsx'
import { HandsSwitch } from '../hands/index.ts'
import { LockRoom } from '../moderation/index.ts'
import { ReactionsSwitch } from '../reactions/index.ts'
import { StageSize } from './StageSize.tsx'
import styles from './SettingsSheet.module.css'

const { feedback, shortcuts, palette, deleteData } = OWN_ACTS

/** The settings: of the room for moderators, and one's own; each choice acts at once. [SEED-35] */
export function SettingsSheet({ onClose }: { onClose: () => void }) {
  const t = useMessages('core')
  const devices = useMessages('device-setup')
  const more = useActs({ feedback, shortcuts, palette, deleteData }, useFirstMessages(), null)
  const words = { core: t, moderation: useMessages('moderation') }
  const maySetSize = useLive((state) => state.me !== null && can(state.me, 'setStageSize'))
  const isOnStage = useLive((state) => state.me !== null && state.me.place !== 'viewer')
  return (
    <Sheet title={t.settings} onClose={onClose} wide={isOnStage}>
      <ActCards
        label={t.roomMode}
        acts={useOffers(MODE_ACTS, words, null)}
        choices={RoomMode.options.map((each) => ({ value: `mode-${each}` as const, ...t.mode[each] }))}
      />
      {maySetSize && <StageSize />}
      <ActCards
        label={t.stageAccess}
        acts={useOffers(ACCESS_ACTS, words, null)}
        choices={StageAccess.options.map((each) => ({ value: `access-${each}` as const, ...t.access[each] }))}
      />
      <ReactionsSwitch />
      <HandsSwitch />
      <LockRoom />
      <section className={styles.part}>
        <h3>{t.setDevices}</h3>
        {isOnStage ? <SetDevices /> : <p>{devices.devicesLater}</p>}
      </section>
      <section className={styles.part}>
        <h3>{t.yourName}</h3>
        <WhoYouAre />
      </section>
      <DataChoice />
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
