import { DoorOpen, Eye, Pencil } from 'lucide-react'
import { useState } from 'react'
import type { RoomPage } from '../../protocol/http.ts'
import { can, isModerator } from '../../rules/permissions/policy.ts'
import { Button } from '../ui/controls/Button.tsx'
import { Chip } from '../ui/controls/Chip.tsx'
import { navigate } from 'wouter/use-browser-location'
import { useMessages } from '../i18n/messages.ts'
import { LoadingPage } from '../ui/pages/Loading.tsx'
import { useTitle } from '../ui/hooks/use-title.ts'
import { useElapsed } from '../ui/hooks/use-elapsed.ts'
import { ClaimRoom } from './account/ClaimRoom.tsx'
import { AskIn } from './AskIn.tsx'
import { readRoom } from './api.ts'
import { DeadEnd } from './DeadEnd.tsx'
import { InviteLinks } from './InviteLinks.tsx'
import { useKeepsCookies } from './keeps-cookies.ts'
import { Members } from './members/Members.tsx'
import { NoCookies } from './NoCookies.tsx'
import { Prepare } from './Prepare.tsx'
import { Reload } from '../ui/pages/Reload.tsx'
import { Logo } from './pictures/Shown.tsx'
import { About } from './room-form/About.tsx'
import { Speakers } from './room-form/Speakers.tsx'
import { accentColours } from '../ui/room-look.ts'
import { readAbout } from './room-form/api.ts'
import { DeletedRoom } from './room-form/DeletedRoom.tsx'
import { Timing } from './schedule/Timing.tsx'
import { ServerAway } from './ServerAway.tsx'
import styles from './SessionPage.module.css'
import { useAnswer } from './use-answer.ts'
import { PortalTop } from './PortalTop.tsx'

/** The session page of a room: what it is, the way in, and the links for others. */
export function SessionPage({ room }: { room: string }) {
  const [answer, again] = useAnswer(readRoom, room)
  if (!answer) return <LoadingPage />
  if ('unreachable' in answer) return <ServerAway again={again} />
  if ('refused' in answer)
    return answer.refused.refusal === 'room-deleted' ? (
      <DeletedRoom room={room} onBack={again} />
    ) : (
      <DeadEnd at="room" />
    )
  return <Page page={answer.ok} />
}

function Page({ page }: { page: RoomPage }) {
  const t = useMessages('core')
  const words = useMessages('portal')
  const sessions = useMessages('my-sessions')
  const { live, you, links } = page
  useTitle(page.name)
  const isKept = useKeepsCookies(you === null)
  const [answer, lookAgain] = useAnswer(readAbout, page.room)
  const about = answer && 'ok' in answer ? answer.ok : undefined
  // How far the server's clock is ahead of this machine's, in ms.
  const [ahead] = useState(() => page.now - Date.now())
  return (
    <>
      <PortalTop />
      <main className={styles.page} style={about && accentColours(about.brand.accent)}>
        <section className={styles.about}>
          {about && <Logo pictures={about.pictures} />}
          <div className={styles.chips}>
            {live && <LiveChip since={live.since} ahead={ahead} />}
            <Chip>{t.mode[page.mode].name}</Chip>
            <Chip>{t.access[page.access].name}</Chip>
          </div>
          <h1 className={styles.title}>
            <bdi>{page.name}</bdi>
          </h1>
          {isKept === false ? (
            <NoCookies>
              <Reload words={t.tryAgain} />
            </NoCookies>
          ) : you ? (
            <div className={styles.acts}>
              <Button look="primary" size="large" icon={DoorOpen} onPress={() => navigate(`/r/${page.room}/room`)}>
                {words.joinNow}
              </Button>
              {can(you, 'editRoom') && (
                <Button size="large" icon={Pencil} onPress={() => navigate(`/r/${page.room}/edit`)}>
                  {sessions.edit}
                </Button>
              )}
            </div>
          ) : (
            <>
              <p className={styles.help} role="status">
                {isKept && words.needLink({ host: page.host })}
              </p>
              {isKept && live && <AskIn room={page.room} />}
            </>
          )}
          {about?.timing && <Timing timing={about.timing} onCome={lookAgain} />}
          {about && <About about={about} />}
          {about && <Speakers speakers={about.speakers} />}
          {(live || page.endedAt !== null || !about?.timing) && <Facts page={page} />}
          {page.isClaimable && <ClaimRoom room={page.room} />}
        </section>
        <div className={styles.aside}>
          {links && <InviteLinks room={page.room} links={links} />}
          {you && can(you, 'prepareContent') && <Prepare room={page.room} you={you} />}
          {page.you && can(page.you, 'setMembers') && <Members room={page.room} />}
        </div>
      </main>
    </>
  )
}

/** Who is there while it is live; else when it was last, or that nobody has come yet. */
function Facts({ page }: { page: RoomPage }) {
  const words = useMessages('portal')
  const { live } = page
  return (
    <p className={styles.facts}>
      <Eye aria-hidden size={20} />
      {live ? (
        <span>
          <b>{words.watching({ n: live.viewers })}</b>
          <span className={styles.help}>
            {words.stageAndHands({ stage: live.onStage, size: page.stageSize, hands: live.hands })}
          </span>
        </span>
      ) : page.endedAt === null ? (
        <span className={styles.help}>{words.notLive}</span>
      ) : (
        <Over page={page} at={page.endedAt} />
      )}
    </p>
  )
}

/** Between two sessions: when the last one ended, and who can start the next. [END-5] */
function Over({ page, at }: { page: RoomPage; at: number }) {
  const words = useMessages('ended')
  const today = new Date(page.now).toDateString()
  return (
    <span>
      <b>{words.endedAt({ at, isToday: new Date(at).toDateString() === today })}</b>
      <span className={styles.help}>
        {page.you && isModerator(page.you.role) ? words.endedModerator : words.endedOther({ host: page.host })}
      </span>
    </span>
  )
}

function LiveChip({ since, ahead }: { since: number; ahead: number }) {
  const t = useMessages('core')
  return <Chip kind="live">{t.live({ elapsed: useElapsed(since, ahead) })}</Chip>
}
