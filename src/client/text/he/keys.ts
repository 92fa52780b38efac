import { completed } from '../draft.ts'
import { keys as english, type KeysText } from '../en/keys.ts'

/** The list of the keys. */
export const keys: KeysText = completed(english, {
  title: 'קיצורי מקלדת',
  on: 'שימוש בקיצורים של אות אחת',
  help: 'הם אינם פועלים בזמן הקלדה.',
  space: 'רווח',
  arrows: 'מקשי החצים',
  keys: {
    m: 'הפעלה או כיבוי של המיקרופון',
    v: 'הפעלה או כיבוי של המצלמה',
    space: 'דיבור כל עוד המקש לחוץ, במיקרופון כבוי על הבמה',
    h: 'הרמה או הורדה של היד',
    c: 'פתיחה או סגירה של הצ׳אט',
    p: 'פתיחה או סגירה של המשתתפים',
    arrows: 'מעבר מאריח לאריח, ולאורך הסרגל',
    escape: 'סגירת מה שפתוח',
    help: 'הרשימה הזו',
  },
})
