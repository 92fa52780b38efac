import { WifiOff } from 'lucide-react'
import { useMessages } from '../i18n/messages.ts'
import { Button } from '../ui/controls/Button.tsx'
import { MessagePage } from '../ui/pages/MessagePage.tsx'

/** The page while the server cannot be reached; it tries again by itself, and at once by a press. */
export function ServerAway({ again }: { again: () => void }) {
  const t = useMessages('core')
  return (
    <MessagePage sign={WifiOff} kind="wait" title={t.serverAway} help={t.serverAwayHelp}>
      <Button size="large" onPress={again}>
        {t.tryAgain}
      </Button>
    </MessagePage>
  )
}
