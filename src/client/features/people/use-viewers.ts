import { useEffect, useRef, useState } from 'react'
import { ROWS_MAX } from '../../../protocol/queries.ts'
import type { PersonView } from '../../../protocol/views.ts'
import { isModerator } from '../../../rules/permissions/policy.ts'
import type { ViewersQuery } from '../../../rules/audience/roster.ts'
import { newest } from '../../call/connection/latest.ts'
import { useLanguage } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'

// The window moves in steps: twenty rows are a screen.
const STEP = 20
// The server limits how much a page asks per second: scrolling leaves most of that to commands.
const BETWEEN_LOOKS_MS = 120
const AGAIN_MS = 1_000
// If ten thousand people look at the list, they must not all ask again each time somebody comes.
const PAUSE_PER_VIEWER_MS = 3
const LONGEST_PAUSE_MS = 30_000

type Found = ViewersQuery & { total: number; rows: readonly PersonView[] }

/**
 * A window of the viewers by name that contains the rows from `first` to `last`; loaded again as people come and go, for moderators at
 * once. People whom the session knows better (an invitation arrives at once) are shown from there. [AUDIENCE-5]
 */
export function useViewers(search: string, first: number, last: number): Found {
  const call = useCall()
  const audience = useLive((state) => state.audience)
  const isOpen = useLive((state) => state.connection === 'open')
  const moderates = useLive((state) => state.me !== null && isModerator(state.me.role))
  const language = useLanguage()
  const [found, setFound] = useState<Found>({ language, search, from: 0, limit: 0, total: 0, rows: [] })
  const [missed, setMissed] = useState(0)
  const [look] = useState(() =>
    newest(async (wish: ViewersQuery) => {
      const answer = await call.findViewers(wish)
      if (answer) setFound({ ...wish, ...answer })
      // If it cannot be loaded now, the rows stay and it is tried again.
      else setTimeout(() => setMissed((times) => times + 1), AGAIN_MS)
    }, BETWEEN_LOOKS_MS),
  )
  const from = Math.floor(first / STEP) * STEP
  const limit = Math.min(ROWS_MAX, (Math.ceil((last - from) / STEP) + 1) * STEP)
  useEffect(() => {
    if (isOpen) look({ language, search, from, limit })
  }, [look, isOpen, language, search, from, limit, missed])

  const lookedAt = useRef(0)
  useEffect(() => {
    const pause = moderates ? 0 : Math.min(LONGEST_PAUSE_MS, audience.viewers * PAUSE_PER_VIEWER_MS)
    const again = () => {
      lookedAt.current = Date.now()
      look({ language, search, from, limit })
    }
    const timer = setTimeout(again, Math.max(0, lookedAt.current + pause - Date.now()))
    return () => clearTimeout(timer)
    // A change of the audience is a reason to look again; the rest says what for.
  }, [audience, look, language, search, from, limit, moderates])

  const known = useLive((state) => found.rows.map((row) => state.session.people.get(row.id) ?? row))
  const rows = known.filter((person) => person.place === 'viewer')
  return { ...found, rows, total: found.total - (known.length - rows.length) }
}
