import { isModerator } from '../../../rules/permissions/policy.ts'
import { useFormats, useMessages } from '../../i18n/messages.ts'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useLive } from '../../state/use-call.ts'
import { Group, peopleListStyles as styles, PersonRow, type Search } from '../people/index.ts'
import { useMoved } from './use-moved.ts'

// Only moderators see the whole queue.
const AllHands = lazyPart(async () => (await import('./AllHands.tsx')).AllHands)

/** The queue of hands; moderators answer here. [HAND-2] */
export function RaisedHands({ search }: { search: Search }) {
  const moderates = useLive((state) => state.me !== null && isModerator(state.me.role))
  return moderates ? <AllHands search={search} /> : <FirstHands search={search} />
}

function FirstHands({ search }: { search: Search }) {
  const t = useMessages('core')
  const formats = useFormats()
  const { heads, hands } = useLive((state) => state.audience)
  const moved = useMoved()
  const rows = heads.flatMap((head, n) => {
    if (!search.finds(head.name)) return []
    const note = head.purpose === 'stage' ? t.wantsToJoin : ''
    const person = { id: head.person, name: head.name, role: head.role, picture: head.picture }
    return <PersonRow key={head.person} person={person} order={n + 1} note={note} />
  })
  if (hands === 0 || (search.isOn && rows.length === 0)) return null
  const others = hands - heads.length
  return (
    <Group
      id="hands"
      name={t.raisedHands}
      count={formats.number(search.isOn ? rows.length : hands)}
      mark="hand"
      note={moved}
      isWhole={search.isOn}
    >
      {rows}
      {others > 0 && !search.isOn && <li className={styles.others}>{t.more({ n: others })}</li>}
    </Group>
  )
}
