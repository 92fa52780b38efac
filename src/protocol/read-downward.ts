import * as v from 'valibot'
import { Event } from './events.ts'
import { Downward } from './frames.ts'

const KNOWN: ReadonlySet<unknown> = new Set(Downward.options.map(({ entries }) => entries.type.literal))
// An answer is waited for: what cannot be read of it is said in its place.
const Answer = v.looseObject({ type: v.picklist(['found', 'refused']), ask: v.number() })
const Told = v.looseObject({ type: v.literal('told'), events: v.array(v.unknown()) })

/**
 * What the server says, as far as this page knows it: a server that is newer may say more. Of what is told, events of a kind that is not
 * known are left out; a frame of such a kind is `unknown`; an answer that cannot be read is a no; null is what nobody can have said.
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
