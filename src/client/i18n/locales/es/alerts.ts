import type { AlertsText } from '../en/alerts.ts'
import { formatsOf } from '../../formats.ts'

const { count } = formatsOf('es')

/** What calls somebody back to the room, and by what. */
export const alerts: AlertsText = {
  title: 'Avisos para volver',
  sound: (what) => `Sonido: ${what}`,
  soundsMean: 'Suave, y uno solo para lo que llega junto.',
  notification: (what) => `Notificación: ${what}`,
  notificationsMean: 'Aparece mientras mira otra ventana. Su navegador pregunta una vez.',
  noNotifications: 'Este navegador no muestra notificaciones de una página.',
  denied:
    'Su navegador no permite notificaciones de esta página. Permítalas en los ajustes, junto a la dirección, e inténtelo de nuevo.',
  kinds: {
    invited: 'una invitación al escenario',
    hand: 'una mano levantada',
    waiting: 'alguien espera para entrar',
    private: 'un mensaje privado',
  },
  says: {
    invited: (who) => (who ? `${who} le invita al escenario` : 'Le invitan al escenario'),
    hand: (who) => `${who} ha levantado la mano`,
    waiting: (who) => `${who} espera para entrar`,
    private: (who) => `${who} le ha escrito en privado`,
  },
  tab: {
    invited: 'Tiene una invitación',
    hands: (many) => count(many, { one: '# mano', other: '# manos' }),
    waiting: (many) => count(many, { one: '# espera', other: '# esperan' }),
    unread: 'Mensajes nuevos',
  },
}
