import type { RoomAbout } from '../../../protocol/rooms.ts'
import { Chip } from '../../ui/controls/Chip.tsx'
import { AboutPicture } from '../pictures/Shown.tsx'
import styles from './About.module.css'

/** What a room is about, as its host has written it, and its tags. */
export function About({ about: { html, tags, pictures } }: { about: RoomAbout }) {
  return (
    <>
      <AboutPicture pictures={pictures} />
      {html !== '' && (
        // The server has made it, and let nothing into it but text and a few marks. [ROOM-4]
        <div className={styles.about} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
      )}
      {tags.length > 0 && (
        <ul className={styles.tags}>
          {tags.map((tag) => (
            <li key={tag}>
              <Chip>
                <bdi>{tag}</bdi>
              </Chip>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
