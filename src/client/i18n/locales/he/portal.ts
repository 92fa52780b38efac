import type { PortalText } from '../en/portal.ts'
import { formatsOf, isolate } from '../../formats.ts'

const { number, count } = formatsOf('he')

/** The start page, and a room’s page before it is entered. */
export const portal: PortalText = {
  lead: 'חדר עם במה וקהל. אפשר לפתוח אחד עכשיו, להעביר קישור ולהחליט מי מקבל את רשות הדיבור.',
  roomName: 'שם החדר',
  createRoom: 'יצירת חדר',
  whoCreates: 'מי שיוצר חדר מארח אותו. אין צורך בחשבון.',
  joinNow: 'הצטרפות עכשיו',
  invitePeople: 'הזמנת אנשים',
  inviteHelp: 'כל מי שיש לו קישור נכנס בתפקיד שלו.',
  handOn: 'אפשר להעביר את הקישור הזה: מי שפותח אותו נכנס כצופה.',
  links: {
    viewer: { name: 'קישור לצופים', means: 'לראות, לשמוע ולהרים יד' },
    speaker: { name: 'קישור לדוברים', means: 'תמיד רשאים לעלות לבמה' },
    moderator: { name: 'קישור להנחיה', means: 'ניהול החדר יחד איתך' },
  },
  copy: 'העתקה',
  copied: 'הועתק',
  copyBy: { ctrl: 'להעתקה יש ללחוץ Ctrl+C.', cmd: 'להעתקה יש ללחוץ ⌘C.', touch: 'יש להחזיק עליו אצבע ולבחור ״העתקה״.' },
  changeNameHelp: 'כולם רואים את השם החדש מיד. מה שכתבת קודם נשאר בשם הישן.',
  notYouSure: (name) => `השם שלך אינו ${isolate(name)}?`,
  notYouHelp: 'הדפדפן הזה ישכח מי היה כאן קודם, בכל החדרים, והכניסה תהיה בשם משלך.',
  notYouHost: 'לא יהיה אפשר עוד לנהל ממנו חדרים שנוצרו בדפדפן הזה.',
  goOnAsOther: 'להמשיך בשם אחר',
  revoke: (link) => `ביטול ה${link}`,
  revokeSure: (link) => `לבטל את ה${link}?`,
  revokeHelp: 'הכתובת שמסרת לא תכניס עוד איש, וכתובת חדשה תבוא במקומה. מי שכבר נכנס דרכה נשאר, בתפקידו.',
  revokeNow: 'ביטול ויצירה מחדש',
  watching: (n) => count(n, { one: 'צופה אחד', two: 'שני צופים', other: '# צופים' }),
  stageAndHands: (stage, size, hands) =>
    `${number(stage)} מתוך ${number(size)} על הבמה, ${count(hands, { one: 'יד מורמת אחת', two: 'שתי ידיים מורמות', other: '# ידיים מורמות' })}`,
  notLive: 'עדיין לא בשידור. זה מתחיל כשמצטרפים ראשונים.',
  needLink: (host) => `צריך קישור הזמנה כדי להיכנס. אפשר לבקש אותו מ־${isolate(host)}, שמארח את החדר.`,
}
