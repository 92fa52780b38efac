import { Search, SearchX, Users } from 'lucide-react'
import { useState } from 'react'
import { can, isModerator } from '../../../rules/permissions/policy.ts'
import { upOf } from '../../../rules/session/session.ts'
import { Empty } from '../../ui/controls/EmptyState.tsx'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useFormats, useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import { OnStage } from './OnStage.tsx'
import { usePanelMemory } from '../../state/retained-panel.ts'
import { peopleListStyles as styles, searchFor } from '../people/index.ts'
import { RaisedHands } from '../hands/index.ts'
import { Viewers } from './Viewers.tsx'

// Only moderators have these.
const AllMenu = lazyPart(async () => (await import('./AllMenu.tsx')).AllMenu)
const WaitingGroup = lazyPart(async () => (await import('../lobby/WaitingGroup.tsx')).WaitingGroup)
const Backstage = lazyPart(async () => (await import('../stage/backstage/Backstage.tsx')).Backstage)

/** The participants: hands first, then the stage, then the viewers. */
export function Participants() {
  const t = useMessages('core')
  const formats = useFormats()
  const words = useMessages('room')
  const [typed, setTyped] = usePanelMemory('search')
  const everybody = useLive((state) => state.audience.viewers + state.audience.onStage)
  const moderates = useLive((state) => state.me !== null && isModerator(state.me.role))
  const maySee = useLive((state) => state.me !== null && can(state.me, 'seeParticipants'))
  const [viewers, setViewers] = useState(0)
  const search = searchFor(typed)
  const others = useLive(({ session, audience }) => {
    const hands = moderates ? [...session.hands.keys()].map((id) => session.people.get(id)) : audience.heads
    const named = [...session.waiting.values(), ...hands, ...upOf(session)]
    return search.isOn ? named.filter((each) => each && search.finds(each.name)).length : 0
  })
  const isNobody = search.isOn && others + (maySee ? viewers : 0) === 0
  return (
    <div className={styles.list} data-scrolls>
      <div>
        <div className={styles.head}>
          <div className={styles.search}>
            <Search aria-hidden size={18} />
            <input
              type="search"
              aria-label={t.searchParticipants}
              placeholder={t.searchParticipants}
              dir="auto"
              value={typed}
              maxLength={100}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
          <div className={styles.all}>
            <b>{t.allParticipants}</b>
            <span>{` ${formats.number(everybody)}`}</span>
            {moderates && <AllMenu />}
          </div>
        </div>
        {moderates && <WaitingGroup search={search} />}
        <RaisedHands search={search} />
        {moderates && <Backstage search={search} />}
        <OnStage search={search} />
        {maySee && <Viewers search={search.text} onFound={setViewers} />}
        <div role="status">
          {isNobody && <Empty sign={SearchX} title={t.nobodyFound} help={words.nobodyFoundHelp} />}
        </div>
        {!search.isOn && everybody <= 1 && <Empty sign={Users} title={words.alone} help={words.aloneHelp} />}
      </div>
    </div>
  )
}
