import { Volume2 } from 'lucide-react'
import { useState } from 'react'
import { chime } from '../../call/notifications/chime.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useDevices } from '../../state/use-call.ts'

/** Plays a sound to test the speaker. */
export function TestSpeaker() {
  const words = useMessages('device-setup')
  const speaker = useDevices((state) => state.chosen.speaker)
  const [isPlaying, setIsPlaying] = useState(false)
  const play = () => {
    setIsPlaying(true)
    chime('test', speaker)
      .catch(() => {})
      .finally(() => setIsPlaying(false))
  }
  return (
    <Button size="small" icon={Volume2} onPress={play}>
      {isPlaying ? words.playing : words.testSpeaker}
    </Button>
  )
}
