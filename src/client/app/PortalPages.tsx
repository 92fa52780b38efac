import { useEffect } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { LazyDeadEnd } from '../portal/LazyDeadEnd.tsx'
import { useBack } from './back.ts'
import { lazyPart } from '../ui/hooks/lazy-part.tsx'
import { leadsIntoRoom } from '../../protocol/portal/addresses.ts'
import { OtherPage } from './OtherPage.tsx'
import { LoadingPage } from '../ui/pages/Loading.tsx'
import { keepFocus } from '../ui/focus/keep-focus.ts'
import { seenHeight } from '../ui/hooks/seen-height.ts'
import { PartBoundary } from '../ui/pages/PartBoundary.tsx'

const Home = lazyPart(async () => (await import('../portal/Home.tsx')).Home, <LoadingPage />)
const Requirements = lazyPart(async () => (await import('../portal/Requirements.tsx')).Requirements, <LoadingPage />)
const SignIn = lazyPart(async () => (await import('../portal/account/SignIn.tsx')).SignIn, <LoadingPage />)
const SetUp = lazyPart(async () => (await import('../portal/account/SetUp.tsx')).SetUp, <LoadingPage />)
const YourAccount = lazyPart(
  async () => (await import('../portal/account/YourAccount.tsx')).YourAccount,
  <LoadingPage />,
)
const ForgotPassword = lazyPart(
  async () => (await import('../portal/account/ForgotPassword.tsx')).ForgotPassword,
  <LoadingPage />,
)
const MailLinkPage = lazyPart(
  async () => (await import('../portal/account/MailLinkPage.tsx')).MailLinkPage,
  <LoadingPage />,
)
const StopReminders = lazyPart(
  async () => (await import('../portal/account/StopReminders.tsx')).StopReminders,
  <LoadingPage />,
)
const MailWishes = lazyPart(async () => (await import('../portal/account/MailWishes.tsx')).MailWishes, <LoadingPage />)
const Administration = lazyPart(
  async () => (await import('../portal/admin/Administration.tsx')).Administration,
  <LoadingPage />,
)
const MySessions = lazyPart(
  async () => (await import('../portal/my-sessions/MySessions.tsx')).MySessions,
  <LoadingPage />,
)
const NewRoom = lazyPart(async () => (await import('../portal/room-form/NewRoom.tsx')).NewRoom, <LoadingPage />)
const EditRoom = lazyPart(async () => (await import('../portal/room-form/EditRoom.tsx')).EditRoom, <LoadingPage />)
const SessionPage = lazyPart(async () => (await import('../portal/SessionPage.tsx')).SessionPage, <LoadingPage />)

/** The pages around the rooms, by address. */
export function PortalPages() {
  const [path] = useLocation()
  useBack()
  useEffect(seenHeight, [])
  useEffect(keepFocus, [])
  return (
    <PartBoundary key={path}>
      <Switch>
        <Route path="/" component={Home} />
        <Route path="/requirements" component={Requirements} />
        <Route path="/sign-in">
          <SignIn isNew={false} />
        </Route>
        <Route path="/sign-up">
          <SignIn isNew />
        </Route>
        <Route path="/setup/:token">{({ token }) => <SetUp token={token} />}</Route>
        <Route path="/sessions" component={MySessions} />
        <Route path="/new" component={NewRoom} />
        <Route path="/forgot" component={ForgotPassword} />
        <Route path="/account" component={YourAccount} />
        <Route path="/account/verify/:token">{({ token }) => <MailLinkPage of="verify" token={token} />}</Route>
        <Route path="/account/email/:token">{({ token }) => <MailLinkPage of="email" token={token} />}</Route>
        <Route path="/account/reset/:token">{({ token }) => <MailLinkPage of="reset" token={token} />}</Route>
        <Route path="/stop/:token">{({ token }) => <StopReminders token={token} />}</Route>
        <Route path="/mails/:room/:token">{({ room, token }) => <MailWishes room={room} token={token} />}</Route>
        <Route path="/admin">
          <Administration part="people" />
        </Route>
        <Route path="/admin/:part">{({ part }) => <Administration part={part} />}</Route>
        <Route path="/r/:room">{({ room }) => <SessionPage room={room} />}</Route>
        <Route path="/r/:room/edit">{({ room }) => <EditRoom room={room} />}</Route>
        <Route>{leadsIntoRoom(path) ? <OtherPage /> : <LazyDeadEnd at="address" />}</Route>
      </Switch>
    </PartBoundary>
  )
}
