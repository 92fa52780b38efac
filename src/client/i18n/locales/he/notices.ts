import type { NoticesText } from '../en/notices.ts'
import type { GivenRole, Reaction, Source } from '../../../../protocol/types.ts'
import type { NoticeWords } from '../en/notices.ts'
import { formatsOf, isolate } from '../../formats.ts'

const { number, count, clock, minutes } = formatsOf('he')
const by = (who: string) => (who ? isolate(who) : 'ההנחיה')

/** One by name, two by name, or one and how many others. */
function names(all: readonly string[]): string {
  const [first = '', second = ''] = all.map(isolate)
  if (all.length < 3) return all.length === 2 ? `${first} ו־${second}` : first
  return `${first} ועוד ${number(all.length - 1)}`
}

const role: Record<GivenRole, NoticeWords> = {
  cohost: ['התפקיד שלך עכשיו: אירוח משותף.', 'גם בידיך ניהול החדר.'],
  moderator: ['התפקיד שלך עכשיו: הנחיה.', 'גם בידיך ניהול החדר.'],
  speaker: ['התפקיד שלך עכשיו: זכות דיבור.', 'תמיד אפשר לעלות לבמה.'],
  participant: ['התפקיד שלך עכשיו: השתתפות.', ''],
}
const reacted: Record<Reaction, string> = {
  clap: 'מחאת כפיים',
  heart: 'שלחת לב',
  think: 'הבעת מחשבה',
  wow: 'הבעת התפעלות',
  smile: 'שלחת חיוך',
}
const device: Record<Source, [own: string, off: string, on: string]> = {
  microphone: ['המיקרופון שלך', 'הוא נשאר כבוי עד לשחרור.', 'אפשר להפעיל אותו.'],
  camera: ['המצלמה שלך', 'היא נשארת כבויה עד לשחרור.', 'אפשר להפעיל אותה.'],
}

