import type { ShareText } from '../en/share.ts'
import { isolate } from '../../formats.ts'

/** What comes with a shared screen, or with the question before it. */
export const share: ShareText = {
  insteadOf: (name) => `לשתף במקום ${isolate(name)}?`,
  insteadHelp: (name) => `המסך של ${isolate(name)} משותף כעת. זה נפסק ברגע שנבחר מה לשתף.`,
  isSharing: (name) => `המסך של ${isolate(name)} משותף`,
  sharerFirst: 'אין קוטעים את מי שמנהל את החדר. אפשר לבקש קודם להפסיק.',
  screenOf: (name) => `המסך של ${isolate(name)}`,
  shares: 'בשיתוף מסך',
  stopShareOf: (name) => `הפסקת השיתוף של ${isolate(name)}`,
  makeLarge: 'הצגת המסך בגדול',
  fullScreen: 'מסך מלא',
  leaveFullScreen: 'יציאה ממסך מלא',
  everyoneSees: 'כולם בחדר רואים אותו, ושומעים את הקול שלו במקום שאישרת.',
}
