import type { Millis } from '../../protocol/types.ts'
import type { Database } from '../database/database.ts'

/** What is written down of what is done to accounts and rooms. [ACCOUNT-8] */
export type AuditedAct =
  | 'account-made'
  | 'account-deleted'
  | 'account-disabled'
  | 'account-enabled'
  | 'admin-made'
  | 'admin-taken'
  | 'password-changed'
  | 'password-reset'
  | 'email-changed'
  | 'identity-linked'
  | 'identity-unlinked'
  | 'passkey-added'
  | 'passkey-removed'
  | 'room-claimed'
  | 'room-handed-over'
  | 'rooms-handed-over'

/** Writes down that something was done. `by`: the id of an account, null for nobody who is signed in; `about`: whom or what it concerns. */
export async function audit(
  database: Database,
  entry: { at: Millis; by: string | null; act: AuditedAct; about: string | null },
): Promise<void> {
  await database.insertInto('auditLog').values(entry).execute()
}
