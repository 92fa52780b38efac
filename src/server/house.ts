import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { LiveRooms } from './live-rooms.ts'
import type { Media } from './media.ts'
import type { Secrets } from './secrets.ts'
import type { Store } from './store.ts'

/** What the app is built from. `dist` is the folder of the built page. */
export type Needs = {
  config: Config
  secrets: Secrets
  store: Store
  media: Media
  clock: Clock
  log: Logger
  dist: string
}

/** What the routes share. */
export type House = Needs & { rooms: LiveRooms }
