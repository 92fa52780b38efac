import type { Logger } from 'pino'
import type { Millis } from '../protocol/types.ts'
import type { AccountMails } from './accounts/account-mails.ts'
import type { Accounts } from './accounts/accounts.ts'
import type { SetUp } from './accounts/set-up.ts'
import type { Visitors } from './accounts/visitors.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { IsProxy } from './http/client-address.ts'
import type { Settings as ConverterSettings } from './convert/converter.ts'
import type { Database } from './database/database.ts'
import type { GuestCookie } from './http/guest-cookie.ts'
import type { Files } from './files/files.ts'
import type { Renditions } from './renditions/renditions.ts'
import type { Whiteboards } from './whiteboard/whiteboards.ts'
import type { Documents } from './content/documents.ts'
import type { Uploads } from './content/uploads.ts'
import type { Notes } from './notes/notes.ts'
import type { Pictures } from './pictures/pictures.ts'
import type { Admission } from './realtime/admission.ts'
import type { MailQueue } from './mail/mail-queue.ts'
import type { RoomRegistry } from './rooms/registry.ts'
import type { MediaLoadWatch } from './media/media-load.ts'
import type { PictureSeats } from './media/picture-seats.ts'
import type { Media } from './media/media.ts'
import type { UnreadBudget } from './realtime/unread-budget.ts'
import type { WaitingLine } from './realtime/waiting-line.ts'
import type { Ownership } from './rooms/ownership.ts'
import type { Secrets } from './secrets.ts'
import type { Store } from './store/store.ts'

/** What the app is built from. `dist` is the folder of the built page. */
export type AppNeeds = {
  config: Config
  secrets: Secrets
  store: Store
  database: Database
  files: Files
  setUp: SetUp
  ownership: Ownership
  media: Media
  clock: Clock
  log: Logger
  dist: string
  /** How files are converted otherwise than the machine has it: by other programs, in less time. */
  converting?: Pick<ConverterSettings, 'programs' | 'limits' | 'free'>
  /** When this server, or the one before it on the same data, was last seen running, in ms since 1970. */
  lastAlive: Millis
}

/** What the routes share. */
export type AppContext = AppNeeds & {
  rooms: RoomRegistry
  cookie: GuestCookie
  accounts: Accounts
  accountMails: AccountMails
  visitors: Visitors
  mail: MailQueue
  pictures: Pictures
  documents: Documents
  whiteboards: Whiteboards
  renditions: Renditions
  uploads: Uploads
  notes: Notes
  admission: Admission
  unread: UnreadBudget
  seats: PictureSeats
  /** What the media carry just now, and how many viewers they hold. */
  mediaFigures: () => MediaLoadWatch['figures']
  line: WaitingLine
  isProxy: IsProxy
}
