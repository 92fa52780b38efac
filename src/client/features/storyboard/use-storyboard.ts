import { useCallback, useEffect, useState } from 'react'
import type { Storyboard } from '../../../protocol/presenting/storyboard.ts'
import type { Refusal } from '../../../protocol/refusals.ts'
import type { DocumentId, RoomId } from '../../../protocol/types.ts'
import { changeStoryboard, readStoryboard } from './storyboard-api.ts'

// While the server is away, and where nobody tells of a change.
const AGAIN_MS = 3_000

/**
 * The strip of a room as it is for all who run it; looked at again when `changes` grows, or every few seconds in sight where it is null,
 * because nobody tells of a change there. `change` makes one, again where somebody else was faster; whether it was made is its answer.
 * `show` takes a strip that the server answered otherwise. [STORYBOARD-2]
 */
export function useStoryboard(room: RoomId, changes: number | null) {
  const [strip, setStrip] = useState<Storyboard | null>(null)
  const [fault, setFault] = useState<Refusal | 'away' | null>(null)
  const [again, setAgain] = useState(0)
  // An answer that was overtaken shows nothing.
  const show = useCallback(
    (seen: Storyboard) => setStrip((shown) => (shown && shown.revision > seen.revision ? shown : seen)),
    [],
  )
  useEffect(() => {
    const left = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const lookAgain = () => {
      if (document.visibilityState === 'visible') setAgain((count) => count + 1)
      else document.addEventListener('visibilitychange', lookAgain, { once: true, signal: left.signal })
    }
    const look = async () => {
      const answer = await readStoryboard(room)
      if (left.signal.aborted) return
      if ('ok' in answer) show(answer.ok)
      if (changes === null || !('ok' in answer)) timer = setTimeout(lookAgain, AGAIN_MS)
    }
    void look()
    return () => {
      left.abort()
      clearTimeout(timer)
    }
  }, [room, changes, again, show])
  const change = useCallback(
    async (arranged: (documents: readonly DocumentId[]) => readonly DocumentId[]): Promise<boolean> => {
      for (let tries = 0; tries < 3; tries += 1) {
        const before = await readStoryboard(room)
        const answer =
          'ok' in before ? await changeStoryboard(room, before.ok.revision, arranged(idsOf(before.ok))) : before
        setFault('ok' in answer ? null : 'refused' in answer ? answer.refused.refusal : 'away')
        if ('ok' in answer) {
          show(answer.ok)
          return true
        }
        if (!('refused' in answer) || answer.refused.refusal !== 'changed-meanwhile') return false
      }
      return false
    },
    [room, show],
  )
  return { documents: strip?.documents ?? null, fault, show, change }
}

const idsOf = ({ documents }: Storyboard) => documents.map(({ id }) => id)
