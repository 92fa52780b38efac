import * as v from 'valibot'
import { Event } from '../../../protocol/events.ts'
import { backstage } from './backstage.ts'

/** An event as it stands in the log, of whatever version. */
export type Stored = Record<string, unknown>

/**
 * Each brings the events of one version to the next: the first those that were written before events had a version. A step that was
 * released is never changed; a change of an event that readers of before would not understand is a new step.
 */
const STEPS: readonly ((event: Stored) => Stored)[] = [backstage]

/** The version of the events that are written now. */
const VERSION = STEPS.length + 1

const Versioned = v.looseObject({ v: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1) })

/** An event as it is written into the log. */
export function toRow(event: Event): string {
  return JSON.stringify({ v: VERSION, ...event })
}

/** An event out of the log, brought up to date; null where it cannot be read. What is not known of it is left out. */
export function fromRow(row: string): Event | null {
  try {
    const { v: version, ...stored } = v.parse(Versioned, JSON.parse(row))
    const event = STEPS.slice(version - 1).reduce<Stored>((each, step) => step(each), stored)
    return v.parse(Event, event)
  } catch {
    return null
  }
}
