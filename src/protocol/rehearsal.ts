import * as v from 'valibot'
import { bare, command, event } from './shapes.ts'
import { Id } from './types.ts'

/** The most bots that a rehearsal can have. */
export const BOTS_MAX = 500

const Bots = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(BOTS_MAX))

/** Why a rehearsal is over: somebody ended it, a guest came, the last host left, the session ended, or the server was away. */
export const RehearsalEnd = v.picklist(['stopped', 'guest', 'hostLeft', 'sessionEnded', 'serverAway'])
export type RehearsalEnd = v.InferOutput<typeof RehearsalEnd>

/**
 * What was measured while about so many bots were there, as an average of so many `seconds`: how many there were, of how much of a second the
 * server's process worked, in ms, with them and before them, for how many ms its loop was held up at the most, and how long a hand
 * took, in ms; null where nobody raised one.
 */
export const Measured = v.object({
  seconds: v.number(),
  bots: v.number(),
  busy: v.number(),
  idle: v.number(),
  held: v.number(),
  hand: v.nullable(v.number()),
})
export type Measured = v.InferOutput<typeof Measured>

/** What follows from a rehearsal with `bots`: about how many viewers the server holds, `atLeast` where it may be more; or why nobody knows. */
export const Verdict = v.variant('kind', [
  v.object({ kind: v.literal('holds'), viewers: v.number(), atLeast: v.boolean(), bots: v.number() }),
  v.object({ kind: v.literal('slow'), bots: v.number(), hand: v.number() }),
  v.object({ kind: v.literal('tooShort') }),
])
export type Verdict = v.InferOutput<typeof Verdict>

/** A rehearsal that runs, or the last one: with so many bots of the server's own, and what came of it. */
export const Rehearsal = v.object({
  bots: v.number(),
  at: v.number(),
  endedAt: v.nullable(v.number()),
  why: v.nullable(RehearsalEnd),
  verdict: v.nullable(Verdict),
})
export type Rehearsal = v.InferOutput<typeof Rehearsal>

/** What is asked of a rehearsal. */
export const rehearsalCommands = [
  /** `bots`: how many the server brings itself; with 0 they come from elsewhere. */
  command('startRehearsal', { bots: Bots }),
  bare('stopRehearsal'),
] as const

/** Bots come, and are gone without a trace. */
export const rehearsalEvents = [
  event('rehearsalStarted', { bots: Bots, by: Id }),
  /** Never told and never stored: the verdict is what stays of it. */
  event('rehearsalMeasured', { measured: Measured }),
  /** `people`: all bots that were ever there; nothing of them stays. */
  event('rehearsalStopped', { by: v.nullable(Id), why: RehearsalEnd, people: v.array(Id), verdict: Verdict }),
] as const
