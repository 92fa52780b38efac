import { Switch } from '../../ui/controls/Switch.tsx'
import { useFirstMessages } from '../../i18n/messages.ts'
import { useOffers } from '../acts/index.ts'
import { REACTION_SETTING_ACTS } from './acts.ts'

/** Turns reactions on or off for the room, for moderators. [REACT-4] */
export function ReactionsSwitch() {
  const words = useFirstMessages()
  const [turnOn, turnOff] = useOffers(REACTION_SETTING_ACTS, words, null)
  if (!turnOn || !turnOff) return null
  return (
    <Switch label={words.reactions.reactions} isOn={turnOn.isOn} onChange={(on) => (on ? turnOn : turnOff).run()} />
  )
}
