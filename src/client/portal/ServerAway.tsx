import { WifiOff } from 'lucide-react'
import { useText } from '../text/text.ts'
import { Button } from '../ui/Button.tsx'
import { Trouble } from '../ui/Trouble.tsx'

/** A page that could not ask the server what to show; it asks again by itself, and at once by a press. */
export function ServerAway({ again }: { again: () => void }) {
  const t = useText()
  return (
    <Trouble sign={WifiOff} kind="wait" title={t.serverAway} help={t.serverAwayHelp}>
      <Button size="large" onPress={again}>
        {t.tryAgain}
      </Button>
    </Trouble>
  )
}
