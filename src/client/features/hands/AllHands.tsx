import { Hand as HandIcon } from 'lucide-react'
import type { PersonId } from '../../../protocol/types.ts'
import type { Hand, PersonView } from '../../../protocol/views.ts'
import { can } from '../../../rules/permissions/policy.ts'
import { queueOf } from '../../../rules/session/session.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { useFirstMessages, useFormats, useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import { AnswerButtons, useActs } from '../acts/index.ts'
import { Group, peopleListStyles as styles, PersonRow, RowMenu, type Search } from '../people/index.ts'
import { REQUEST_ACTS } from './acts.ts'
import { HandDrags } from './HandDrags.tsx'
import { useHandDrag } from './use-hand-drag.ts'
import { useMoved } from './use-moved.ts'

/** The whole queue for moderators: each hand with its answers, and moved by dragging. [HAND-6] */
export function AllHands({ search }: { search: Search }) {
  const t = useMessages('core')
  const formats = useFormats()
  const words = useMessages('room')
  const hands = useLive((state) => queueOf(state.session))
  const people = useLive((state) => hands.map((hand) => state.session.people.get(hand.person)))
  const moved = useMoved()
  const mayMove = useLive((state) => state.me !== null && can(state.me, 'moveHand'))
  const queue = hands.map(({ person }) => person)
  if (hands.length === 0 && !search.isOn)
    return (
      <p className={styles.quiet}>
        <HandIcon aria-hidden size={16} />
        <span>{words.nobodyInQueue}</span>
      </p>
    )
  const rows = hands.flatMap((hand, n) => {
    const person = people[n]
    if (!person || !search.finds(person.name)) return []
    return <RaisedHand key={person.id} person={person} hand={hand} order={n + 1} queue={queue} mayMove={mayMove} />
  })
  if (rows.length === 0) return null
  return (
    <HandDrags queue={queue}>
      <Group
        id="hands"
        name={t.raisedHands}
        count={formats.number(rows.length)}
        mark="hand"
        note={search.isOn ? '' : moved}
        isWhole={search.isOn}
      >
        {rows}
      </Group>
    </HandDrags>
  )
}

type Row = { person: PersonView; hand: Hand; order: number; queue: readonly PersonId[]; mayMove: boolean }

function RaisedHand({ person, hand, order, queue, mayMove }: Row) {
  const t = useMessages('core')
  const words = useMessages('room')
  const drag = useHandDrag(person.id, queue, mayMove)
  const asks = hand.purpose === 'stage'
  const acts = useActs(REQUEST_ACTS, useFirstMessages(), person.id)
  const place = { viewer: asks ? t.wantsToJoin : '', backstage: t.backstage, stage: t.onStage }[person.place]
  const where = person.invitation ? t.isInvited : place
  const note = (where || hand.reason) && (
    <>
      <span>{where && hand.reason ? `${where} · ` : where}</span>
      {hand.reason && <bdi translate="yes">{words.quoted({ words: hand.reason })}</bdi>}
    </>
  )
  const isHead = order === 1
  const answers = isHead && acts.length > 0 && <AnswerButtons acts={acts} />
  return (
    <PersonRow person={person} order={order} note={note} drag={drag} answers={answers}>
      {!isHead && acts.map(({ id, name, icon, run }) => <IconButton key={id} icon={icon} label={name} onPress={run} />)}
      <RowMenu person={person} />
    </PersonRow>
  )
}
