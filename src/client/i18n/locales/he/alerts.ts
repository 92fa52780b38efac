import type { AlertsText } from '../en/alerts.ts'
import { formatsOf, isolate } from '../../formats.ts'

const { count } = formatsOf('he')

/** What calls somebody back to the room, and by what. */
export const alerts: AlertsText = {
  title: 'קריאה לחזור',
  sound: (what) => `צליל: ${what}`,
  soundsMean: 'שקט, ואחד למה שמגיע יחד.',
  notification: (what) => `התראה: ${what}`,
  notificationsMean: 'מופיעה בזמן שמביטים בחלון אחר. הדפדפן שואל פעם אחת.',
  noNotifications: 'הדפדפן הזה לא מציג התראות של דפים.',
  denied: 'הדפדפן לא מרשה התראות לדף הזה. אפשר לאשר אותן בהגדרות שליד הכתובת ולנסות שוב.',
  kinds: {
    invited: 'הזמנה לבמה',
    hand: 'יד מורמת',
    waiting: 'מישהו ממתין להיכנס',
    private: 'הודעה פרטית',
  },
  says: {
    invited: (who) => (who ? `${isolate(who)} הזמין אותך לבמה` : 'הוזמנת לבמה'),
    hand: (who) => `${isolate(who)} – יד מורמת`,
    waiting: (who) => `${isolate(who)} – בהמתנה לכניסה`,
    private: (who) => `הודעה פרטית מאת ${isolate(who)}`,
  },
  tab: {
    invited: 'הוזמנת לבמה',
    hands: (many) => count(many, { one: 'יד אחת מורמת', other: '# ידיים מורמות' }),
    waiting: (many) => count(many, { one: 'אחד ממתין', other: '# ממתינים' }),
    unread: 'הודעות חדשות',
  },
}
