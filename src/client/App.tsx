import { DeadEndLater } from './portal/DeadEndLater.tsx'
import { LinkEntry } from './portal/LinkEntry.tsx'
import { RoomScreen } from './room/RoomScreen.tsx'
import { later } from './ui/later.tsx'
import { ComingPage } from './ui/Coming.tsx'
import { usePath } from './ui/navigate.ts'

// A viewer's whole way in is one file, smaller than its parts; these are for others.
const Home = later(async () => (await import('./portal/Home.tsx')).Home, <ComingPage />)
const Requirements = later(async () => (await import('./portal/Requirements.tsx')).Requirements, <ComingPage />)
const SessionPage = later(async () => (await import('./portal/SessionPage.tsx')).SessionPage, <ComingPage />)

/** The page of each address. */
export function App() {
  const [first, second, third, rest] = usePath().split('/').filter(Boolean)
  if (first === undefined) return <Home />
  if (first === 'requirements' && !second) return <Requirements />
  if (first === 'i' && second && !third) return <LinkEntry token={second} />
  if (first === 'r' && second && !third) return <SessionPage room={second} />
  if (first === 'r' && second && third === 'room' && !rest) return <RoomScreen key={second} room={second} />
  return <DeadEndLater at="address" />
}
