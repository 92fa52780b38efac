import { useState } from 'react'
import type { Refusal } from '../../../../protocol/refusals.ts'
import type { Schedule } from '../../../../protocol/schedule.ts'
import type { DateChange, ScheduleDates } from '../../../../protocol/portal/schedule-dates.ts'
import { readScheduleDates } from '../api.ts'
import { useAnswer } from '../../use-answer.ts'

type Asked = { schedule: Schedule; change?: DateChange; most?: number }

/**
 * What the server says of a schedule as it is typed, and of a change of its dates. `found`: the last that it said, which stays until it has
 * said more; `isNow`: whether that is of what is typed now; `refusal`: why it cannot be so.
 */
export function useDates({ schedule, change, most = 1 }: Asked) {
  const [answer] = useAnswer(readScheduleDates, JSON.stringify({ schedule, change: change ?? null, most }))
  const [found, setFound] = useState<ScheduleDates | null>(null)
  const told = answer && 'ok' in answer ? answer.ok : null
  if (told && told !== found) setFound(told)
  const refusal: Refusal | null = answer && 'refused' in answer ? answer.refused.refusal : null
  return { found: told ?? found, isNow: told !== null, refusal }
}
