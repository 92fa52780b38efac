import type { Generated } from 'kysely'
import type { MemberKind, MemberRole } from '../../protocol/members.ts'
import type { DocumentKind, DocumentFault, DocumentState } from '../../protocol/portal/content.ts'
import type { RoomPlace } from '../../protocol/rooms.ts'
import type { MailKind, MailState } from '../../protocol/mail.ts'
import type { Language } from '../../protocol/language.ts'
import type { LinkRole } from '../../protocol/types.ts'

/** An account, as better-auth keeps it. Times that end in `At` are ISO 8601 here, as it writes them; `disabledAt` is ms since 1970. */
type Accounts = {
  id: string
  name: string
  email: string
  emailVerified: number
  image: string | null
  createdAt: string
  updatedAt: string
  role: 'member' | 'admin'
  disabledAt: number | null
  language: string | null
  timeZone: string | null
  remindDay: Generated<number>
  remindHour: Generated<number>
  feed: Generated<number>
}

/** Where an account is signed in: a browser. */
type SignIns = {
  id: string
  userId: string
  token: string
  expiresAt: string
  createdAt: string
  updatedAt: string
  ipAddress: string | null
  userAgent: string | null
  /** When somebody proved there who they are, in ms since 1970. */
  provenAt: number
}

/** By what an account is known: a password of ours, or who it is elsewhere. */
type Identities = {
  id: string
  userId: string
  providerId: string
  accountId: string
  password: string | null
  createdAt: string
  updatedAt: string
}

/** The secret of a guest whose places in rooms an account took along. */
type AccountGuests = { account: string; guest: string; at: number }

/** Whose a room is by an account. */
type RoomOwners = { room: string; account: string; at: number }

/** Roles that come by who somebody is; `subject` is an account's id, an e-mail in small letters, or the name of a group. */
type Memberships = { room: string; kind: MemberKind; subject: string; role: MemberRole; at: number }

/** The groups that an account was in when it signed in last. */
type AccountGroups = { account: string; name: string }

/** A room, as far as it is set outside of sessions; the rest of it is the store's. `start` is JSON. */
type Rooms = { id: string; name: string; hostName: string; start: string | null; deletedAt: number | null }

/** What lasts around a room. `words`: what a search looks into. `tags` and `schedule` are JSON. */
type RoomDetails = {
  room: string
  version: number
  words: string
  description: string
  html: string
  tags: string
  early: number
  accent: string
  waitingText: string
  leaveTo: string
  schedule: string | null
  nextAt: number | null
  nextEndsAt: number | null
  /** When reminders are due next. */
  remindAt: number | null
  archivedAt: number | null
}

/** What new rooms can be made from: `form` is JSON. Of an account, or of a guest by a hash. */
type RoomTemplates = {
  id: string
  account: string | null
  guest: string | null
  name: string
  form: string
  at: number
}

/** What was done to accounts and rooms, by whom; for administrators. */
type AuditLog = { n: Generated<number>; at: number; by: string | null; act: string; about: string | null }

/**
 * A mail, on its way or not any more. `urgent` ones go first; `dueAt` is when it is tried next, `at` when its state began, `until` from when
 * on it is of no use. `content` is what it says, in JSON, for as long as that is kept.
 */
type Mails = {
  n: Generated<number>
  key: string
  kind: MailKind
  state: MailState
  urgent: number
  address: string
  name: string
  subject: string
  queuedAt: number
  dueAt: number
  until: number | null
  tries: number
  at: number
  says: string | null
  content: string | null
}

/** A secret that is good once: its hash, what it is for, and what goes with it, in JSON. `until` is ms since 1970. */
type OneTimeSecrets = { key: string; purpose: string; account: string | null; goesWith: string; until: number }

/** A passkey (WebAuthn): `id` and `publicKey` in base64url; times are ms since 1970. */
type Passkeys = {
  id: string
  account: string
  name: string
  publicKey: string
  counter: number
  at: number
  usedAt: number | null
}

/** A link for one person, or for those to whom it is handed on. `key`: the hash of its token. `person`: who came by it first. */
type Invitations = {
  n: Generated<number>
  id: string
  room: string
  role: LinkRole
  key: string
  email: string
  firstName: string
  lastName: string
  language: Language
  createdAt: number
  by: string
  expiresAt: number | null
  /** When its time was seen to be over; a clock that is set back makes it good no more. */
  overAt: number | null
  singleUse: number
  bound: number
  revokedAt: number | null
  sentAt: number | null
  openedAt: number | null
  usedAt: number | null
  person: string | null
}

/** A picture of a room or an account; of nobody's, the file is still to be deleted. */
type PictureRows = { id: string; room: string | null; account: string | null; place: RoomPlace | 'profile'; at: number }
/** An account that was reminded of a room: it hears of changes. */
type Reminded = { room: string; account: string }

/** An e-mail without an account that wants no more reminders. */
type RemindersEnded = { email: string; at: number }

/** An address, by its hash, that wants no mails: none at all, or none about that room. */
type UnwantedMails = { address: string; room: string | null; at: number }
/**
 * What is in files of a room: `sha256` in hexadecimal digits, null while it is being kept. One that no document has is still to be deleted.
 * How far it is on its way to the stage: `ready` of `pages`; `about`: what was made of it, as JSON.
 */
type ContentFiles = {
  id: string
  room: string | null
  sha256: string | null
  bytes: number
  state: Generated<DocumentState>
  reason: Generated<DocumentFault | null>
  pages: Generated<number | null>
  ready: Generated<number>
  about: Generated<string | null>
  /** Whether a film has captions, kept beside it. */
  captions: Generated<number>
}

/** A file of a room: `owner` is a person there; `file`: where what is in it is kept; `words`: what a search looks into. */
type DocumentRows = {
  id: string
  room: string
  owner: string
  file: string
  name: string
  words: string
  kind: DocumentKind
  type: string
  bytes: number
  sha256: string
  at: number
}

/** A file on its way; `at`: when something of it came last. */
type Uploads = { id: string; room: string; owner: string; name: string; bytes: number; at: number }

/** The strip of a room: `documents`: the ids of its files in order, as JSON; `revision` counts its changes. */
type StoryboardRows = { room: string; revision: number; documents: string }
/** A strip that was saved under a name. */
type SavedStoryboards = { id: string; room: string; name: string; documents: string; at: number }

/** Pieces of the notes of a room: Yjs updates, in any order. */
type NotePieceRows = { n: Generated<number>; room: string; piece: Uint8Array }
/** A whiteboard of a room: `pages`: the elements of each, deleted ones too, as JSON. */
type WhiteboardRows = { id: string; room: string; name: string; pages: string; at: number; layerOf: string | null }

/** The tables of the portal; their SQL is in store/migrations.ts. */
export type Tables = {
  accounts: Accounts
  signIns: SignIns
  identities: Identities
  accountGuests: AccountGuests
  roomOwners: RoomOwners
  memberships: Memberships
  accountGroups: AccountGroups
  rooms: Rooms
  roomDetails: RoomDetails
  roomTemplates: RoomTemplates
  auditLog: AuditLog
  mails: Mails
  oneTimeSecrets: OneTimeSecrets
  passkeys: Passkeys
  invitations: Invitations
  pictures: PictureRows
  contentFiles: ContentFiles
  documents: DocumentRows
  uploads: Uploads
  notePieces: NotePieceRows
  storyboards: StoryboardRows
  whiteboards: WhiteboardRows
  savedStoryboards: SavedStoryboards
  reminded: Reminded
  remindersEnded: RemindersEnded
  unwantedMails: UnwantedMails
}
