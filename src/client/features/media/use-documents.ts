import { useCallback, useEffect, useState } from 'react'
import type { Documents } from '../../../protocol/portal/content.ts'
import type { Refusal } from '../../../protocol/refusals.ts'
import type { RoomId } from '../../../protocol/types.ts'
import { findDocuments, type Wish } from './documents.ts'

// Typing is over by then.
const TYPED_MS = 200
const AWAY_MS = 3_000
// How long a page is being prepared.
const PREPARING_MS = 2_000

/**
 * The files that are looked for; null until they are there. `changes` grows when the room says that they are others; where it is null, one
 * that is being prepared is looked at again. `arrived`: how many this page has brought. `fault`: why they
 * cannot be had just now.
 */
export function useDocuments(room: RoomId, { whose, search, sort }: Wish, changes: number | null, arrived: number) {
  const [found, setFound] = useState<Documents | null>(null)
  const [fault, setFault] = useState<Refusal | 'away' | null>(null)
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
          setFault('refused' in answer ? answer.refused.refusal : 'away')
          timer = setTimeout(() => setAgain((count) => count + 1), AWAY_MS)
          return
        }
        parts.push(answer.ok)
      }
      setFault(null)
      const last = parts.at(-1)
      const documents = parts.flatMap((part) => part.documents)
      if (last) setFound({ ...last, documents })
      if (changes === null && documents.some(({ state }) => state === 'uploaded' || state === 'converting'))
        timer = setTimeout(() => setAgain((count) => count + 1), PREPARING_MS)
    }
    let timer = setTimeout(() => void look(), search === '' ? 0 : TYPED_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [room, whose, search, sort, windows, changes, arrived, again])
  const refresh = useCallback(() => setAgain((count) => count + 1), [])
  return { found, fault, more: () => setWindows(windows + 1), refresh }
}
