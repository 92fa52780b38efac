import { Switch } from '../../ui/controls/Switch.tsx'
import { useFirstMessages } from '../../i18n/messages.ts'
import { useOffers } from '../acts/index.ts'
import { HAND_SETTING_ACTS } from './setting-acts.ts'

/** Turns raised hands on or off for the room, for moderators. [HAND-9] */
export function HandsSwitch() {
  const words = useFirstMessages()
  const [turnOn, turnOff] = useOffers(HAND_SETTING_ACTS, words, null)
  if (!turnOn || !turnOff) return null
  return <Switch label={words.core.raisingHands} isOn={turnOn.isOn} onChange={(on) => (on ? turnOn : turnOff).run()} />
}
