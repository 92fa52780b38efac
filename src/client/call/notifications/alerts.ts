import type { Event } from '../../../protocol/events.ts'
import type { PersonId } from '../../../protocol/types.ts'
import { isModerator } from '../../../rules/permissions/policy.ts'
import type { CallState, NoticeBody, ListedNotice } from '../call-state.ts'

/** What calls somebody back to the room. [ALERT-1] */
export const ALERTS = ['invited', 'hand', 'waiting', 'private'] as const
export type AlertKind = (typeof ALERTS)[number]

/** One of them: who it is about, and by what name. */
export type Alert = { kind: AlertKind; person: PersonId | null; name: string }

const KIND_OF: Partial<Record<NoticeBody['kind'], AlertKind>> = {
  invited: 'invited',
  'raised-hand': 'hand',
  'asks-to-join': 'hand',
  waits: 'waiting',
}

/** What of the list calls somebody back, after the entry of a number. */
export function alertsAfter(notificationList: readonly ListedNotice[], id: number): Alert[] {
  return notificationList.flatMap((each) => {
    const kind = each.id > id ? KIND_OF[each.kind] : undefined
    if (!kind) return []
    const name = 'name' in each ? each.name : 'by' in each ? each.by : ''
    return [{ kind, person: 'person' in each ? each.person : null, name }]
  })
}

/** A private message calls back who does not read that conversation just now. */
export function alertOfMessage(event: Event, me: PersonId | null, reading: PersonId | null): Alert | null {
  if (event.type !== 'messageWritten' || event.to === null || event.to !== me) return null
  return event.person === reading ? null : { kind: 'private', person: event.person, name: event.name }
}

/** The kinds that there are for somebody: hands, and who waits, are for moderators to answer. */
export function alertsFor(me: CallState['me']): readonly AlertKind[] {
  return me && isModerator(me.role) ? ALERTS : ALERTS.filter((kind) => kind === 'invited' || kind === 'private')
}

/** Whether what one was called back for is still so; a message stays one, read or not, until its reader looks here again. */
export function isStillOpen({ me, session }: CallState, kind: AlertKind): boolean {
  switch (kind) {
    case 'invited':
      return me?.invitation !== null && me?.place === 'viewer'
    case 'hand':
      return session.hands.size > 0
    case 'waiting':
      return session.waiting.size > 0
    case 'private':
      return true
  }
}

/** What the tab says beside the room's name. [ALERT-2] */
export type TitleWords = {
  invited: string
  hands: (a: { many: number }) => string
  waiting: (a: { many: number }) => string
  unread: string
}

/** The title of the tab: the room, after what happens in it that is for this person. */
export function titleIn({ me, session, unread }: CallState, words: TitleWords): string {
  const moderates = me !== null && isModerator(me.role)
  const happens = [
    me?.invitation && me.place === 'viewer' ? words.invited : '',
    moderates && session.waiting.size > 0 ? words.waiting({ many: session.waiting.size }) : '',
    moderates && session.hands.size > 0 ? words.hands({ many: session.hands.size }) : '',
    unread.size > 0 ? words.unread : '',
  ]
  return [...happens, session.name].filter(Boolean).join(' · ')
}
