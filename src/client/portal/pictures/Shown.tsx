import type { RoomPictures } from '../../../protocol/rooms.ts'
import styles from './Shown.module.css'

/** The logo of a room, if it has one. */
export function Logo({ pictures: { logo } }: { pictures: RoomPictures }) {
  return logo === null ? null : <img src={logo} alt="" className={styles.logo} />
}

/** The picture of what a room is about, if it has one. */
export function AboutPicture({ pictures: { picture } }: { pictures: RoomPictures }) {
  return picture === null ? null : <img src={picture} alt="" className={styles.about} />
}

/** What whoever waits for a room sees of it. */
export function WaitingPictures({ pictures }: { pictures: RoomPictures }) {
  return (
    <>
      <Logo pictures={pictures} />
      {pictures.waiting !== null && <img src={pictures.waiting} alt="" className={styles.waiting} />}
    </>
  )
}
