import type { Event } from '../../../protocol/events.ts'
import type { PersonId } from '../../../protocol/types.ts'
import { isModerator } from '../../../rules/permissions/policy.ts'
import type { CallState, NoticeBody, ListedNotice } from '../call-state.ts'

/** What calls a person back to the room by sound and notification. [ALERT-1] */
export const ALERTS = ['invited', 'hand', 'waiting', 'private'] as const
export type AlertKind = (typeof ALERTS)[number]

/** One alert: the person it is about, and their name. */
export type Alert = { kind: AlertKind; person: PersonId | null; name: string }

const KIND_OF: Partial<Record<NoticeBody['kind'], AlertKind>> = {
  invited: 'invited',
  'raised-hand': 'hand',
  'asks-to-join': 'hand',
  waits: 'waiting',
}

/** The alerts among the notices after a number. */
export function alertsAfter(notificationList: readonly ListedNotice[], id: number): Alert[] {
  return notificationList.flatMap((each) => {
    const kind = each.id > id ? KIND_OF[each.kind] : undefined
    if (!kind) return []
    const name = 'name' in each ? each.name : 'by' in each ? each.by : ''
    return [{ kind, person: 'person' in each ? each.person : null, name }]
  })
}

/** A private message alerts a person who is not reading that conversation now. */
export function alertOfMessage(event: Event, me: PersonId | null, reading: PersonId | null): Alert | null {
  if (event.type !== 'messageWritten' || event.to === null || event.to !== me) return null
  return event.person === reading ? null : { kind: 'private', person: event.person, name: event.name }
}

/** The alerts that exist for a person: hands and the lobby are for moderators. */
export function alertsFor(me: CallState['me']): readonly AlertKind[] {
  return me && isModerator(me.role) ? ALERTS : ALERTS.filter((kind) => kind === 'invited' || kind === 'private')
}

/** Whether the reason of an alert still holds. A message counts until its reader looks here again. */
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

/** The words of the tab's title besides the room's name. [ALERT-2] */
export type TitleWords = {
  invited: string
  hands: (a: { many: number }) => string
  waiting: (a: { many: number }) => string
  unread: string
}

/** The tab's title: the room, after what needs this person there. */
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
