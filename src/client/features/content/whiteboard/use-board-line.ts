import { CaptureUpdateAction, reconcileElements } from '@excalidraw/excalidraw'
import { useEffect, useRef } from 'react'
import type { BoardElement } from '../../../../protocol/presenting/whiteboard.ts'
import type { DocumentId } from '../../../../protocol/types.ts'
import type { Refusal } from '../../../../protocol/refusals.ts'
import { can } from '../../../../rules/permissions/policy.ts'
import { useCall, useLive } from '../../../state/use-call.ts'
import { draw, point, readPage } from '../board-api.ts'
import { BoardSync, type Scene } from './board-sync.ts'
import { drawnOf, wireOf, type Api, type Remote } from './excalidraw.ts'

const POINTED_EVERY_MS = 60
// Whoever does not point any more points nowhere.
const POINTED_FOR_MS = 3_000

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
  const sync = useRef<BoardSync | null>(null)
  const pointedAt = useRef(0)
  useEffect(() => {
    if (!api) return undefined
    const opened = new BoardSync({
      scene: sceneOf(api),
      read: async () => await readPage(room, board, page),
      send: async (elements) => await draw(room, board, page, elements),
      mayDraw: () => call.state.me !== null && can(call.state.me, 'draw'),
      onRead: () => onRead(api),
      onGone,
    })
    sync.current = opened
    const pointers = new Map<string, ReturnType<typeof setTimeout>>()
    const collaborators: Parameters<Api['updateScene']>[0]['collaborators'] = new Map()
    const unwatch = call.watchBoard((frame) => {
      if (frame.board !== board) return
      if (frame.type === 'drawn') {
        if (frame.page === page) opened.told(frame.elements)
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
    const unfollow = call.follow({ onEvent: () => {}, onReset: () => opened.reset() })
    return () => {
      for (const each of pointers.values()) clearTimeout(each)
      unwatch()
      unfollow()
      opened.close()
      sync.current = null
    }
  }, [api, call, room, board, page, me, onRead, onGone])
  return {
    changed: (elements: readonly BoardElement[]) => sync.current?.changed(elements),
    pointed: (at: { x: number; y: number; laser: boolean }) => {
      const now = performance.now()
      if (now - pointedAt.current < POINTED_EVERY_MS) return
      pointedAt.current = now
      void point(room, board, { page, ...at })
    },
  }
}

const sceneOf = (api: Api): Scene => ({
  elements: () => wireOf(api.getSceneElementsIncludingDeleted()),
  merge(newer) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Excalidraw brands what comes from others
    const remote = drawnOf(newer) as unknown as Remote
    const all = reconcileElements(api.getSceneElementsIncludingDeleted(), remote, api.getAppState())
    api.updateScene({ elements: all, captureUpdate: CaptureUpdateAction.NEVER })
  },
  replace(all) {
    api.updateScene({ elements: drawnOf(all), captureUpdate: CaptureUpdateAction.NEVER })
  },
})
