import type { ActsText } from '../en/acts.ts'
import type { Act } from '../../../../protocol/queries.ts'
import type { GivenRole, RoomMode, Source, StageAccess } from '../../../../protocol/types.ts'
import { formatsOf, isolate } from '../../formats.ts'

const { number, count } = formatsOf('he')

const SOURCE: Record<Source, string> = { microphone: 'המיקרופון', camera: 'המצלמה' }
const SOURCES: Record<Source, string> = { microphone: 'כל המיקרופונים', camera: 'כל המצלמות' }
const ROLE: Record<GivenRole, string> = {
  cohost: 'אירוח משותף',
  moderator: 'הנחיה',
  speaker: 'זכות דיבור',
  participant: 'השתתפות',
}
const ACCESS: Record<StageAccess, string> = {
  everyone: 'כולם לבמה',
  request: 'עלייה לפי בקשה',
  invite: 'בהזמנה בלבד',
}
const MODE: Record<RoomMode, string> = { interactive: 'אינטראקטיבי', webinar: 'וובינר' }

/** One line of what was done to whom: the name, and the deed as a noun. */
function lineOf(act: Act): string {
  return `${isolate(act.by)}: ${deed(act)}`
}

function deed({ about, event }: Act): string {
  const whom = isolate(about)
  switch (event.type) {
    case 'invited':
      return event.hold ? `הזמנת ${whom} אל מאחורי הקלעים` : `הזמנת ${whom} לבמה`
    case 'cameOnStage':
      return `העלאת ${whom} לבמה`
    case 'invitationClosed':
      return `ביטול ההזמנה של ${whom}`
    case 'handLowered':
      return event.why === 'declined' ? `דחיית הבקשה של ${whom}` : `הורדת היד של ${whom}`
    case 'microphoneTurned':
      return `השתקת ${whom}`
    case 'cameraTurned':
      return `כיבוי המצלמה של ${whom}`
    case 'leftStage':
      return `הורדת ${whom} מהבמה`
    case 'shareEnded':
      return event.why === 'taken' ? `שיתוף מסך במקום ${whom}` : `הפסקת השיתוף של ${whom}`
    case 'lockSet':
      return `${event.lock === 'locked' ? 'נעילת' : 'שחרור'} ${SOURCE[event.source]} של ${whom}`
    case 'allLockSet':
      return `${event.on ? 'נעילת' : 'שחרור'} ${SOURCES[event.source]}`
    case 'askedToUnmute':
      return `בקשה אל ${whom} להפעיל את המיקרופון`
    case 'removed':
      return `הוצאת ${whom} מהחדר${event.lasting ? ' עד לביטול' : ''}`
    case 'removalLifted':
      return `החזרת ${whom}`
    case 'roleSet':
      return `תפקיד עבור ${whom}: ${ROLE[event.role]}`
    case 'chatModeratorSet':
      return `${event.on ? 'מתן' : 'ביטול'} הנחיית צ׳אט: ${whom}`
    case 'permissionsSet':
      return `עריכת ההרשאות של ${whom}`
    case 'handMoved':
      return `העברת היד של ${whom}`
    case 'handsCleared':
      return 'הורדת כל הידיים'
    case 'modeSet':
      return `סוג החדר: ${MODE[event.mode]}`
    case 'stageSizeSet':
      return `גודל הבמה: ${number(event.size)}`
    case 'mainCameraSet':
      return event.on ? `הצגת ${whom} כמצלמה ראשית` : `ביטול המצלמה הראשית של ${whom}`
    case 'reactionsSet':
      return `${event.on ? 'הפעלת' : 'כיבוי'} התגובות`
    case 'roomLocked':
      return event.on ? 'נעילת החדר' : 'פתיחת החדר'
    case 'admitted':
      return `הכנסת ${whom}`
    case 'entryDeclined':
      return `דחיית הכניסה של ${whom}`
    case 'messageDeleted':
      return `מחיקת הודעה${about && ` של ${whom}`}`
    case 'messagePinned':
      return `הצמדת הודעה${about && ` של ${whom}`}`
    case 'messageUnpinned':
      return 'ביטול הצמדת ההודעה'
    case 'chatBlocked':
      return `חסימת ${whom} בצ׳אט`
    case 'chatUnblocked':
      return `החזרת ${whom} לצ׳אט`
    case 'chatCleared':
      return 'ניקוי הצ׳אט'
    case 'chatPaused':
      return event.on ? 'השהיית הצ׳אט' : 'פתיחת הצ׳אט מחדש'
    case 'slowModeSet':
      return event.seconds === 0
        ? 'סיום המצב האיטי'
        : `מצב איטי: ${count(event.seconds, { one: 'שנייה אחת', two: 'שתי שניות', other: '# שניות' })}`
    case 'privateChatSet':
      return `${event.on ? 'הפעלת' : 'כיבוי'} ההודעות הפרטיות`
    case 'accessSet':
      return `גישה לבמה: ${ACCESS[event.access]}`
    default:
      return ''
  }
}

