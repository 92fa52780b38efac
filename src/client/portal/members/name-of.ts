import type { MemberRole } from '../../../protocol/members.ts'
import type { Messages } from '../../i18n/messages.ts'

/** What a member has, in words. */
export function nameOf(t: Messages['core'], role: MemberRole): string {
  return role === 'chatModerator' ? t.chatModerator : t.role[role]
}
