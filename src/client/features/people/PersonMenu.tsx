import type { PersonView } from '../../../protocol/views.ts'
import { isModerator } from '../../../rules/permissions/policy.ts'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useLive } from '../../state/use-call.ts'

// Participants load less code than moderators.
const PrivateMenu = lazyPart(async () => (await import('../chat/PrivateMenu.tsx')).PrivateMenu)
const PersonActs = lazyPart(async () => (await import('../participants/PersonActs.tsx')).PersonActs)

/** *Options for NAME*. Only moderators can do more than write to a person. [ROLE-2] */
export function PersonMenu(props: { person: PersonView; surface?: 'paper' | 'glass' }) {
  const moderates = useLive((state) => state.me !== null && isModerator(state.me.role))
  return moderates ? <PersonActs {...props} /> : <PrivateMenu person={props.person} />
}
