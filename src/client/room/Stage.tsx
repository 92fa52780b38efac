import { useText } from '../ui/text.ts'
import { runs } from '../../rules/policy.ts'
import { stageOf } from '../../rules/session.ts'
import { useIsPhone } from '../ui/is-phone.ts'
import { later } from '../ui/later.tsx'
import { useSize } from '../ui/use-size.ts'
import { useLive } from '../ui/use-live.ts'
import { gridOf } from './layout.ts'
import { NoticesLater } from './NoticesLater.ts'
import { OwnWings } from './OwnWings.tsx'
import styles from './Stage.module.css'
import { Tile } from './Tile.tsx'

// Only those who run the room see the wings.
const WingsStrip = later(async () => (await import('./WingsStrip.tsx')).WingsStrip)

const GAP = { desk: 8, phone: 4 }

/** The stage: a tile for everybody on it, as large as they can be. */
export function Stage() {
  const t = useText()
  const people = useLive((state) => stageOf(state.session))
  const isRunner = useLive((state) => state.me !== null && runs(state.me.role))
  const kind = useIsPhone() ? 'phone' : 'desk'
  const [size, measure] = useSize()
  const boxes = gridOf(people.length, size, GAP[kind], kind)
  return (
    <section aria-label={t.stage} className={styles.stage} data-surface="stage">
      <div ref={measure} className={styles.tiles}>
        {people.map((person, n) => {
          const box = boxes[n]
          return box && <Tile key={person.id} person={person} box={box} />
        })}
        {people.length === 0 && <EmptyStage />}
        <OwnWings />
        <NoticesLater />
      </div>
      {isRunner && <WingsStrip />}
    </section>
  )
}

function EmptyStage() {
  const t = useText()
  const isRunner = useLive((state) => state.me !== null && runs(state.me.role))
  return (
    <div className={styles.empty}>
      <h2>{t.emptyStage}</h2>
      <p>{isRunner ? t.emptyStageRunner : t.emptyStageHelp}</p>
    </div>
  )
}
