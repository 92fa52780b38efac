import * as v from 'valibot'
import { Id } from '../../protocol/types.ts'
import { keyOf } from '../secrets.ts'
import type { Store } from '../store/store.ts'
import type { PreviewOf } from './static-page.ts'

/** What is said of a room that says nothing of itself. */
const OF_ITSELF = 'A room with a stage and an audience.'

/** The previews of a room's own address and of its invite links. It uses no link up, and says what the page says before one enters. [PREVIEW-1] */
export function linkPreviews(store: Pick<Store, 'room' | 'linkByKey'>): PreviewOf {
  const roomOf = async (path: string): Promise<string | null> => {
    const [, kind, id = ''] = /^\/(r|i)\/([\w-]+)(?:\/|$)/.exec(path) ?? []
    if (kind === 'r') return v.is(Id, id) ? id : null
    return kind === 'i' ? ((await store.linkByKey(keyOf(id)))?.room ?? null) : null
  }
  return async (path) => {
    const id = await roomOf(path)
    const room = id === null ? null : await store.room(id)
    return room && { title: room.name, description: OF_ITSELF }
  }
}
