import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { useText } from '../ui/text.ts'
import { useLive } from '../ui/use-live.ts'
import { Group } from './Group.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { PersonRow } from './PersonRow.tsx'
import { useViewers } from './use-viewers.ts'

const STEP = 50
const MOST = 100

/** The viewers: a number, and a window of names for who looks. [AUDIENCE-5] */
export function Viewers({ search }: { search: string }) {
  const t = useText()
  const [limit, setLimit] = useState(STEP)
  const count = useLive((state) => state.audience.viewers - state.session.wings.size)
  const { total, rows } = useViewers(search, limit)
  if (rows.length === 0) return null
  return (
    <Group name={t.viewersGroup} count={String(search ? total : count)} mark="none">
      {rows.map((person) => (
        <PersonRow key={person.id} person={person} note={person.invitation ? t.isInvited : ''}>
          <PersonMenu person={person} />
        </PersonRow>
      ))}
      {total > limit && limit < MOST && (
        <li>
          <Button look="quiet" size="small" onPress={() => setLimit(MOST)}>
            {t.seeMore}
          </Button>
        </li>
      )}
      {total > MOST && limit === MOST && <li>{t.more(total - MOST)}</li>}
    </Group>
  )
}
