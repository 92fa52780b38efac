import type { NoticeBody, Notice } from '../call-state.ts'
import { isQuestionToModerators } from './notification-list.ts'

const ASKING: ReadonlySet<NoticeBody['kind']> = new Set(['asked-to-unmute', 'plugged-in', 'time-over'])

/** Whether a notice stays until it is answered. */
export function isQuestion(body: NoticeBody): boolean {
  return isQuestionToModerators(body) || ASKING.has(body.kind)
}

/** One toast: a notice, or several of the same kind. `key` stays the same while notices are added. */
export type Toast = { key: string; notices: readonly [Notice, ...Notice[]] }

// Several of these share one toast with a number.
const COLLECTED: ReadonlySet<NoticeBody['kind']> = new Set([
  'waits',
  'asks-to-join',
  'raised-hand',
  'invitation-declined',
])

/** The toasts, oldest first. Of more than `most`, questions are kept first, then the newest. */
export function toastsOf(notices: readonly Notice[], most: number): Toast[] {
  const toasts = new Map<string, [Notice, ...Notice[]]>()
  for (const notice of notices) {
    const key = COLLECTED.has(notice.kind) ? notice.kind : String(notice.id)
    const before = toasts.get(key)
    if (before) before.push(notice)
    else toasts.set(key, [notice])
  }
  const all = [...toasts].map(([key, of]) => ({ key, notices: of }))
  const asking = all.filter(({ notices: [first] }) => isQuestion(first))
  const telling = all.filter((each) => !asking.includes(each))
  const room = Math.max(0, most - asking.length)
  const shown = new Set([...asking.slice(0, most), ...(room > 0 ? telling.slice(-room) : [])])
  return all.filter((each) => shown.has(each))
}
