import { SearchX, Unlink } from 'lucide-react'
import { useEndsText, useText } from '../text/text.ts'
import { Button } from '../ui/Button.tsx'
import { navigate } from '../ui/navigate.ts'
import { Trouble } from '../ui/Trouble.tsx'

/** An address that leads nowhere, a room that is not there, or a link that does not work any more; and the way home. [ENTER-4] */
export function DeadEnd({ at, host }: { at: 'address' | 'room' | 'link'; host?: string | undefined }) {
  const t = useText()
  const words = useEndsText()
  const help = { address: words.nothingHereHelp, room: words.noRoomHelp, link: words.linkBrokenHelp(host) }[at]
  return (
    <Trouble
      sign={at === 'link' ? Unlink : SearchX}
      title={at === 'link' ? words.linkBroken : words.nothingHere}
      help={help}
    >
      <Button size="large" onPress={() => navigate('/')}>
        {t.home}
      </Button>
    </Trouble>
  )
}
