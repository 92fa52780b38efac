import type { AlertsText } from '../en/alerts.ts'
import { formatsOf } from '../../formats.ts'

const { count } = formatsOf('de')

/** What calls somebody back to the room, and by what. */
export const alerts: AlertsText = {
  title: 'Zurückgerufen werden',
  sound: (what) => `Ton: ${what}`,
  soundsMean: 'Leise, und einer für alles, was zusammen kommt.',
  notification: (what) => `Mitteilung: ${what}`,
  notificationsMean: 'Erscheint, während Sie ein anderes Fenster ansehen. Ihr Browser fragt einmal.',
  noNotifications: 'Dieser Browser zeigt keine Mitteilungen einer Seite.',
  denied:
    'Ihr Browser erlaubt dieser Seite keine Mitteilungen. Erlauben Sie sie in seinen Einstellungen neben der Adresse und versuchen Sie es noch einmal.',
  kinds: {
    invited: 'eine Einladung auf die Bühne',
    hand: 'eine gehobene Hand',
    waiting: 'jemand wartet auf Einlass',
    private: 'eine private Nachricht',
  },
  says: {
    invited: (who) => (who ? `${who} lädt Sie auf die Bühne ein` : 'Sie sind auf die Bühne eingeladen'),
    hand: (who) => `${who} hat die Hand gehoben`,
    waiting: (who) => `${who} wartet auf Einlass`,
    private: (who) => `${who} hat Ihnen privat geschrieben`,
  },
  tab: {
    invited: 'Sie sind eingeladen',
    hands: (many) => count(many, { one: '# Hand', other: '# Hände' }),
    waiting: (many) => count(many, { one: '# wartet', other: '# warten' }),
    unread: 'Neue Nachrichten',
  },
}
