import { lazy, Suspense } from 'react'
import { Home } from './portal/Home.tsx'
import { LinkEntry } from './portal/LinkEntry.tsx'
import { SessionPage } from './portal/SessionPage.tsx'
import { Button } from './ui/Button.tsx'
import { navigate, usePath } from './ui/navigate.ts'
import { useText } from './ui/text.ts'
import { Trouble } from './ui/Trouble.tsx'

const RoomScreen = lazy(async () => ({ default: (await import('./room/RoomScreen.tsx')).RoomScreen }))

/** The page of each address. */
export function App() {
  const t = useText()
  const [first, second, third, rest] = usePath().split('/').filter(Boolean)
  if (first === undefined) return <Home />
  if (first === 'i' && second && !third) return <LinkEntry token={second} />
  if (first === 'r' && second && !third) return <SessionPage room={second} />
  if (first === 'r' && second && third === 'room' && !rest)
    return (
      <Suspense fallback={<Trouble title={t.rostrum} help={t.loading} />}>
        <RoomScreen key={second} room={second} />
      </Suspense>
    )
  return (
    <Trouble title={t.nothingHere} help={t.nothingHereHelp}>
      <Button onPress={() => navigate('/')}>{t.home}</Button>
    </Trouble>
  )
}
