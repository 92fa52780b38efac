import type { RoomText } from '../en/room.ts'
import { formatsOf } from '../../formats.ts'

const { count } = formatsOf('he')

/** The room’s frame: toolbar, sheet, keys. */
export const room: RoomText = {
  more: 'עוד',
  skipToControls: 'דילוג לפקדי החדר',
  skipToPanel: 'דילוג לחלונית',
  portraitHint: 'החזקת הטלפון לאורך מראה יותר מהחדר.',
  shortcuts: 'קיצורי מקלדת',
  seeLess: 'להצגת פחות',
  quoted: (words) => `״${words}״`,
  nobodyInQueue: 'אין איש בתור.',
  alone: 'עדיין אין כאן איש מלבדך',
  aloneHelp: 'מי שייכנס יופיע ברשימה הזו.',
  nobodyFoundHelp: 'כדאי לנסות פחות אותיות.',
  panelFull: 'הגדלת החלונית',
  shareScreen: 'שיתוף מסך',
  stopSharing: 'הפסקת השיתוף',
  panelHalf: 'הקטנת החלונית',
  bell: (unread) =>
    unread === 0
      ? 'הודעות'
      : `הודעות, ${count(unread, { one: 'אחת שלא נקראה', two: 'שתיים שלא נקראו', other: '# שלא נקראו' })}`,
  giveFeedback: 'שליחת משוב',
}
