import { Search } from 'lucide-react'
import { useState } from 'react'
import { can, runs } from '../../rules/policy.ts'
import { later } from '../ui/later.tsx'
import { useText } from '../ui/text.ts'
import { useLive } from '../ui/use-live.ts'
import { OnStage } from './OnStage.tsx'
import styles from './Participants.module.css'
import { RaisedHands } from './RaisedHands.tsx'
import { Viewers } from './Viewers.tsx'

// Only those who run the room have these.
const AllMenu = later(async () => (await import('./AllMenu.tsx')).AllMenu)
const WaitingGroup = later(async () => (await import('./WaitingPeople.tsx')).WaitingGroup)
const Wings = later(async () => (await import('./Wings.tsx')).Wings)

/** Who is here: hands first, then the stage, then the viewers. */
export function Participants({ onAccess }: { onAccess: () => void }) {
  const t = useText()
  const [search, setSearch] = useState('')
  const everybody = useLive((state) => state.audience.viewers + state.audience.onStage)
  const isRunner = useLive((state) => state.me !== null && runs(state.me.role))
  const maySee = useLive((state) => state.me !== null && can(state.me, 'seeParticipants'))
  const wanted = search.trim().toLowerCase()
  const matches = (name: string) => name.toLowerCase().includes(wanted)
  return (
    <div className={styles.list}>
      <div className={styles.search}>
        <Search aria-hidden size={18} />
        <input
          type="search"
          aria-label={t.searchParticipants}
          placeholder={t.searchParticipants}
          dir="auto"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      <div className={styles.all}>
        <b>{t.allParticipants}</b> {everybody}
        {isRunner && <AllMenu onAccess={onAccess} />}
      </div>
      <div className={styles.groups}>
        {isRunner && <WaitingGroup />}
        <RaisedHands matches={matches} />
        {isRunner && <Wings matches={matches} />}
        <OnStage matches={matches} />
        {maySee && <Viewers search={search.trim()} />}
      </div>
    </div>
  )
}
