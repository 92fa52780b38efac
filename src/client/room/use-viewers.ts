import { useEffect, useState } from 'react'
import type { PersonView } from '../../protocol/views.ts'
import { useCall, useLive } from '../ui/use-live.ts'

/**
 * A window of the viewers, by name; asked for again when the audience changes. Who is known better from the session (an
 * invitation is told at once) is shown as known there. [AUDIENCE-5]
 */
export function useViewers(search: string, limit: number): { total: number; rows: readonly PersonView[] } {
  const call = useCall()
  const audience = useLive((state) => state.audience)
  const connection = useLive((state) => state.connection)
  const [found, setFound] = useState<{ total: number; rows: PersonView[] }>({ total: 0, rows: [] })
  const known = useLive((state) => found.rows.map((row) => state.session.people.get(row.id) ?? row))
  useEffect(() => {
    let wanted = true
    const look = async () => {
      const answer = await call.findViewers(search, 0, limit)
      if (wanted) setFound(answer)
    }
    if (connection === 'open') void look()
    return () => {
      wanted = false
    }
  }, [call, audience, connection, search, limit])
  return { total: found.total, rows: known.filter((person) => person.place === 'viewer') }
}
