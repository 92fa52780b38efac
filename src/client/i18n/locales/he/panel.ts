import type { PanelText } from '../en/panel.ts'
import { formatsOf } from '../../formats.ts'

const { number, count } = formatsOf('he')

/** The panel’s frame. */
export const panel: PanelText = {
  tabs: 'חלקי החלונית',
  tab: { chat: 'צ׳אט', participants: 'משתתפים' },
  count: number,
  withHands: (name, n) =>
    `${name}, ${count(n, { one: 'יד מורמת אחת', two: 'שתי ידיים מורמות', other: '# ידיים מורמות' })}`,
  withUnread: (name) => `${name}, הודעות שלא נקראו`,
}
