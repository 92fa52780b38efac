import type { PersonView } from '../../../../protocol/views.ts'
import type { Quality } from '../../../call/call-state.ts'
import { useMessages } from '../../../i18n/messages.ts'
import { useLive } from '../../../state/use-call.ts'

/** The quality of the connection of a person backstage, in words; empty while it is unknown. */
export function useBackstageNote(person: PersonView): { quality: Quality | undefined; words: string } {
  const t = useMessages('core')
  const acts = useMessages('moderation')
  const quality = useLive((state) => state.quality.get(person.id))
  if (!person.present) return { quality: 'lost', words: t.reconnectingTile }
  return { quality, words: quality ? acts.quality[quality] : '' }
}
