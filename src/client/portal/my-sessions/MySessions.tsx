import { Plus } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { navigate } from 'wouter/use-browser-location'
import { MyPart } from '../../../protocol/rooms.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Segments } from '../../ui/controls/Segments.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { useTitle } from '../../ui/hooks/use-title.ts'
import { Loading } from '../../ui/pages/Loading.tsx'
import { FirstTime } from './FirstTime.tsx'
import styles from './MySessions.module.css'
import { Notice, type Said } from './Notice.tsx'
import { RoomList } from './RoomList.tsx'
import { Subscribe } from './Subscribe.tsx'
import { useMyRooms } from './use-my-rooms.ts'
import { PortalTop } from '../PortalTop.tsx'

const VIEWS = ['live', 'upcoming', 'past'] as const
const ASIDE = ['archived', 'deleted'] as const

/** One's own sessions: what runs, what is to come, what was; and apart, what was put aside. [MINE-3] */
export function MySessions() {
  const t = useMessages('core')
  const words = useMessages('my-sessions')
  const portal = useMessages('portal')
  useTitle(words.title)
  const [mine, setMine] = useState<MyPart>('all')
  const [typed, setTyped] = useState('')
  const [isAside, setAside] = useState(false)
  const [times, setTimes] = useState(0)
  const [said, setSaid] = useState<Said | null>(null)
  const search = useDeferredValue(typed.trim())
  const query = { mine, search }
  const lists = {
    live: useMyRooms('live', query, times),
    upcoming: useMyRooms('upcoming', query, times),
    past: useMyRooms('past', query, times),
  }
  const all = Object.values(lists)
  const isEmpty = all.every((list) => list !== 'away' && list?.rooms.length === 0)
  const isNew = isEmpty && search === '' && mine === 'all'
  const done = (what: Said) => {
    setSaid(what)
    setTimes((before) => before + 1)
  }
  return (
    <>
      <PortalTop isHere />
      <main className={styles.page}>
        <div className={styles.head}>
          <h1 className={styles.title}>{words.title}</h1>
          <div className={styles.tools}>
            <TextField label={words.search} type="search" value={typed} onChange={setTyped} />
            <Button look="primary" icon={Plus} onPress={() => navigate('/new')}>
              {portal.createRoom}
            </Button>
          </div>
        </div>
        <Segments
          label={words.which}
          value={mine}
          onChange={setMine}
          choices={MyPart.options.map((value) => ({ value, name: words.parts[value] }))}
        />
        <Notice said={said} onUndone={done} />
        {all.includes('away') ? (
          <p role="alert">{t.unreachable}</p>
        ) : all.includes(null) ? (
          <Loading />
        ) : isNew ? (
          <FirstTime />
        ) : (
          VIEWS.map((view) => <RoomList key={view} view={view} list={lists[view]} onDone={done} />)
        )}
        {isEmpty && !isNew && (
          <p role="status" className={styles.help}>
            {words.nothingFound}
          </p>
        )}
        <Subscribe />
        <details className={styles.aside} onToggle={(event) => setAside(event.currentTarget.open)}>
          <summary>{words.aside}</summary>
          {isAside &&
            ASIDE.map((view) => <AsideList key={view} view={view} query={query} times={times} onDone={done} />)}
        </details>
      </main>
    </>
  )
}

type AsideProps = {
  view: (typeof ASIDE)[number]
  query: { mine: MyPart; search: string }
  times: number
  onDone: (what: Said) => void
}

/** What was put aside, or deleted; asked for when it is looked at. */
function AsideList({ view, query, times, onDone }: AsideProps) {
  const t = useMessages('core')
  const list = useMyRooms(view, query, times)
  if (list === 'away') return <p role="alert">{t.unreachable}</p>
  return list === null ? <Loading /> : <RoomList view={view} list={list} onDone={onDone} isAlways />
}
