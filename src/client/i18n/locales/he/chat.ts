import type { Slowness } from '../../../../protocol/messages.ts'
import type { ChatText } from '../en/chat.ts'
import { formatsOf, isolate } from '../../formats.ts'

const { number, count, clock, list } = formatsOf('he')
const by = (who: string) => (who ? isolate(who) : 'ההנחיה')

/** A time in ms, in the unit in which a person would count it; never shorter than it is. */
function time(ms: number): string {
  const seconds = Math.ceil(ms / 1_000)
  return seconds < 60
    ? count(seconds, { one: 'שנייה', two: 'שתי שניות', other: '# שניות' })
    : count(Math.ceil(seconds / 60), { one: 'דקה', two: 'שתי דקות', other: '# דקות' })
}

const slowness: Record<Slowness, { name: string; means: string }> = {
  0: { name: 'כבוי', means: 'כולם כותבים כמה שרוצים.' },
  5: { name: '5 שניות', means: 'חדר תוסס נשאר קריא.' },
  10: { name: '10 שניות', means: 'די זמן לקרוא מה אחרים כותבים.' },
  30: { name: '30 שניות', means: 'לקהל גדול.' },
  60: { name: 'דקה', means: 'כותבים כשזה חשוב.' },
  300: { name: '5 דקות', means: 'שאלה אחת לכל אחד.' },
}

/** The chat; it comes with it. */
export const chat: ChatText = {
  messages: 'הודעות',
  noMessages: 'עדיין אין הודעות',
  noMessagesHelp: 'אפשר לומר שלום, או לשאול משהו. כל מי שבחדר יכול לקרוא.',
  noPrivate: (name) => `עדיין לא נכתב דבר. רק לך ול־${isolate(name)} זה גלוי.`,
  loading: 'ההודעות נטענות…',
  loadingOlder: 'הודעות קודמות נטענות…',

  writeToAll: 'כתיבה לכולם',
  writeTo: (name) => `כתיבה אל ${isolate(name)}`,
  send: 'שליחה',
  emoji: 'אמוג׳י',
  newMessages: (n) => count(n, { one: 'הודעה חדשה', two: 'שתי הודעות חדשות', other: '# הודעות חדשות' }),
  toNewest: 'להודעות החדשות ביותר',
  says: (name, text) => `${isolate(name)}: ${isolate(text)}`,
  answers: 'בתשובה ל־',
  replyTo: (name) => `תשובה אל ${isolate(name)}`,
  noReply: 'בלי תשובה',
  optionsFor: (name) => `אפשרויות להודעה של ${isolate(name)}`,

  reply: 'תשובה',
  like: 'אהבתי',
  unlike: 'ביטול אהבתי',
  likes: (n) => count(n, { one: 'אהבתי אחד', two: 'שני אהבתי', other: '# אהבתי' }),
  likedToo: (n) => count(n, { one: 'אהבתי אחד, שלך', two: 'שני אהבתי, אחד שלך', other: '# אהבתי, אחד מהם שלך' }),
  pin: 'הצמדה',
  unpin: 'ביטול הצמדה',
  pinnedBy: (name) => `הודעה נעוצה של ${isolate(name)}`,
  delete: 'מחיקה',
  block: 'חסימה בצ׳אט',
  letBack: 'החזרה לצ׳אט',
  letBackIn: 'אישור חזרה',
  writePrivately: 'כתיבה פרטית',

  pausedForOthers: 'הצ׳אט מושהה. רק הנחיית הצ׳אט יכולה לכתוב.',
  notPermitted: 'כאן אפשר לקרוא את הצ׳אט, אך לא לכתוב.',
  slow: (seconds) => `מצב איטי: הודעה אחת כל ${time(seconds * 1_000)}`,
  onWay: 'בשליחה:',
  away: 'לא נשלח: אין חיבור. הטקסט שלך נשמר; אפשר לשלוח שוב בעוד רגע.',
  writeIn: (ms) => `אפשר לכתוב שוב בעוד ${time(ms)}.`,
  writeNow: 'עכשיו אפשר לכתוב שוב.',

  chatOptions: 'אפשרויות הצ׳אט',
  pauseChat: 'השהיית הצ׳אט',
  openChat: 'פתיחת הצ׳אט מחדש',
  slowMode: 'מצב איטי',
  slowHelp: 'הזמן שעובר בין שתי הודעות של אותו אדם. הוא אינו חל על הנחיית הצ׳אט.',
  slowness,
  clearChat: 'ניקוי הצ׳אט',
  clearSure: 'לנקות את הצ׳אט לכולם?',
  clearHelp: 'כל ההודעות לכולם נעלמות מהחדר. הודעות פרטיות נשארות.',
  blockedPeople: 'אנשים חסומים',
  nobodyBlocked: 'איש אינו חסום בצ׳אט.',
  nobodyBlockedHelp: 'באפשרויות של הודעה אפשר לחסום את מי שכתב אותה.',
  privateOn: 'הפעלת הודעות פרטיות',
  privateOffAct: 'כיבוי הודעות פרטיות',

  privateMessages: 'הודעות פרטיות',
  privateWith: (name) => `פרטי: גלוי רק לך ול־${isolate(name)}`,
  noThreads: 'עדיין אין הודעות פרטיות',
  noThreadsHelp: 'פותחים את האפשרויות של הודעה או של אדם ובוחרים ״כתיבה פרטית״.',
  unreadFrom: (name) => `${isolate(name)}, לא נקרא`,
  back: 'חזרה לצ׳אט',

  cameOn: (who) => `עלייה לבמה: ${list(who.map(isolate))}`,
  leftStage: (who) => `ירידה מהבמה: ${list(who.map(isolate))}`,
  pausedBy: (who) => `השהיית הצ׳אט: ${by(who)}`,
  openedBy: (who) => `פתיחת הצ׳אט מחדש: ${by(who)}`,
  clearedBy: (who) => `ניקוי הצ׳אט: ${by(who)}`,
  slowBy: (who, seconds) =>
    seconds === 0 ? `סיום המצב האיטי: ${by(who)}` : `מצב איטי, הודעה אחת כל ${time(seconds * 1_000)}: ${by(who)}`,
  clock,
  number,
}
