import { Search } from 'lucide-react'
import { useState } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { can } from '../../rules/policy.ts'
import { useText } from '../ui/text.ts'
import { useLive } from '../ui/use-live.ts'
import { AllMenu } from './AllMenu.tsx'
import { OnStage } from './OnStage.tsx'
import styles from './Participants.module.css'
import { RaisedHands } from './RaisedHands.tsx'
import { Viewers } from './Viewers.tsx'
import { WaitingGroup } from './WaitingPeople.tsx'
import { Wings } from './Wings.tsx'

/** Who is here: hands first, then the stage, then the viewers. */
export function Participants({ onAccess }: { onAccess: () => void }) {
  const t = useText()
  const [search, setSearch] = useState('')
  const everybody = useLive((state) => state.audience.viewers + state.audience.onStage)
  const maySee = useLive((state) => state.me !== null && can(state.me, 'seeParticipants'))
  const wanted = search.trim().toLowerCase()
  const matches = (name: string) => name.toLowerCase().includes(wanted)
  return (
    <div className={styles.list}>
      <SearchField
        aria-label={t.searchParticipants}
        value={search}
        onChange={setSearch}
        className={styles.search ?? ''}
      >
        <Search aria-hidden size={18} />
        <Input placeholder={t.searchParticipants} dir="auto" />
      </SearchField>
      <div className={styles.all}>
        <b>{t.allParticipants}</b> {everybody}
        <AllMenu onAccess={onAccess} />
      </div>
      <div className={styles.groups}>
        <WaitingGroup />
        <RaisedHands matches={matches} />
        <Wings matches={matches} />
        <OnStage matches={matches} />
        {maySee && <Viewers search={search.trim()} />}
      </div>
    </div>
  )
}
