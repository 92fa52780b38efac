import { useState } from 'react'
import type { RoomDetails, RoomPlace } from '../../../protocol/rooms.ts'
import { flatten, mergeForms, unflatten, type Field } from '../../../rules/rooms/merge.ts'
import { readForm, stageSizeFault, type FormFault } from '../../../rules/rooms/room-form.ts'
import { useMessages } from '../../i18n/messages.ts'
import { LoadingPage } from '../../ui/pages/Loading.tsx'
import { DeadEnd } from '../DeadEnd.tsx'
import { ServerAway } from '../ServerAway.tsx'
import { useAnswer } from '../use-answer.ts'
import { useSend } from '../use-send.ts'
import { readDetails, saveDetails } from './api.ts'
import { ofRoom } from '../pictures/keeper.ts'
import { RoomPicture } from '../pictures/RoomPicture.tsx'
import { FormPage } from './FormPage.tsx'
import { Meanwhile } from './Meanwhile.tsx'
import { BrandFields } from './BrandFields.tsx'
import { ScheduleFields } from './ScheduleFields.tsx'
import { NotYours } from './NotYours.tsx'
import { AboutFields, SessionFields } from './RoomFields.tsx'
import styles from './RoomForm.module.css'
import { changeFrom, useRoomForm } from './use-room-form.ts'

/** Sets what lasts around a room. [ROOM-1] */
export function EditRoom({ room }: { room: string }) {
  const [answer, again] = useAnswer(readDetails, room)
  if (!answer) return <LoadingPage />
  if ('unreachable' in answer) return <ServerAway again={again} />
  if ('ok' in answer) return <Editing details={answer.ok} />
  const { refusal, host } = answer.refused
  return refusal === 'not-allowed' ? <NotYours room={room} host={host ?? ''} /> : <DeadEnd at="room" />
}

type Between = { theirs: RoomDetails; taken: Field[]; open: Field[] }

function Editing({ details }: { details: RoomDetails }) {
  const t = useMessages('core')
  const words = useMessages('room-form')
  const [now, setNow] = useState(details)
  const { form, base, touched, change, rebase } = useRoomForm(flatten(details))
  const [between, setBetween] = useState<Between | null>(null)
  const [wrong, setWrong] = useState<FormFault | null>(null)
  const [isSaved, setSaved] = useState(false)
  const { send, fault, isBusy } = useSend()

  async function save() {
    const read = readForm(unflatten(form))
    const found = 'fault' in read ? read.fault : stageSizeFault(form.stageSize)
    setWrong(found)
    if (found) return
    const answer = await send(async () => await saveDetails(now.room, changeFrom(form, touched, now.version)))
    if (!answer) return
    if (!('now' in answer.ok)) {
      setNow(answer.ok)
      rebase(flatten(answer.ok))
      setBetween(null)
      setSaved(true)
      return
    }
    const theirs = answer.ok.now
    const merged = mergeForms(base, form, flatten(theirs))
    setNow(theirs)
    rebase(flatten(theirs), merged.form)
    setBetween({ theirs, taken: merged.taken, open: merged.open })
  }

  const isTouched = touched.length > 0
  const pictures = { pictures: details.pictures, keeperOf: (place: RoomPlace) => ofRoom(details.room, place) }
  const set = (what: Partial<typeof form>) => {
    setSaved(false)
    change(what)
  }
  return (
    <FormPage
      title={words.editTitle}
      send={words.save}
      isBusy={isBusy}
      said={isTouched ? words.notSaved : isSaved ? words.saved : ''}
      fault={wrong ? t.refusal[wrong] : fault}
      onSend={() => void save()}
      onDiscard={isTouched ? () => rebase(base) : undefined}
    >
      {between && (
        <Meanwhile
          theirs={flatten(between.theirs)}
          mine={form}
          taken={between.taken}
          open={between.open}
          onTake={(field) => set({ [field]: flatten(between.theirs)[field] })}
        />
      )}
      {now.isLive && <p className={styles.note}>{words.running}</p>}
      <div className={styles.column}>
        <AboutFields form={form} change={set} fault={wrong}>
          <RoomPicture place="picture" {...pictures} />
        </AboutFields>
        <ScheduleFields form={form} change={set} />
      </div>
      <div className={styles.column}>
        <SessionFields form={form} change={set} fault={wrong} />
        <BrandFields form={form} change={set} fault={wrong}>
          <RoomPicture place="logo" {...pictures} />
          <RoomPicture place="waiting" {...pictures} />
        </BrandFields>
      </div>
    </FormPage>
  )
}
