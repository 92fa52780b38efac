import type { FeedbackText } from '../en/feedback.ts'
import { formatsOf, isolate } from '../../formats.ts'

const { number, count, day } = formatsOf('he')

/** What people think of the room. */
export const feedback: FeedbackText = {
  help: (host) => `${host ? isolate(host) : 'מי שמארח'} וההנחיה של החדר קוראים את זה, עם שמך. איש מלבדם לא.`,
  mark: 'איך היה?',
  worst: 'גרוע',
  best: 'טוב מאוד',
  words: 'בכמה מילים',
  send: 'שליחת משוב',
  chooseMark: 'צריך לבחור ציון מ־1 עד 5.',
  away: 'לא נשלח: אין חיבור. מה שכתבת נשמר; אפשר לשלוח שוב בעוד רגע.',
  thanks: 'תודה.',
  thanksHelp: 'מי שמנהל את החדר יכול לקרוא זאת עכשיו.',

  outOf: (mark, most) => `${number(mark)} מתוך ${number(most)}`,
  average: (mean, n) =>
    count(n, {
      one: `תשובה אחת, ${number(Math.round(mean * 10) / 10)}`,
      two: `שתי תשובות, ${number(Math.round(mean * 10) / 10)} בממוצע`,
      other: `# תשובות, ${number(Math.round(mean * 10) / 10)} בממוצע`,
    }),
  none: 'עדיין איש לא שלח משוב.',
  noneHelp: 'שולחים אותו מההגדרות.',
  day,
}
