import type { StageText } from '../en/stage.ts'
import { formatsOf } from '../../formats.ts'

const { number } = formatsOf('he')

/** Tiles, and what their menus do. */
export const stage: StageText = {
  setMain: 'הצגה כמצלמה ראשית',
  unsetMain: 'ביטול המצלמה הראשית',
  setMainForAll: 'הצגה כמצלמה ראשית לכולם',
  unsetMainForAll: 'ביטול המצלמה הראשית לכולם',
  isMainForAll: 'מצלמה ראשית לכולם',
  fit: 'התאמה למסגרת',
  fill: 'מילוי המסגרת',
  pictureInPicture: 'תמונה בתוך תמונה',
  fullScreen: 'מסך מלא',
  stageFullScreen: 'הבמה במסך מלא',
  leaveFullScreen: 'יציאה ממסך מלא',
  mirror: 'הצגת התמונה שלי במראה',
  unmirror: 'הצגת התמונה שלי כפי שאחרים רואים',
  hideSelf: 'הסתרת האריח שלי ממני',
  showSelf: 'הצגת האריח שלי',
  selfHidden: 'האריח שלך מוסתר ממך. אחרים רואים אותך.',
  youAreMuted: 'המיקרופון שלך כבוי',
  youAnd: (role) => `אני, ${role}`,
  weak: 'חיבור חלש',
  lost: 'אין חיבור',
  pages: 'דפי הבמה',
  page: (n, of) => `${number(n)} מתוך ${number(of)}`,
  previousPage: 'הדף הקודם',
  nextPage: 'הדף הבא',
  speaksElsewhere: (names) => `${names} בדף אחר`,
  speaksOutOfSight: (names) => `${names} מחוץ לתצוגה`,
}
