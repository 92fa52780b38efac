import { useCallback, useEffect, useState } from 'react'
import type { Storyboard } from '../../../protocol/presenting/storyboard.ts'
import type { Refusal } from '../../../protocol/refusals.ts'
import type { DocumentId } from '../../../protocol/types.ts'
import { useLive } from '../../state/use-call.ts'
import { changeStoryboard, readStoryboard } from './storyboard-api.ts'

const AWAY_MS = 3_000

/**
 * The strip of the room as it is for all who run it. A change is shown at once; where somebody else changed it meanwhile, it is made again on
 * what they have made of it. [STORYBOARD-2]
 */
export function useStoryboard() {
  const room = useLive(({ session }) => session.room)
  const changes = useLive(({ contentChanges }) => contentChanges)
  const [strip, setStrip] = useState<Storyboard | null>(null)
  const [fault, setFault] = useState<Refusal | 'away' | null>(null)
  const [again, setAgain] = useState(0)
  useEffect(() => {
    let isWanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      const answer = await readStoryboard(room)
      if (!isWanted) return
      if ('ok' in answer) setStrip(answer.ok)
      else timer = setTimeout(() => setAgain((count) => count + 1), AWAY_MS)
    }
    void look()
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [room, changes, again])
  const change = useCallback(
    async (arranged: (documents: readonly DocumentId[]) => readonly DocumentId[]) => {
      for (let tries = 0; tries < 3; tries += 1) {
        const before = await readStoryboard(room)
        if (!('ok' in before)) return setFault('away')
        const { revision, documents } = before.ok
        const answer = await changeStoryboard(room, revision, arranged(documents.map(({ id }) => id)))
        setFault('ok' in answer ? null : 'refused' in answer ? answer.refused.refusal : 'away')
        if ('ok' in answer) return setStrip(answer.ok)
        if (!('refused' in answer) || answer.refused.refusal !== 'changed-meanwhile') return undefined
      }
      return undefined
    },
    [room],
  )
  return { room, documents: strip?.documents ?? null, fault, change }
}
