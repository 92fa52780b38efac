import type { PersonView } from '../../../../protocol/views.ts'
import { IconButton } from '../../../ui/controls/IconButton.tsx'
import { useMessages } from '../../../i18n/messages.ts'
import { useActs } from '../../acts/index.ts'
import { PERSON_ACTS } from '../../people/index.ts'

const { stopShare } = PERSON_ACTS

type Props = { person: PersonView; label: string }

/** The button on the tile that stops another person's share. [SHARE-4] */
export function StopShare({ person, label }: Props) {
  const [act] = useActs({ stopShare }, { moderation: useMessages('moderation') }, person)
  return act && <IconButton icon={act.icon} label={label} surface="glass" onPress={act.run} />
}
