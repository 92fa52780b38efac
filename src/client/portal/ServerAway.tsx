import { useText } from '../text/text.ts'
import { Button } from '../ui/Button.tsx'
import { Trouble } from '../ui/Trouble.tsx'

/** A page that could not ask the server what to show. */
export function ServerAway() {
  const t = useText()
  return (
    <Trouble title={t.serverAway} help={t.serverAwayHelp}>
      <Button onPress={() => location.reload()}>{t.tryAgain}</Button>
    </Trouble>
  )
}
