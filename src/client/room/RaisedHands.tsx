import type { HTMLAttributes } from 'react'
import type { Hand, PersonView } from '../../protocol/views.ts'
import { can, runs } from '../../rules/policy.ts'
import { queueOf } from '../../rules/session.ts'
import { Button } from '../ui/Button.tsx'
import { useText } from '../ui/text.ts'
import { useCall, useLive } from '../ui/use-live.ts'
import { Group } from './Group.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { PersonRow } from './PersonRow.tsx'
import { useHandDrag } from './use-hand-drag.ts'

/** The queue of hands, in its one order; who runs the room answers here. [HAND-2] */
export function RaisedHands({ matches }: { matches: (name: string) => boolean }) {
  const isRunner = useLive((state) => state.me !== null && runs(state.me.role))
  return isRunner ? <AllHands matches={matches} /> : <FirstHands matches={matches} />
}

function AllHands({ matches }: { matches: (name: string) => boolean }) {
  const t = useText()
  const hands = useLive((state) => queueOf(state.session))
  const people = useLive((state) => hands.map((hand) => state.session.people.get(hand.person)))
  const moved = useMoved()
  const mayMove = useLive((state) => state.me !== null && can(state.me, 'moveHand'))
  const dragOf = useHandDrag(
    hands.map(({ person }) => person),
    mayMove,
  )
  if (hands.length === 0) return null
  return (
    <Group name={t.raisedHands} count={String(hands.length)} mark="hand" note={moved}>
      {hands.map((hand, n) => {
        const person = people[n]
        return person && matches(person.name) ? (
          <RaisedHand key={person.id} person={person} hand={hand} order={n + 1} drag={dragOf(person.id)} />
        ) : null
      })}
    </Group>
  )
}

/** Why the order is another one than that of raising. [HAND-6] */
function useMoved(): string {
  const t = useText()
  const moved = useLive((state) => state.audience.moved)
  return moved ? t.handMoved(moved.by, moved.name) : ''
}

type Row = { person: PersonView; hand: Hand; order: number; drag: HTMLAttributes<HTMLLIElement> }

function RaisedHand({ person, hand, order, drag }: Row) {
  const t = useText()
  const call = useCall()
  const me = useLive((state) => state.me)
  const asks = hand.purpose === 'stage'
  const isFree = person.place === 'viewer' && !person.invitation
  const mayBring = me !== null && isFree && can(me, 'invite', person)
  const mayDecline = me !== null && asks && !person.invitation && can(me, 'declineRequest', person)
  const place = { viewer: asks ? t.wantsToJoin : '', wings: t.wings, stage: t.onStage }[person.place]
  const where = person.invitation ? t.isInvited : place
  const note = [where, hand.reason].filter(Boolean).join(' · ')
  return (
    <PersonRow person={person} order={order} note={note} drag={drag}>
      {mayBring && (
        <Button
          size="small"
          look={order === 1 ? 'primary' : 'plain'}
          onPress={() => void call.ask({ type: 'invite', person: person.id })}
        >
          {t.bringToStage}
        </Button>
      )}
      {mayDecline && (
        <Button size="small" look="quiet" onPress={() => void call.ask({ type: 'declineRequest', person: person.id })}>
          {t.decline}
        </Button>
      )}
      <PersonMenu person={person} />
    </PersonRow>
  )
}

function FirstHands({ matches }: { matches: (name: string) => boolean }) {
  const t = useText()
  const audience = useLive((state) => state.audience)
  const { heads, hands } = audience
  const moved = useMoved()
  if (hands === 0) return null
  return (
    <Group name={t.raisedHands} count={String(hands)} mark="hand" note={moved}>
      {heads.map((head, n) =>
        matches(head.name) ? (
          <PersonRow
            key={head.person}
            person={{ id: head.person, name: head.name, role: head.role }}
            order={n + 1}
            note={head.purpose === 'stage' ? t.wantsToJoin : ''}
          />
        ) : null,
      )}
      {hands > heads.length && <li>{t.more(hands - heads.length)}</li>}
    </Group>
  )
}