/** What only those who run the room see. */
export const acts: ActsText = {
  act: lineOf,
  permission: {
    shareScreen: 'שיתוף מסך',
    presentContent: 'הצגת תוכן',
    chat: 'צ׳אט',
    react: 'תגובות',
    raiseHand: 'הרמת יד',
    joinStage: 'עלייה לבמה',
    seeParticipants: 'צפייה במשתתפים',
  },
  personAct: {
    invite: 'הזמנה לבמה',
    holdBackstage: 'המתנה מאחורי הקלעים',
    bringOn: 'העלאה לבמה עכשיו',
    revokeInvitation: 'ביטול ההזמנה לבמה',
    askToUnmute: 'בקשה להפעיל מיקרופון',
    mute: 'השתקה',
    lockMicrophone: 'נעילת המיקרופון',
    unlockMicrophone: 'שחרור המיקרופון',
    turnOffCamera: 'כיבוי המצלמה',
    lockCamera: 'נעילת המצלמה',
    unlockCamera: 'שחרור המצלמה',
    stopShare: 'הפסקת שיתוף המסך',
    moveToFront: 'העברה לראש התור',
    moveUp: 'הזזה למעלה',
    moveDown: 'הזזה למטה',
    lowerHand: 'הורדת היד',
    setCohost: 'מתן אירוח משותף',
    setModerator: 'מתן הנחיה',
    setSpeaker: 'מתן זכות דיבור',
    setParticipant: 'חזרה להשתתפות',
    setChatModerator: 'מתן הנחיית צ׳אט',
    unsetChatModerator: 'סיום הנחיית הצ׳אט',
    editPermissions: 'עריכת הרשאות',
    removeFromStage: 'הורדה מהבמה',
    removeFromRoom: 'הוצאה מהחדר',
  },
  allOf: {
    microphone: {
      off: 'השתקת כל המיקרופונים',
      lock: 'השתקה ונעילה של כל המיקרופונים',
      unlock: 'שחרור כל המיקרופונים',
    },
    camera: { off: 'כיבוי כל המצלמות', lock: 'כיבוי ונעילה של כל המצלמות', unlock: 'שחרור כל המצלמות' },
  },

  clearHands: 'הורדת כל הידיים',
  optionsAll: 'אפשרויות לכל המשתתפים',
  permissionsOf: (name) => `ההרשאות של ${isolate(name)}`,
  lockRoom: 'נעילת החדר',
  unlockRoom: 'פתיחת החדר',
  lockSure: 'לנעול את החדר?',
  lockHelp: 'מי שיבוא מעכשיו ימתין לאישור. מי שבפנים נשאר.',
  waitingCount: (n) => count(n, { one: 'אדם אחד ממתין', two: 'שני אנשים ממתינים', other: '# אנשים ממתינים' }),
  nobodyWaits: 'איש אינו ממתין עוד',
  nobodyWaitsHelp: 'כל עוד החדר נעול, מי שמגיע ממתין כאן.',
  removeSure: (name) => `להוציא את ${isolate(name)} מהחדר?`,
  removeHelp: 'למפגש הזה, או עד שמי שמנהל את החדר יאשר חזרה.',
  removeForSession: 'הוצאה למפגש הזה',
  removeLasting: 'הוצאה עד לביטול',
  removedPeople: 'אנשים שהוצאו',
  removedBy: (who, lasting) => `על ידי ${who ? isolate(who) : 'ההנחיה'}, ${lasting ? 'עד לביטול' : 'למפגש הזה'}`,
  letBackIn: 'אישור חזרה',
  nobodyRemoved: 'איש לא הוצא מהחדר הזה.',
  nobodyRemovedHelp: 'מי שהוצא מופיע כאן, ואפשר לאפשר לו לחזור.',
  actLog: 'מה נעשה',
  noActs: 'עדיין לא נעשה דבר.',
  noActsHelp: 'כאן נשמר מה שעושים מי שמנהלים את החדר.',
  isBackstage: (name) => `${isolate(name)} מאחורי הקלעים`,
  seenByModerators: 'רק ההנחיה רואה ושומעת.',
  bringOn: 'העלאה לבמה עכשיו',
  listen: (name) => `האזנה אל ${isolate(name)}`,
  stopListening: (name) => `הפסקת ההאזנה אל ${isolate(name)}`,
  quality: { good: 'החיבור טוב', weak: 'החיבור חלש', lost: 'החיבור אבד' },
  feedback: 'משוב',
  stageSize: 'גודל הבמה',
  stageSizeHelp: (most) => `כמה אנשים הבמה מכילה, מ־1 עד ${most}.`,
  endSure: 'לסיים את המפגש לכולם?',
  endHelp: (n) =>
    `${count(n, { one: 'אדם אחד נמצא', two: 'שני אנשים נמצאים', other: '# אנשים נמצאים' })} במפגש. הוא מסתיים לכולם בבת אחת.`,
}
