import * as v from 'valibot'
import { Event } from './events.ts'
import { Downward } from './frames.ts'

const KNOWN: ReadonlySet<unknown> = new Set(Downward.options.map(({ entries }) => entries.type.literal))
// An answer that cannot be read still has to reach the request that waits for it.
const Answer = v.looseObject({ type: v.picklist(['found', 'refused']), ask: v.number() })
const Told = v.looseObject({ type: v.literal('told'), events: v.array(v.unknown()) })

/**
 * Reads a frame of the server, which may be newer than this page. Events of an unknown kind are left out; a frame of an unknown kind is
 * `unknown`; an answer that cannot be read is a refusal; null if it is no frame at all.
 */
export function readDownward(text: string): Downward | 'unknown' | null {
  try {
    const said: unknown = JSON.parse(text)
    const told = v.safeParse(Told, said)
    const known = told.success
      ? { ...told.output, events: told.output.events.filter((event) => v.is(Event, event)) }
      : said
    const read = v.safeParse(Downward, known)
    if (read.success) return read.output
    const answer = v.safeParse(Answer, said)
    if (answer.success) return { type: 'refused', ask: answer.output.ask, refusal: 'bad-request' }
    const { type } = v.parse(v.looseObject({ type: v.string() }), said)
    return KNOWN.has(type) ? null : 'unknown'
  } catch {
    return null
  }
}