/** What is told and asked, and what is read out. */
export const notices: NoticesText = {
  muted: (who) => [`המיקרופון שלך הושתק על ידי ${by(who)}.`, 'אפשר להפעיל אותו שוב.'],
  cameraOff: (who) => [`המצלמה שלך כובתה על ידי ${by(who)}.`, 'אפשר להפעיל אותה שוב.'],
  removedFromStage: (who) => [`הורדת מהבמה על ידי ${by(who)}.`, 'מקומך עכשיו בקהל.'],
  handLowered: (who) => [`היד שלך הורדה על ידי ${by(who)}.`, ''],
  requestDeclined: (who) => [`הבקשה שלך נדחתה על ידי ${by(who)}.`, 'אפשר לבקש שוב בעוד חצי דקה.'],
  invitationRevoked: (who) => [`ההזמנה לבמה בוטלה על ידי ${by(who)}.`, ''],
  away: ['החיבור מתחדש, ולכן זה לא נעשה.', 'אפשר ללחוץ שוב כשהחיבור חוזר.'],
  wasAway: (ms, lost) => [
    minutes(ms, {
      one: 'החיבור היה מנותק דקה (#), וחזרת כצופה.',
      two: 'החיבור היה מנותק שתי דקות (#), וחזרת כצופה.',
      other: 'החיבור היה מנותק # דקות, וחזרת כצופה.',
    }),
    lost.hand && lost.stage
      ? 'היד שלך ירדה, ואינך על הבמה.'
      : lost.hand
        ? 'היד שלך ירדה.'
        : lost.stage
          ? 'אינך על הבמה.'
          : '',
  ],
  foul: ['ירדת מהבמה, כי הדפדפן שלך שלח משהו שהחדר אינו מאפשר.', ''],
  broughtOn: (who) => [`הועלית לבמה על ידי ${by(who)}.`, 'כולם רואים ושומעים את מה שפועל.'],
  mutedVoice: ['המיקרופון שלך כבוי.', 'איש אינו שומע אותך. לחיצה ממושכת על מקש הרווח מאפשרת לדבר.'],
  madeRoom: ['הבמה הייתה מלאה, והשתיקה שלך הייתה הארוכה ביותר: מקומך עכשיו בקהל.', 'אפשר לחזור.'],
  handMoved: (who) => [`היד שלך הועברה למקום אחר על ידי ${by(who)}.`, ''],
  handsCleared: (who) => [`כל הידיים הורדו על ידי ${by(who)}.`, ''],
  askedToUnmute: (who) => [`בקשה מאת ${by(who)}: להפעיל את המיקרופון.`, 'הוא נשאר כבוי עד שיופעל בידיך.'],
  invited: (who) => [`הוזמנת לבמה על ידי ${by(who)}.`, ''],
  permissionsSet: (who) => [`ההרשאות שלך כאן שונו על ידי ${by(who)}.`, ''],
  roleSet: (who, to) => [`${by(who)}: ${role[to][0]}`, role[to][1]],
  chatModerator: (who, isOne) =>
    isOne
      ? [`${by(who)}: הנחיית הצ׳אט בידיך.`, 'אפשר לנהל את הצ׳אט.']
      : [`${by(who)}: הנחיית הצ׳אט אינה בידיך עוד.`, ''],
  locked: (who, source) => [`${device[source][0]}: נעילה על ידי ${by(who)}.`, device[source][1]],
  unlocked: (who, source) => [`${device[source][0]}: שחרור על ידי ${by(who)}.`, device[source][2]],
  shareTaken: (who) => `המסך של ${by(who)} משותף עכשיו, במקום שלך.`,
  shareStopped: (who) => `השיתוף שלך הופסק על ידי ${by(who)}.`,
  shareFailed: ['לא ניתן היה לשתף את המסך.', 'צריך לאשר לדפדפן להקליט אותו בהגדרות המערכת, ואז ניסיון נוסף.'],
  asksToJoin: (who) => `בקשה לעלות לבמה: ${names(who)}`,
  raisedHand: (who) => `יד מורמת: ${names(who)}`,
  invitationDeclined: (who) => `ההזמנה נדחתה: ${names(who)}.`,
  waits: (who) => `בהמתנה להיכנס: ${names(who)}`,
  roomIsLocked: 'החדר נעול.',
  quoted: (words) => `״${words}״`,
  asking: (n) => count(n, { one: 'בקשה אחת לעלות לבמה', two: 'שתי בקשות לעלות לבמה', other: '# בקשות לעלות לבמה' }),
  nobodyAsks: 'אין עוד בקשות',
  nobodyAsksHelp: 'בקשות לעלות לבמה מופיעות כאן לפי הסדר.',
  notNow: 'לא עכשיו',

  reconnecting: (isHeard, isRestart) => [
    isRestart
      ? 'מתחבר מחדש… השרת מופעל מחדש'
      : isHeard
        ? 'מתחבר מחדש… ייתכן שלא שומעים אותך כרגע'
        : 'מתחבר מחדש… המיקרופון שלך נשאר כבוי',
    'מה שהקלדת נשמר.',
  ],
  back: ['החיבור חזר', ''],
  mediaAway: ['הקול והתמונה נעדרים לרגע.', 'הם חוזרים מעצמם.'],
  endsSoon: (at) => ['אין כאן מי שינהל את החדר.', `המפגש מסתיים בשעה ${clock(at)}, אם איש לא יבוא.`],
  soundBlocked: ['הדפדפן שלך עוצר את הקול', 'לחיצה אחת, והבמה נשמעת.'],
  picturesBlocked: ['הדפדפן שלך עוצר את התמונות', 'לחיצה אחת, והבמה נראית.'],

  notices: 'הודעות',
  bellIsEmpty: 'עדיין אין דבר. כאן נשמר מה שנאמר לך או מתבקש ממך.',
  unread: 'לא נקרא',

  cameOn: (who) => `על הבמה: ${names(who)}`,
  leftStage: (who) => `ירידה מהבמה: ${names(who)}`,
  sharesNoMore: (who) => `המסך של ${by(who)} כבר אינו משותף`,
  way: {
    join: 'עכשיו אפשר לעלות לבמה.',
    ask: 'עכשיו אפשר לבקש לעלות לבמה.',
    none: 'עכשיו עולים לבמה בהזמנה.',
  },
  roomIsOpen: 'החדר פתוח שוב.',
  chatIsPaused: 'הצ׳אט מושהה.',
  chatIsOpen: 'הצ׳אט פתוח שוב.',
  wroteToYou: (name) => `הודעה פרטית מאת ${isolate(name)}.`,
  youAreBlocked: 'נחסמת בצ׳אט. אפשר לקרוא אותו.',
  youMayWrite: 'אפשר לכתוב שוב בצ׳אט.',
  youAreMain: 'המצלמה שלך היא הראשית לכולם.',
  youAreNotMain: 'המצלמה שלך כבר אינה הראשית.',
  turn: (place) => (place === 1 ? 'התור הבא שלך' : `מקום ${number(place)} בתור`),
  reacted: (reaction) => reacted[reaction],

  leaveSure: 'לצאת מהמפגש?',
  leaveUp: { stage: 'מקומך על הבמה יתפנה גם הוא.', backstage: 'מקומך מאחורי הקלעים יתפנה גם הוא.' },
  leaveUnsent: 'מה שהוקלד עוד לא נשלח.',
  stay: 'להישאר',
  turnItOn: 'הפעלה',
  startSound: 'הפעלת הקול',
  startPictures: 'הפעלת התמונות',
  shares: (who) => `המסך של ${by(who)} משותף`,
  reasonTitle: 'מה ברצונך לומר?',
  reason: 'סיבה',
  reasonHelp: 'מי שמנהל את החדר קורא אותה ליד שמך. 120 תווים לכל היותר.',
  save: 'שמירה',
  waitingGroup: 'ממתינים',
  admit: 'הכנסה',
  admitAll: 'הכנסת כולם',
  seeAll: 'הצגת הכול',
}
