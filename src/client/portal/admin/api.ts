import * as v from 'valibot'
import { AdminPeople, AuditPage, SettingsPage, type AdminChange } from '../../../protocol/accounts.ts'
import type { Language } from '../../../protocol/language.ts'
import { MailPage, OneMail } from '../../../protocol/mail.ts'
import { asked } from '../api.ts'

/** Accounts whose name or e-mail has these words in it, in the order of the language: the first hundred, or those after a `next`. */
export const readPeople = async (wish: { search: string; language: Language; after: string }) =>
  await asked(AdminPeople, `/api/admin/people?${new URLSearchParams(wish).toString()}`)
/** What the operator has set, and how much is going on. */
export const readSettings = async () => await asked(SettingsPage, '/api/admin/settings')
export const changePerson = async (id: string, change: AdminChange) =>
  await asked(v.null(), `/api/admin/people/${id}`, change)
export const handOverRooms = async (id: string, to: string) =>
  await asked(v.null(), `/api/admin/people/${id}/hand-over`, { to })
/** What was done before the entry of this number, the newest first; empty for the newest of all. */
export const readAudit = async (before: string) =>
  await asked(AuditPage, `/api/admin/audit${before && `?before=${before}`}`)
/** Fifty mails before that one, the newest first; empty for the newest of all. [MAIL-9] */
export const readMails = async (before: string) =>
  await asked(MailPage, `/api/admin/mails${before && `?before=${before}`}`)
/** One mail with its text. */
export const readMail = async (id: string) => await asked(OneMail, `/api/admin/mails/${id}`)
/** Sends a mail again that is not on its way. [MAIL-9] */
export const sendMailAgain = async (id: number) => await asked(OneMail, `/api/admin/mails/${id}/send-again`, {})
