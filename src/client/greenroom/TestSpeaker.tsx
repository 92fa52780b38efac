import { Volume2 } from 'lucide-react'
import { useState } from 'react'
import { chime } from '../live/chime.ts'
import { Button } from '../ui/Button.tsx'
import { useDevicesText } from '../text/text.ts'
import { useDevices } from '../ui/use-live.ts'

/** A sound to hear whether one hears. */
export function TestSpeaker() {
  const words = useDevicesText()
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
