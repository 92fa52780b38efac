import { CaptureUpdateAction, reconcileElements } from '@excalidraw/excalidraw'
import { useEffect, useRef } from 'react'
import type { BoardElement } from '../../../../protocol/presenting/whiteboard.ts'
import type { DocumentId } from '../../../../protocol/types.ts'
import type { Refusal } from '../../../../protocol/refusals.ts'
import { can } from '../../../../rules/permissions/policy.ts'
import { inOrder, mergeInto, wins, type BoardPage } from '../../../../rules/whiteboard/merge.ts'
import { useCall, useLive } from '../../../state/use-call.ts'
import { draw, point, readPage } from '../board-api.ts'
import { BoardLine } from './board-line.ts'
import { drawnOf, wireOf, type Api, type Remote } from './excalidraw.ts'

const POINTED_EVERY_MS = 60
// Whoever does not point any more points nowhere.
const POINTED_FOR_MS = 3_000
const AGAIN_MS = 1_500

type Needs = {
  api: Api | null
  /** A whiteboard, or a file that is drawn over. */
  board: DocumentId
  page: number
  /** All that is drawn has come. */
  onRead: (api: Api) => void
  /** What was drawn here is not taken, and gone. */
  onGone: (why: Refusal) => void
}

/** Keeps what Excalidraw shows and what the server has of a page alike. Gives what is told of what is drawn here, and of where one points. [BOARD-3] [BOARD-4] */
export function useBoardLine({ api, board, page, onRead, onGone }: Needs) {
  const call = useCall()
  const room = useLive(({ session }) => session.room)
  const me = useLive(({ you }) => you?.id ?? null)
  const line = useRef<BoardLine | null>(null)
  const pointedAt = useRef(0)
  useEffect(() => {
    if (!api) return undefined
    let isOpen = true
    let timer: ReturnType<typeof setTimeout> | undefined
    /** What was told while the whole is on its way, which may be older: a list for each time that it is. */
    const meanwhile = new Set<BoardElement[]>()
    const show = (elements: readonly BoardElement[]) => {
      line.current?.told(elements)
      const here = api.getSceneElementsIncludingDeleted()
      const mine = new Map(wireOf(here).map((each) => [each.id, each]))
      // What was drawn here comes back too; taken for another's it could not be undone.
      const newer = elements.filter((each) => {
        const own = mine.get(each.id)
        return own === undefined || wins(each, own)
      })
      if (newer.length === 0) return
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Excalidraw brands what comes from others
      const remote = drawnOf(newer) as unknown as Remote
      const all = reconcileElements(here, remote, api.getAppState())
      api.updateScene({ elements: all, captureUpdate: CaptureUpdateAction.NEVER })
    }
    /** Takes what the server has; `isAll`: what is here and not there is gone. */
    const read = async (isAll: boolean) => {
      const since: BoardElement[] = []
      meanwhile.add(since)
      const answer = await readPage(room, board, page)
      meanwhile.delete(since)
      if (!isOpen) return
      if (!('ok' in answer)) {
        timer = setTimeout(() => void read(isAll), AGAIN_MS)
        return
      }
      const all: BoardPage = new Map()
      mergeInto(all, answer.ok.elements)
      mergeInto(all, since)
      const elements = inOrder(all)
      if (isAll) api.updateScene({ elements: drawnOf(elements), captureUpdate: CaptureUpdateAction.NEVER })
      show(elements)
      onRead(api)
      const draws = call.state.me !== null && can(call.state.me, 'draw')
      if (!isAll && draws) line.current?.changed(wireOf(api.getSceneElementsIncludingDeleted()))
    }
    line.current = new BoardLine({
      send: async (elements) => await draw(room, board, page, elements),
      refused: (why) => {
        onGone(why)
        void read(true)
      },
    })
    const pointers = new Map<string, ReturnType<typeof setTimeout>>()
    const collaborators: Parameters<Api['updateScene']>[0]['collaborators'] = new Map()
    const unwatch = call.watchBoard((frame) => {
      if (frame.board !== board) return
      if (frame.type === 'drawn') {
        if (frame.page !== page) return
        for (const since of meanwhile) since.push(...frame.elements)
        show(frame.elements)
        return
      }
      for (const { person, name, x, y, laser, page: on } of frame.pointers) {
        if (person === me || on !== page) continue
        clearTimeout(pointers.get(person))
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Excalidraw brands the ids of sockets
        const id = person as Parameters<typeof collaborators.set>[0]
        collaborators.set(id, { username: name, pointer: { x, y, tool: laser ? 'laser' : 'pointer' } })
        pointers.set(
          person,
          setTimeout(() => {
            collaborators.delete(id)
            api.updateScene({ collaborators: new Map(collaborators) })
          }, POINTED_FOR_MS),
        )
      }
      api.updateScene({ collaborators: new Map(collaborators) })
    })
    const unfollow = call.follow({ onEvent: () => {}, onReset: () => void read(false) })
    // What was drawn before it came stays.
    void read(false)
    return () => {
      isOpen = false
      clearTimeout(timer)
      for (const each of pointers.values()) clearTimeout(each)
      unwatch()
      unfollow()
      line.current?.close()
      line.current = null
    }
  }, [api, call, room, board, page, me, onRead, onGone])
  return {
    changed: (elements: readonly BoardElement[]) => line.current?.changed(elements),
    pointed: (at: { x: number; y: number; laser: boolean }) => {
      const now = performance.now()
      if (now - pointedAt.current < POINTED_EVERY_MS) return
      pointedAt.current = now
      void point(room, board, { page, ...at })
    },
  }
}
