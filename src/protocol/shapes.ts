import * as v from 'valibot'
import { Id } from './types.ts'

/** A command without fields. */
export const bare = <T extends string>(type: T) => v.object({ type: v.literal(type) })
/** A command about a person. */
export const about = <T extends string>(type: T) => v.object({ type: v.literal(type), person: Id })
/** A command that turns something on or off. */
export const flip = <T extends string>(type: T) => v.object({ type: v.literal(type), on: v.boolean() })
/** Any other command. */
export const command = <T extends string, S extends v.ObjectEntries>(type: T, shape: S) =>
  v.object({ type: v.literal(type), ...shape })
/** An event, with its time `at` in ms. */
export const event = <T extends string, S extends v.ObjectEntries>(type: T, shape: S) =>
  v.object({ type: v.literal(type), at: v.number(), ...shape })
