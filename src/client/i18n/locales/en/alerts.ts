import { formatsOf } from '../../formats.ts'

const { count } = formatsOf('en')

/** What calls somebody back to the room, and by what. */
export const alerts = {
  title: 'Being called back',
  sound: (what: string) => `Sound: ${what}`,
  soundsMean: 'Quiet, and one for what comes together.',
  notification: (what: string) => `Notification: ${what}`,
  notificationsMean: 'Shown while you look at another window. Your browser asks once.',
  noNotifications: 'This browser shows no notifications of a page.',
  denied:
    'Your browser allows this page no notifications. Allow them in its settings, beside the address, and try again.',
  kinds: {
    invited: 'an invitation to the stage',
    hand: 'a raised hand',
    waiting: 'somebody waits to come in',
    private: 'a private message',
  },
  says: {
    invited: (who: string) => (who ? `${who} invites you to the stage` : 'You are invited to the stage'),
    hand: (who: string) => `${who} raised a hand`,
    waiting: (who: string) => `${who} waits to come in`,
    private: (who: string) => `${who} wrote to you privately`,
  },
  tab: {
    invited: 'You are invited',
    hands: (many: number) => count(many, { one: '# hand', other: '# hands' }),
    waiting: (many: number) => count(many, { one: '# waits', other: '# wait' }),
    unread: 'New messages',
  },
}

export type AlertsText = typeof alerts
