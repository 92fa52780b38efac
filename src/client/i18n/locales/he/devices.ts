import type { DevicesText } from '../en/devices.ts'
import type { LinkVerdict } from '../../../call/media/link.ts'
import { isolate } from '../../formats.ts'

const by = (who: string) => (who ? isolate(who) : 'ההנחיה')

/** The verdict on the connection, and what follows from it. */
function link(verdict: LinkVerdict): [string, string] {
  if (verdict.is === 'checking') return ['החיבור נבדק…', '']
  if (verdict.is === 'sound-only') return ['החיבור חלש.', 'כדאי להצטרף כשהמצלמה כבויה: הקול לבדו יגיע לכולם.']
  if (verdict.is === 'good')
    return [
      'החיבור טוב.',
      verdict.over === 'udp'
        ? 'התמונה והקול יגיעו לכולם.'
        : 'הרשת שלך חוסמת UDP, ולכן התמונה והקול עוברים ב־TCP ועשויים לאחר מעט.',
    ]
  return ['אין חיבור.', NONE[verdict.why]]
}

const NONE: Record<Extract<LinkVerdict, { is: 'none' }>['why'], string> = {
  signalling: 'שרת הקול והתמונה אינו עונה. הניסיון חוזר מעצמו.',
  udp: '‏UDP אינו מגיע לשרת, והוא אינו מציע TCP. כדאי לנסות רשת אחרת, או לפנות למארח.',
  tcp: '‏TCP אינו מגיע לשרת, והוא אינו מציע UDP. כדאי לנסות רשת אחרת, או לפנות למארח.',
  both: 'לא UDP ולא TCP מגיעים לשרת. כדאי לנסות רשת אחרת, בלי VPN, או לפנות למארח.',
}

/** What comes with *Set devices*. */
export const devices: DevicesText = {
  link,
  notKept: 'הדפדפן הזה אינו שומר דבר עבור הדף: הבחירות נשכחות בסגירתו.',

  microphone: 'מיקרופון',
  speaker: 'רמקול',
  noDevice: 'אין',
  systemDefault: 'ברירת המחדל של המערכת',
  noise: 'הפחתת רעש',
  appearance: 'מראה',
  appearanceKind: { system: 'כמו במערכת', light: 'בהיר', dark: 'כהה' },
  noiseKind: { off: 'כבויה', standard: 'רגילה', strong: 'חזקה' },
  testSpeaker: 'בדיקת הרמקול',
  playing: 'מושמע',
  device: (n) => `התקן ${n}`,
  level: 'עוצמת המיקרופון',
  opening: 'הדפדפן מבקש גישה למצלמה ולמיקרופון שלך.',
  cameraIsOff: 'המצלמה שלך כבויה',
  beforePreview:
    '״עלייה לבמה״ פותחת קודם את המצלמה והמיקרופון, בשבילך בלבד. איש אינו רואה או שומע אותך לפני לחיצה נוספת.',
  previewHelp: 'איש אינו רואה או שומע אותך לפני הלחיצה על ״עלייה לבמה״.',
  getReady: 'הכנה לעלייה לבמה',
  devicesLater: 'המצלמה והמיקרופון מוגדרים בעלייה לבמה. כעת דבר אינו פתוח.',
  invited: 'הוזמנת לבמה',
  invitedHeld: (who) =>
    `הזמנה מאת ${by(who)} להמתין מאחורי הקלעים. שם ההנחיה רואה ושומעת אותך, ומעלה אותך כשמגיע התור.`,
  invitedBy: (who) => `הזמנה לדבר מאת ${by(who)}. החדר נשמע לך גם בזמן ההכנה.`,
  joinStageInvited: 'עלייה לבמה',
  declineInvitation: 'דחיית ההזמנה',
}
