import { useCallback, useEffect, useState } from 'react'
import type { Documents } from '../../../protocol/portal/content.ts'
import type { RoomId } from '../../../protocol/types.ts'
import { findDocuments, type Wish } from './documents.ts'

// Typing is over by then.
const TYPED_MS = 200
const AWAY_MS = 3_000

/** The files that are looked for; null until they are there. `changes` grows when the room says that they are others. */
export function useDocuments(room: RoomId, { whose, search, sort }: Wish, changes: number) {
  const [found, setFound] = useState<Documents | null>(null)
  const [isAway, setAway] = useState(false)
  const [windows, setWindows] = useState(1)
  const [again, setAgain] = useState(0)
  useEffect(() => {
    let isWanted = true
    const look = async () => {
      const parts: Documents[] = []
      for (let from: number | null = 0; from !== null && parts.length < windows; from = parts.at(-1)?.next ?? null) {
        const answer = await findDocuments(room, { whose, search, sort }, from)
        if (!isWanted) return
        if (!('ok' in answer)) {
          setAway(true)
          timer = setTimeout(() => setAgain((count) => count + 1), AWAY_MS)
          return
        }
        parts.push(answer.ok)
      }
      setAway(false)
      const last = parts.at(-1)
      if (last) setFound({ ...last, documents: parts.flatMap(({ documents }) => documents) })
    }
    let timer = setTimeout(() => void look(), search === '' ? 0 : TYPED_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [room, whose, search, sort, windows, changes, again])
  const refresh = useCallback(() => setAgain((count) => count + 1), [])
  return { found, isAway, more: () => setWindows(windows + 1), refresh }
}
