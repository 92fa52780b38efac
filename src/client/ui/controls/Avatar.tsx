import type { PersonView } from '../../../protocol/views.ts'
import styles from './Avatar.module.css'
import { Face } from './Face.tsx'
import { initialsOf } from './initials.ts'

const COLOURS = 8

/** A person's colour, 1 to 8, the same wherever the person is shown. */
export function colourOf(person: string): number {
  let sum = 0
  for (const letter of person) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521
  return (sum % COLOURS) + 1
}

/** The picture of a person, or the initials on the person's colour. */
export function Avatar({ person }: { person: Pick<PersonView, 'id' | 'name' | 'picture'> }) {
  return (
    <span aria-hidden className={styles.face} data-colour={colourOf(person.id)}>
      <span>{initialsOf(person.name)}</span>
      <Face picture={person.picture} />
    </span>
  )
}
