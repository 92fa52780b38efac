import { useCallback, useEffect, useState } from 'react'
import type { DocumentId } from '../../../protocol/types.ts'
import { can } from '../../../rules/permissions/policy.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import { readPage } from './board-api.ts'

const AGAIN_MS = 2_000

/** What is drawn over the page of a file that one looks at: whether there is anything to show, and whether one may, and does, draw there. */
export type DrawnOver = {
  isShown: boolean
  mayDraw: boolean
  draws: boolean
  toggle: () => void
  clear: (() => void) | null
  setClear: (clear: (() => void) | null) => void
}

/** [BOARD-5] `isAway`: one looks at another page than everybody, where nobody draws. */
export function useLayer(file: DocumentId, page: number, isAway: boolean): DrawnOver {
  const may = useLive(({ me }) => me !== null && can(me, 'draw'))
  const [wants, setWants] = useState(false)
  const [clear, setThat] = useState<(() => void) | null>(null)
  const setClear = useCallback((next: (() => void) | null) => setThat(() => next), [])
  const isDrawnOn = useIsDrawnOn(file, page)
  const draws = may && !isAway && wants
  const toggle = () => setWants(!wants)
  return { isShown: draws || isDrawnOn, mayDraw: may && !isAway, draws, toggle, clear, setClear }
}

/** Whether anything was ever drawn over a page, or somebody points there: what draws it is large, and loaded for nothing else. */
function useIsDrawnOn(file: DocumentId, page: number): boolean {
  const call = useCall()
  const room = useLive(({ session }) => session.room)
  const [found, setFound] = useState('')
  const key = `${file} ${page}`
  useEffect(() => {
    let isWanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      const answer = await readPage(room, file, page)
      if (!isWanted) return
      if ('unreachable' in answer) timer = setTimeout(() => void look(), AGAIN_MS)
      if ('ok' in answer && answer.ok.elements.length > 0) setFound(key)
    }
    const unwatch = call.watchBoard((frame) => {
      const isHere = frame.type === 'drawn' ? frame.page === page : frame.pointers.some((each) => each.page === page)
      if (frame.board === file && isHere) setFound(key)
    })
    const unfollow = call.follow({ onEvent: () => {}, onReset: () => void look() })
    void look()
    return () => {
      isWanted = false
      clearTimeout(timer)
      unwatch()
      unfollow()
    }
  }, [call, room, file, page, key])
  return found === key
}
