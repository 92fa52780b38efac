import { Button } from '../../ui/controls/Button.tsx'
import { useFirstMessages, useFormats, useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import { useActs } from '../acts/index.ts'
import { ENTRIES_ACTS } from './acts.ts'
import { Group, PersonRow, type Search } from '../people/index.ts'
import { EntryAnswers } from './EntryAnswers.tsx'

/** The people in the lobby, at the top of the list. [WAIT-3] */
export function WaitingGroup({ search }: { search: Search }) {
  const formats = useFormats()
  const notices = useMessages('notifications')
  const acts = useActs(ENTRIES_ACTS, { ...useFirstMessages(), notifications: notices }, null)
  const waiting = useLive((state) => [...state.session.waiting.values()])
  const rows = waiting
    .filter(({ name }) => search.finds(name))
    .map((waiter) => (
      <PersonRow
        key={waiter.person}
        person={{ ...waiter, id: waiter.person }}
        {...(waiter.uninvited && { note: notices.uninvited })}
      >
        <EntryAnswers person={waiter.person} />
      </PersonRow>
    ))
  if (rows.length === 0) return null
  const all =
    waiting.length > 1 &&
    !search.isOn &&
    acts.map(({ id, name, run }) => (
      <Button key={id} size="small" look="quiet" onPress={run}>
        {name}
      </Button>
    ))
  return (
    <Group
      id="waiting"
      name={notices.waitingGroup}
      count={formats.number(rows.length)}
      mark="wait"
      acts={all}
      isWhole={search.isOn}
    >
      {rows}
    </Group>
  )
}
