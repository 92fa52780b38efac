import { useEffect, useRef, useState } from 'react'
import type { PersonView } from '../../protocol/views.ts'
import { runs } from '../../rules/policy.ts'
import { newest } from '../live/newest.ts'
import { useCall, useLive } from '../ui/use-live.ts'

// What one question brings, and by what steps the window goes: twenty rows are a screen.
const ROWS = 60
const STEP = 20
// Ten thousand who look must not all ask again for each who comes.
const PAUSE_PER_VIEWER_MS = 3
const LONGEST_PAUSE_MS = 30_000

type Wish = { search: string; from: number }
type Found = Wish & { total: number; rows: readonly PersonView[] }

/**
 * The viewers by name, in a window that holds row `first`; asked for again as people come and go, at once for who runs the
 * room. Who is known better from the session (an invitation is told at once) is shown as known there. [AUDIENCE-5]
 */
export function useViewers(search: string, first: number): Found {
  const call = useCall()
  const audience = useLive((state) => state.audience)
  const isOpen = useLive((state) => state.connection === 'open')
  const isRunner = useLive((state) => state.me !== null && runs(state.me.role))
  const [found, setFound] = useState<Found>({ search, from: 0, total: 0, rows: [] })
  const [look] = useState(() =>
    newest(async (wish: Wish) => setFound({ ...wish, ...(await call.findViewers(wish.search, wish.from, ROWS)) })),
  )
  const from = Math.max(0, Math.floor(first / STEP) - 1) * STEP
  useEffect(() => {
    if (isOpen) look({ search, from })
  }, [look, isOpen, search, from])

  const lookedAt = useRef(0)
  useEffect(() => {
    const pause = isRunner ? 0 : Math.min(LONGEST_PAUSE_MS, audience.viewers * PAUSE_PER_VIEWER_MS)
    const again = () => {
      lookedAt.current = Date.now()
      look({ search, from })
    }
    const timer = setTimeout(again, Math.max(0, lookedAt.current + pause - Date.now()))
    return () => clearTimeout(timer)
    // A change of the audience is why to look again; the rest is what for.
  }, [audience, look, search, from, isRunner])

  const known = useLive((state) => found.rows.map((row) => state.session.people.get(row.id) ?? row))
  const rows = known.filter((person) => person.place === 'viewer')
  return { ...found, rows, total: found.total - (known.length - rows.length) }
}
