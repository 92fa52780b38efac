import * as z from 'zod/mini'
import { Event } from './events.ts'
import { PersonView } from './views.ts'

/** The most rows one question about the viewers gets. */
export const ROWS_MAX = 100

/** What a person can look up without changing anything. */
export const Query = z.discriminatedUnion('type', [
  /** The viewers whose name holds `search`, in order of name, `limit` rows from `from`. */
  z.strictObject({
    type: z.literal('viewers'),
    search: z.string().check(z.maxLength(100)),
    from: z.int().check(z.minimum(0)),
    limit: z.int().check(z.minimum(1), z.maximum(ROWS_MAX)),
  }),
  /** A fresh ticket for the media engine. */
  z.strictObject({ type: z.literal('ticket') }),
  /** What was done to whom, newest first; for who runs the room. [REMOVE-4] */
  z.strictObject({ type: z.literal('acts') }),
])
export type Query = z.infer<typeof Query>

/** The viewers asked for, and how many match in all. */
export const Viewers = z.strictObject({ type: z.literal('viewers'), total: z.number(), rows: z.array(PersonView) })
export type Viewers = z.infer<typeof Viewers>

/** A ticket to the media engine, good for five minutes; `room` is the engine's name of the session. */
export const Ticket = z.strictObject({ type: z.literal('ticket'), token: z.string() })
export type Ticket = z.infer<typeof Ticket>

/** Something that one person did to another, or to the room. `by` and `about` are names; `about` may be empty. */
export const Act = z.strictObject({ by: z.string(), about: z.string(), event: Event })
export type Act = z.infer<typeof Act>
export const Acts = z.strictObject({ type: z.literal('acts'), acts: z.array(Act) })

export const Found = z.discriminatedUnion('type', [Viewers, Ticket, Acts])
export type Found = z.infer<typeof Found>
