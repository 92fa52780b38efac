import { Archive, ArchiveRestore, Copy, LayoutTemplate, Pencil, Trash2, Undo2 } from 'lucide-react'
import { navigate } from 'wouter/use-browser-location'
import type { MyRoom } from '../../../protocol/rooms.ts'
import { can } from '../../../rules/permissions/policy.ts'
import type { Messages } from '../../i18n/messages.ts'
import type { Act } from '../../ui/overlays/MenuList.tsx'
import { archive, restore } from './api.ts'
import type { Said } from './Notice.tsx'

type With = {
  t: Messages['core']
  words: Messages['my-sessions']
  ask: (what: 'delete' | 'template') => void
  onDone: (what: Said) => void
}

/** What one may do with a room from the list, by the own role there. */
export function roomActs(
  { room, name, role, undoUntil, archivedAt }: MyRoom,
  { t, words, ask, onDone }: With,
): readonly Act[] {
  const does = async (what: Said['what'], act: () => Promise<object>) => {
    if ('ok' in (await act())) onDone({ what, room, name })
  }
  if (undoUntil !== null)
    return can({ role }, 'deleteRoom')
      ? [
          {
            id: 'restore',
            icon: Undo2,
            name: words.restore,
            run: () => void does('back', async () => await restore(room)),
          },
        ]
      : []
  if (!can({ role }, 'editRoom')) return []
  const aside: Act =
    archivedAt === null
      ? {
          id: 'archive',
          icon: Archive,
          name: words.archive,
          run: () => void does('archived', async () => await archive(room, true)),
        }
      : {
          id: 'unarchive',
          icon: ArchiveRestore,
          name: words.unarchive,
          run: () => void does('back', async () => await archive(room, false)),
        }
  return [
    { id: 'edit', icon: Pencil, name: words.edit, run: () => navigate(`/r/${room}/edit`) },
    { id: 'duplicate', icon: Copy, name: words.duplicate, run: () => navigate(`/new?room=${room}`) },
    { id: 'template', icon: LayoutTemplate, name: words.saveTemplate, run: () => ask('template') },
    aside,
    ...(can({ role }, 'deleteRoom')
      ? [{ id: 'delete', icon: Trash2, name: t.deleteRoom, stops: true, starts: true, run: () => ask('delete') }]
      : []),
  ]
}
