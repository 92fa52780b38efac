import { useEffect } from 'react'
import { Route, Switch, useLocation, useRoute } from 'wouter'
import { LinkEntry } from '../portal/LinkEntry.tsx'
import { RoomScreen } from '../features/room/index.ts'
import { useBack } from './back.ts'
import { OtherPage } from './OtherPage.tsx'
import { keepFocus } from '../ui/focus/keep-focus.ts'
import { seenHeight } from '../ui/hooks/seen-height.ts'
import { useCallOf } from '../state/use-open-call.ts'
import { CallContext } from '../state/use-call.ts'
import { PartBoundary } from '../ui/pages/PartBoundary.tsx'

/** The way into a room, and the room. The call lives outside of the page: audio and place go on whatever happens to it. */
export function RoomPages() {
  const [path] = useLocation()
  const [, inRoom] = useRoute('/r/:room/room')
  useBack()
  useEffect(seenHeight, [])
  useEffect(keepFocus, [])
  const call = useCallOf(inRoom?.room ?? null)
  return (
    <CallContext value={call}>
      <PartBoundary key={path}>
        <Switch>
          <Route path="/i/:token">{({ token }) => <LinkEntry token={token} />}</Route>
          <Route path="/r/:room/room">{({ room }) => <RoomScreen room={room} />}</Route>
          <Route component={OtherPage} />
        </Switch>
      </PartBoundary>
    </CallContext>
  )
}
