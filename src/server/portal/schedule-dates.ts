import * as v from 'valibot'
import type { FastifyInstance } from 'fastify'
import { DETAILS_BODY_MAX } from '../../protocol/rooms.ts'
import { DatesAsked, type ScheduleDates } from '../../protocol/portal/schedule-dates.ts'
import type { Millis } from '../../protocol/types.ts'
import { changeDates, type DatesChanged } from '../../rules/schedule/change-dates.ts'
import { comingDates, nextClockNote } from '../../rules/schedule/coming-dates.ts'
import type { AppContext } from '../app-context.ts'
import { reject } from '../http/rejections.ts'

const LOOKS_PER_MINUTE = 600

/** The route by which a form learns the dates of the schedule in it, for a browser knows no zones. It says nothing of any room, and keeps nothing. [SCHEDULE-11] */
export function scheduleDatesRoutes(app: FastifyInstance, { clock }: AppContext): void {
  const limited = {
    config: { rateLimit: { max: LOOKS_PER_MINUTE, timeWindow: 60_000 } },
    bodyLimit: DETAILS_BODY_MAX,
  }

  app.post('/api/schedule-dates', limited, async (request, reply) => {
    const asked = v.safeParse(DatesAsked, request.body)
    if (!asked.success) return reject(reply, 'bad-request')
    const { schedule, change, most } = asked.output
    const read = changeDates(schedule, change, clock.now())
    if ('fault' in read) return reject(reply, read.fault)
    const on = change?.do === 'following' ? change.start.slice(0, 10) : change && 'on' in change ? change.on : null
    return await reply.send(datesOf(read, { on, most, at: clock.now() }))
  })
}

type Read = Exclude<DatesChanged, { fault: unknown }>

/** The next dates of a schedule, at most so many, and the first from the date `on`. */
function datesOf({ schedule, lost }: Read, { on, most, at }: { on: string | null; most: number; at: Millis }) {
  const dates = comingDates(schedule, at, { most: most + 1 })
  const [changed] = on === null ? [] : comingDates(schedule, at, { most: 1, after: on })
  const hasMore = dates.length > most
  const shown = { dates: dates.slice(0, most), hasMore, changed: changed ?? null }
  return { schedule, lost, ...shown, clock: nextClockNote(schedule, at) } satisfies ScheduleDates
}
