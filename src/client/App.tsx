import { LinkEntry } from './portal/LinkEntry.tsx'
import { RoomScreen } from './room/RoomScreen.tsx'
import { later } from './ui/later.tsx'
import { Button } from './ui/Button.tsx'
import { navigate, usePath } from './ui/navigate.ts'
import { useText } from './text/text.ts'
import { Trouble } from './ui/Trouble.tsx'

// A viewer's whole way in is one file, smaller than its parts; these are for others.
const Home = later(async () => (await import('./portal/Home.tsx')).Home)
const Requirements = later(async () => (await import('./portal/Requirements.tsx')).Requirements)
const SessionPage = later(async () => (await import('./portal/SessionPage.tsx')).SessionPage)

/** The page of each address. */
export function App() {
  const t = useText()
  const [first, second, third, rest] = usePath().split('/').filter(Boolean)
  if (first === undefined) return <Home />
  if (first === 'requirements' && !second) return <Requirements />
  if (first === 'i' && second && !third) return <LinkEntry token={second} />
  if (first === 'r' && second && !third) return <SessionPage room={second} />
  if (first === 'r' && second && third === 'room' && !rest) return <RoomScreen key={second} room={second} />
  return (
    <Trouble title={t.nothingHere} help={t.nothingHereHelp}>
      <Button onPress={() => navigate('/')}>{t.home}</Button>
    </Trouble>
  )
}
