import { useEffect } from 'react'
import { DeadEndLater } from '../portal/DeadEndLater.tsx'
import { LinkEntry } from '../portal/LinkEntry.tsx'
import { RoomScreen } from '../features/room/RoomScreen.tsx'
import { useBack } from './back.ts'
import { later } from '../ui/hooks/lazy-part.tsx'
import { LoadingPage } from '../ui/pages/Loading.tsx'
import { usePath } from './navigate.ts'
import { seenHeight } from '../ui/hooks/seen-height.ts'
import { useCallOf } from '../state/use-open-call.ts'
import { CallContext } from '../state/use-call.ts'
import { PartBoundary } from '../ui/pages/PartBoundary.tsx'

// A viewer's whole way in is one file, smaller than its parts; these are for others.
const Home = later(async () => (await import('../portal/Home.tsx')).Home, <LoadingPage />)
const Requirements = later(async () => (await import('../portal/Requirements.tsx')).Requirements, <LoadingPage />)
const SessionPage = later(async () => (await import('../portal/SessionPage.tsx')).SessionPage, <LoadingPage />)

/** The page of each address. The call of a room is none of the page: whatever happens to that, sound and place go on. */
export function App() {
  const path = usePath()
  useBack()
  useEffect(seenHeight, [])
  const parts = path.split('/').filter(Boolean)
  const call = useCallOf(roomOf(parts))
  return (
    <CallContext value={call}>
      <PartBoundary key={path}>
        <Page parts={parts} />
      </PartBoundary>
    </CallContext>
  )
}

/** The room in which one is, or at whose door. */
function roomOf([first, second, third, rest]: readonly string[]): string | null {
  return first === 'r' && second && third === 'room' && !rest ? second : null
}

function Page({ parts }: { parts: readonly string[] }) {
  const [first, second, third] = parts
  const room = roomOf(parts)
  if (first === undefined) return <Home />
  if (first === 'requirements' && !second) return <Requirements />
  if (first === 'i' && second && !third) return <LinkEntry token={second} />
  if (first === 'r' && second && !third) return <SessionPage room={second} />
  return room === null ? <DeadEndLater at="address" /> : <RoomScreen room={room} />
}
