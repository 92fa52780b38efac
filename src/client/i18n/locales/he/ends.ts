import type { Millis } from '../../../../protocol/types.ts'
import type { EndsText } from '../en/ends.ts'
import { formatsOf, isolate } from '../../formats.ts'
import { lengthsOf } from '../../lengths.ts'

const { number, clock, day } = formatsOf('he')

const when = (at: Millis, isToday: boolean) => (isToday ? `בשעה ${clock(at)}` : `ב־${day(at)}`)

/** Where one stands outside a room: the waiting room, the end, and every page that leads nowhere. */
export const ends: EndsText = {
  roomIsLocked: 'החדר נעול',
  waiting: 'מקומך בחדר ההמתנה',
  waitingHelp: (name) => `${isolate(name)}, מי שמנהל את החדר רואה שמקומך כאן. הכניסה תיעשה מעצמה כשתאושר.`,
  atDoor: (place) => (place === null ? 'מקומך ליד הדלת' : `מקום ${place} בתור`),
  waitingFor: (length) => `זמן ההמתנה: ${length}. המצלמה והמיקרופון שלך כבויים.`,
  stopWaiting: 'הפסקת ההמתנה',
  notLetIn: 'הכניסה לא אושרה',
  askAgain: 'בקשה נוספת',
  askAgainHelp: 'אפשר לבקש שוב אחרי חצי דקה.',
  removedYou: 'הוצאת מהחדר הזה',
  removedHelp: 'זה תקף למפגש הזה, או עד שמי שמנהל את החדר יאפשר לך לחזור; אז הדף הזה יפתח את הדלת מעצמו.',

  ended: 'המפגש הזה הסתיים',
  endedBy: (name, at, isToday) => `המפגש הסתיים לכולם ${when(at, isToday)}, על ידי ${isolate(name)}. תודה על ההשתתפות.`,
  endedByYou: (at, isToday) => `המפגש הסתיים לכולם ${when(at, isToday)}, על ידך.`,
  endedUnattended: (at, isToday) =>
    `לא היה כאן עוד מי שינהל את החדר. המפגש הסתיים ${when(at, isToday)}. תודה על ההשתתפות.`,
  endedAt: (at, isToday) => `המפגש הסתיים ${when(at, isToday)}.`,
  wereInside: 'משך השהות בחדר',
  atOnce: 'אנשים בו־זמנית',
  wereOnStage: 'משך הזמן על הבמה',
  number,
  length: lengthsOf('he'),
  rejoin: 'חזרה למפגש',
  endedRunner: 'המפגש הבא מתחיל עם הצטרפותך.',
  endedOther: (host) => `${isolate(host)}, שמארח את החדר, או ההנחיה יכולים להתחיל את הבא.`,
  opensItself: 'הדף הזה יפתח את הדלת מעצמו כשהוא יתחיל.',
  toSession: 'לדף החדר',
  youLeft: 'יצאת מהמפגש',
  youLeftHelp: 'הוא ממשיך בלעדיך. אפשר לחזור ולצפות.',

  replaced: 'פתחת את החדר הזה בחלון אחר',
  replacedHelp: 'מקומך בחדר שם. כאן לא רואים ולא שומעים דבר.',
  useHere: 'שימוש כאן',
  outdated: 'Rostrum עודכן',
  outdatedHelp: 'צריך לטעון את הדף מחדש כדי להמשיך. מקומך נשמר.',
  cannotEnter: 'אין כניסה לכאן',

  nothingHere: 'אין כאן דבר',
  nothingHereHelp: 'הכתובת הזו אינה מובילה לשום מקום. כדאי לבדוק אותה, או לפנות אל מי ששלח אותה.',
  noRoomHelp: 'אין חדר בכתובת הזו. אפשר לפנות אל מי ששלח אותה.',
  linkBroken: 'הקישור הזה אינו פועל',
  linkRevoked: 'הקישור הזה בוטל',
  linkBrokenHelp: (host) => (host ? `אפשר לבקש קישור חדש מ־${isolate(host)}.` : 'אפשר לבקש קישור חדש ממי ששלח אותו.'),
}
