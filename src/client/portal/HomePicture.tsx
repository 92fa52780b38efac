import type { MicrophoneState } from '../call/media/microphone-state.ts'
import { MicrophoneSign } from '../ui/controls/MicrophoneSign.tsx'
import styles from './HomePicture.module.css'
import kwame from './people/kwame.svg'
import priya from './people/priya.svg'
import ravi from './people/ravi.svg'
import sofia from './people/sofia.svg'

const PEOPLE: { name: string; picture: string; state: MicrophoneState }[] = [
  { name: 'Ravi Shah', picture: ravi, state: 'speaking' },
  { name: 'Sofia Rossi', picture: sofia, state: 'on' },
  { name: 'Kwame Mensah', picture: kwame, state: 'off' },
  { name: 'Priya Nair', picture: priya, state: 'off' },
]
const ROWS = 6
const SEATS = 22
const HANDS = new Set(['1:6', '3:14', '4:8'])

/** A picture of a room: a stage, and an audience with some raised hands. */
export function HomePicture() {
  return (
    <aside aria-hidden className={styles.picture}>
      <div className={styles.stage} data-surface="stage">
        {PEOPLE.map(({ name, picture, state }) => (
          <div key={name} className={styles.tile} data-speaking={state === 'speaking'}>
            <img src={picture} alt="" loading="lazy" />
            <span className={styles.plate} data-state={state}>
              <MicrophoneSign state={state} />
              <span>{name}</span>
            </span>
          </div>
        ))}
      </div>
      <svg className={styles.seats} viewBox="0 0 620 182">
        {Array.from({ length: ROWS }, (_row, row) =>
          Array.from({ length: SEATS }, (_seat, seat) => {
            const across = seat / (SEATS - 1) - 0.5
            const width = 500 + 22 * row
            const isHand = HANDS.has(`${row}:${seat}`)
            return (
              <circle
                key={`${row}:${seat}`}
                className={isHand ? styles.hand : styles.seat}
                cx={310 + across * width}
                cy={26 + 25 * row - 80 * across * across}
                r={isHand ? 6 : 4.5}
              />
            )
          }),
        )}
      </svg>
    </aside>
  )
}
