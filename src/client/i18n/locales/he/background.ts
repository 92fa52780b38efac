import type { BackgroundText } from '../en/background.ts'

/** The menu of backgrounds, and a picture of one’s own as one. */
export const background: BackgroundText = {
  background: 'רקע',
  kind: {
    none: 'ללא',
    'slight-blur': 'טשטוש קל',
    blur: 'טשטוש',
    study: 'חדר עבודה',
    window: 'חלון',
    shelves: 'מדפי ספרים',
    curtain: 'וילון',
    hills: 'גבעות',
    dusk: 'בין ערביים',
    own: 'תמונה משלך',
  },
  fault: {
    'too-large': 'התמונה גדולה מדי. אפשר לבחור תמונה של עד 20 מ״ב ו־64 מגה־פיקסל.',
    'no-picture': 'הקובץ אינו תמונה שהדפדפן הזה יכול להציג. אפשר לבחור PNG,‏ JPEG או WebP.',
  },
  upload: 'שימוש בתמונה משלך',
  uploadHelp: 'היא נשארת במכשיר הזה: רק תמונת המצלמה שלך מגיעה לחדר.',
  notKept: 'הדפדפן הזה אינו שומר תמונות, ולכן שלך כאן עד סגירת הדף.',
}
