import * as v from 'valibot'
import { Event } from './events.ts'
import { PersonView } from './views.ts'

/** The most rows one question about the viewers gets. */
export const ROWS_MAX = 100

/** What a person can look up without changing anything. */
export const Query = v.variant('type', [
  /** The viewers whose name holds `search`, in order of name, `limit` rows from `from`. */
  v.strictObject({
    type: v.literal('viewers'),
    search: v.pipe(v.string(), v.maxLength(100)),
    from: v.pipe(v.number(), v.integer(), v.minValue(0)),
    limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(ROWS_MAX)),
  }),
  /** A fresh ticket for the media engine. */
  v.strictObject({ type: v.literal('ticket') }),
  /** What was done to whom, newest first; for who runs the room. [REMOVE-4] */
  v.strictObject({ type: v.literal('acts') }),
])
export type Query = v.InferOutput<typeof Query>

/** The viewers asked for, and how many match in all. */
export const Viewers = v.strictObject({ type: v.literal('viewers'), total: v.number(), rows: v.array(PersonView) })
export type Viewers = v.InferOutput<typeof Viewers>

/** A ticket to the media engine, good for five minutes; `room` is the engine's name of the session. */
export const Ticket = v.strictObject({ type: v.literal('ticket'), token: v.string() })
export type Ticket = v.InferOutput<typeof Ticket>

/** Something that one person did to another, or to the room. `by` and `about` are names; `about` may be empty. */
export const Act = v.strictObject({ by: v.string(), about: v.string(), event: Event })
export type Act = v.InferOutput<typeof Act>
export const Acts = v.strictObject({ type: v.literal('acts'), acts: v.array(Act) })

export const Found = v.variant('type', [Viewers, Ticket, Acts])
export type Found = v.InferOutput<typeof Found>
