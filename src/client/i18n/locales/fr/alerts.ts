import type { AlertsText } from '../en/alerts.ts'
import { formatsOf } from '../../formats.ts'

const { count } = formatsOf('fr')

/** What calls somebody back to the room, and by what. */
export const alerts: AlertsText = {
  title: 'Être rappelé',
  sound: (what) => `Son : ${what}`,
  soundsMean: 'Doux, et un seul pour ce qui arrive ensemble.',
  notification: (what) => `Notification : ${what}`,
  notificationsMean: 'Affichée pendant que vous regardez une autre fenêtre. Votre navigateur demande une fois.',
  noNotifications: 'Ce navigateur n’affiche pas les notifications d’une page.',
  denied:
    'Votre navigateur refuse les notifications de cette page. Autorisez-les dans ses réglages, à côté de l’adresse, puis réessayez.',
  kinds: {
    invited: 'une invitation sur scène',
    hand: 'une main levée',
    waiting: 'quelqu’un attend pour entrer',
    private: 'un message privé',
  },
  says: {
    invited: (who) => (who ? `${who} vous invite sur scène` : 'Vous êtes invité sur scène'),
    hand: (who) => `${who} a levé la main`,
    waiting: (who) => `${who} attend pour entrer`,
    private: (who) => `${who} vous a écrit en privé`,
  },
  tab: {
    invited: 'Vous êtes invité',
    hands: (many) => count(many, { one: '# main', other: '# mains' }),
    waiting: (many) => count(many, { one: '# attend', other: '# attendent' }),
    unread: 'Nouveaux messages',
  },
}
