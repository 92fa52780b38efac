import * as v from 'valibot'
import { excerptOf } from '../../protocol/messages.ts'
import { Id } from '../../protocol/types.ts'
import { refusedToUse } from '../../rules/invites/use-invite.ts'
import type { AppContext } from '../app-context.ts'
import { openInvite } from '../invites/open-invite.ts'
import { keyOf } from '../secrets.ts'
import { describe } from '../portal/description.ts'
import { pictureAddress } from '../pictures/pictures.ts'
import { readDetails } from '../portal/room-details.ts'
import type { PreviewOf } from './static-page.ts'

/** What is said of a room that says nothing of itself. */
const OF_ITSELF = 'A room with a stage and an audience.'

// Who asks for a preview is nobody that the room could know.
const NOBODY = { person: null, verified: null, typed: null }

/** The previews of a room's own address and of its invite links. It uses no link up, and says what the page says before one enters. [PREVIEW-1] */
export function linkPreviews(context: Pick<AppContext, 'clock' | 'config' | 'store' | 'database'>): PreviewOf {
  const { clock, config, store, database } = context
  const roomOf = async (path: string): Promise<string | null> => {
    const [, kind, id = ''] = /^\/(r|i)\/([\w-]+)(?:\/|$)/.exec(path) ?? []
    if (kind === 'r') return v.is(Id, id) ? id : null
    if (kind !== 'i') return null
    const link = await store.linkByKey(keyOf(id))
    if (link) return link.revokedAt === null ? link.room : null
    const invite = await openInvite(context, keyOf(id))
    return invite && refusedToUse(invite.rules, NOBODY, clock.now()) === null ? invite.row.room : null
  }
  return async (path) => {
    const id = await roomOf(path)
    const room = id === null ? null : await store.room(id)
    if (!room || room.deletedAt != null) return null
    const details = await readDetails(database, room.id)
    const about = describe(details?.description ?? '').text
    const image = details && pictureAddress(details.pictures, config.url)
    const look = { accent: details?.brand.accent ?? '', logo: details?.pictures.logo ?? '' }
    return { title: room.name, description: about === '' ? OF_ITSELF : excerptOf(about), image, look }
  }
}
