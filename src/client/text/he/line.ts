import type { LineText } from '../en/line.ts'

/** החיבור של עצמי. */
export const line: LineText = {
  title: 'החיבור שלך',
  weak: ['החיבור שלך חלש.', 'קול בלבד דורש ממנו הרבה פחות.'],
  soundOnly: 'קול בלבד',
  soundOnlyMeans: 'שומעים את כולם, ושום תמונה לא מגיעה אליך.',
  noPictures: 'שום תמונה לא מגיעה אליך.',
  showPictures: 'הצגת תמונות',
  saveData: 'חיסכון בנתונים',
  saveDataMeans: 'המצלמות מגיעות קטנות יותר, ומסך משותף בפחות תמונות. נשמר במכשיר הזה.',
}
