import { useState } from 'react'
import { useSearch } from 'wouter'
import { navigate } from 'wouter/use-browser-location'
import type { RoomForm, RoomPictures, RoomPlace } from '../../../protocol/rooms.ts'
import { EARLY_MINUTES } from '../../../protocol/schedule.ts'
import { readName } from '../../../protocol/names.ts'
import { ALL_FIELDS, flatten, unflatten, type FlatForm } from '../../../rules/rooms/merge.ts'
import { readForm, stageSizeFault, type FormFault } from '../../../rules/rooms/room-form.ts'
import { MODES } from '../../../rules/session/modes.ts'
import { useMessages } from '../../i18n/messages.ts'
import { TextField } from '../../ui/controls/TextField.tsx'
import { LoadingPage } from '../../ui/pages/Loading.tsx'
import { MayNotCreate } from '../account/MayNotCreate.tsx'
import { useAccount } from '../account/use-account.ts'
import { makeRoom } from '../api.ts'
import { keepsCookies } from '../keeps-cookies.ts'
import { LazyNoCookies } from '../LazyNoCookies.tsx'
import { Button } from '../../ui/controls/Button.tsx'
import { ServerAway } from '../ServerAway.tsx'
import { useAnswer } from '../use-answer.ts'
import { useSend } from '../use-send.ts'
import { readDetails, readTemplates, saveDetails } from './api.ts'
import { LaterPictures } from '../pictures/keeper.ts'
import { RoomPicture } from '../pictures/RoomPicture.tsx'
import { FormPage } from './FormPage.tsx'
import { BrandFields } from './BrandFields.tsx'
import { ScheduleFields } from './ScheduleFields.tsx'
import { AboutFields, SessionFields } from './RoomFields.tsx'
import styles from './RoomForm.module.css'
import { Templates } from './Templates.tsx'
import { changeFrom, useRoomForm } from './use-room-form.ts'

/** A room of which nothing has been set. */
const PLAIN: RoomForm = {
  name: '',
  description: '',
  tags: [],
  early: EARLY_MINUTES,
  schedule: null,
  brand: { accent: '', waitingText: '', leaveTo: '' },
  settings: {
    mode: 'interactive',
    ...MODES.interactive,
    reactions: true,
    hands: true,
    chat: true,
    privateChat: true,
    waitingRoom: false,
  },
}

/** Makes a room with all that it can be set to; of another room, or of a template, where one is named. [ROOM-10] */
export function NewRoom() {
  const room = new URLSearchParams(useSearch()).get('room')
  return room === null ? <Making from={flatten(PLAIN)} /> : <Duplicating key={room} room={room} />
}

function Duplicating({ room }: { room: string }) {
  const [answer, again] = useAnswer(readDetails, room)
  if (!answer) return <LoadingPage />
  if ('unreachable' in answer) return <ServerAway again={again} />
  return 'ok' in answer ? (
    <Making from={flatten(answer.ok)} host={answer.ok.host} of={answer.ok.pictures} />
  ) : (
    <Making from={flatten(PLAIN)} />
  )
}

const askTemplates = async () => await readTemplates()

function Making({ from, host: before = '', of = null }: { from: FlatForm; host?: string; of?: RoomPictures | null }) {
  const t = useMessages('core')
  const words = useMessages('room-form')
  const portal = useMessages('portal')
  const { page } = useAccount()
  const { form, change } = useRoomForm(from)
  const [typedHost, setHost] = useState<string | null>(null)
  const host = typedHost ?? page?.account?.name ?? before
  const [wrong, setWrong] = useState<FormFault | null>(null)
  const [hostWrong, setHostWrong] = useState(false)
  const [isKept, setIsKept] = useState(true)
  const [made, setMade] = useState<string | null>(null)
  const [answer, again] = useAnswer(askTemplates, '')
  const { send, fault, isBusy } = useSend()
  const [later] = useState(() => new LaterPictures(of))
  const pictures = { pictures: of, keeperOf: (place: RoomPlace) => later.of(place), isLater: true }
  const templates = answer && 'ok' in answer ? answer.ok.templates : []

  async function create() {
    const read = readForm(unflatten(form))
    const found = 'fault' in read ? read.fault : stageSizeFault(form.stageSize)
    const isHostWrong = 'fault' in readName(host)
    setWrong(found)
    setHostWrong(isHostWrong)
    if (found || isHostWrong) return
    const keeps = await keepsCookies()
    setIsKept(keeps)
    if (!keeps) return
    const { name, mode } = form
    const room = made ?? (await send(async () => await makeRoom({ name, host, mode })))?.ok.room
    if (!room) return
    setMade(room)
    if (!(await send(async () => await later.send(room)))) return
    if (await send(async () => await saveDetails(room, changeFrom(form, ALL_FIELDS, 0)))) navigate(`/r/${room}`)
  }

  if (page?.mayCreate)
    return (
      <FormPage title={portal.createRoom}>
        <MayNotCreate why={page.mayCreate} />
      </FormPage>
    )
  return (
    <FormPage
      title={portal.createRoom}
      send={made ? words.save : portal.createRoom}
      isBusy={isBusy}
      said={made && fault ? words.notAllOf : ''}
      fault={wrong ? t.refusal[wrong] : fault}
      onSend={() => void create()}
    >
      {!isKept && (
        <LazyNoCookies>
          <Button type="submit">{t.tryAgain}</Button>
        </LazyNoCookies>
      )}
      {templates.length > 0 && (
        <Templates templates={templates} onPick={(picked) => change(flatten(picked ?? PLAIN))} onDeleted={again} />
      )}
      <div className={styles.column}>
        <AboutFields form={form} change={change} fault={wrong}>
          <RoomPicture place="picture" {...pictures} />
        </AboutFields>
        <section className={styles.card}>
          <TextField
            label={t.yourName}
            value={host}
            onChange={setHost}
            autoComplete="name"
            fault={hostWrong ? t.refusal['name-empty'] : null}
          />
        </section>
        <ScheduleFields form={form} change={change} />
      </div>
      <div className={styles.column}>
        <SessionFields form={form} change={change} fault={wrong} />
        <BrandFields form={form} change={change} fault={wrong}>
          <RoomPicture place="logo" {...pictures} />
          <RoomPicture place="waiting" {...pictures} />
        </BrandFields>
      </div>
    </FormPage>
  )
}
