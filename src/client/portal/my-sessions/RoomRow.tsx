import { DoorOpen, EllipsisVertical, Lock, Repeat } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { navigate } from 'wouter/use-browser-location'
import type { MyRoom, MyView } from '../../../protocol/rooms.ts'
import { can } from '../../../rules/permissions/policy.ts'
import { useFormats, useLanguage, useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Chip } from '../../ui/controls/Chip.tsx'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { Menu } from '../../ui/overlays/Menu.tsx'
import { whenIn } from '../schedule/when-words.ts'
import { DeleteRoom } from './DeleteRoom.tsx'
import { dayOf } from './day-of.ts'
import styles from './MySessions.module.css'
import type { Said } from './Notice.tsx'
import { roomActs } from './room-acts.ts'
import { SaveTemplate } from './SaveTemplate.tsx'

type Props = { room: MyRoom; view: MyView; now: number; onDone: (what: Said) => void }

/** One of one's rooms: when it is, what one is there, and what one can do with it. */
export function RoomRow({ room, view, now, onDone }: Props) {
  const t = useMessages('core')
  const words = useMessages('my-sessions')
  const portal = useMessages('portal')
  const [open, setOpen] = useState<'delete' | 'template' | null>(null)
  const { name, live, role, waitingRoom, undoUntil, next, repeats } = room
  const acts = roomActs(room, { t, words, ask: setOpen, onDone })
  const close = () => setOpen(null)
  return (
    <li className={styles.room} data-live={live !== null || undefined} data-past={view === 'past' || undefined}>
      <DayMark at={live?.since ?? next?.start ?? room.endedAt} />
      {room.picture !== null && <img src={room.picture} alt="" loading="lazy" className={styles.picture} />}
      <div className={styles.what}>
        <h3 className={styles.name}>
          {undoUntil === null ? (
            <Link href={`/r/${room.room}`} dir="auto">
              {name}
            </Link>
          ) : (
            <bdi>{name}</bdi>
          )}
        </h3>
        <p className={styles.facts}>{useFacts(room, view, now).join(' · ')}</p>
      </div>
      <div className={styles.chips}>
        {repeats && (
          <Chip>
            <Repeat aria-hidden size={14} />
            <span>{words.weekly}</span>
          </Chip>
        )}
        {waitingRoom && (
          <Chip>
            <Lock aria-hidden size={14} />
            <span>{words.waitingRoom}</span>
          </Chip>
        )}
        {live && <Chip kind="live">{words.views.live}</Chip>}
      </div>
      {undoUntil !== null ? null : live ? (
        <Button look="primary" icon={DoorOpen} onPress={() => navigate(`/r/${room.room}/room`)}>
          {portal.joinNow}
        </Button>
      ) : (
        <Button onPress={() => navigate(`/r/${room.room}`)}>{words.open}</Button>
      )}
      {acts.length > 0 && (
        <Menu label={t.options({ name })} acts={acts}>
          {(opener) => <IconButton icon={EllipsisVertical} label={t.options({ name })} opener={opener} />}
        </Menu>
      )}
      {open === 'delete' && can({ role }, 'deleteRoom') && (
        <DeleteRoom room={room} onClose={close} onDone={() => onDone({ what: 'deleted', ...room })} />
      )}
      {open === 'template' && (
        <SaveTemplate room={room} onClose={close} onDone={() => onDone({ what: 'template', ...room })} />
      )}
    </li>
  )
}

/** What is said of a room under its name. */
function useFacts({ role, live, next, endedAt, undoUntil, invited }: MyRoom, view: MyView, now: number): string[] {
  const words = useMessages('my-sessions')
  const formats = useFormats()
  const language = useLanguage()
  if (undoUntil !== null) return [words.undoUntil({ at: undoUntil })]
  const you = invited === 0 ? words.yours[role] : `${words.yours[role]} · ${words.invited({ n: invited })}`
  if (live)
    return [
      you,
      words.since({ length: formats.length(now - live.since) }),
      words.watching({ stage: live.onStage, n: live.viewers }),
    ]
  if (next) return [words.at(whenIn(language, { ...next, now })), you]
  if (endedAt === null) return view === 'upcoming' ? [you, words.always, words.never] : [you, words.never]
  const isToday = new Date(endedAt).toDateString() === new Date(now).toDateString()
  return [you, words.ended({ at: endedAt, isToday })]
}

/** The day of a room, large; an open door where it has none. */
function DayMark({ at }: { at: number | null }) {
  const language = useLanguage()
  const day = at === null ? null : dayOf(at, language)
  return (
    <div className={styles.day} aria-hidden>
      {day ? (
        <>
          <b>{day.day}</b>
          <span>{day.month}</span>
        </>
      ) : (
        <DoorOpen size={22} strokeWidth={1.75} />
      )}
    </div>
  )
}
