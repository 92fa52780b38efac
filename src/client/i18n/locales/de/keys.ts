import type { KeysText } from '../en/keys.ts'

/** The list of the keys. */
export const keys: KeysText = {
  title: 'Tastenkürzel',
  on: 'Kürzel mit einzelnen Buchstaben verwenden',
  help: 'Beim Schreiben wirken sie nicht.',
  space: 'Leertaste',
  arrows: 'Pfeiltasten',
  keys: {
    m: 'Mikrofon an oder aus',
    v: 'Kamera an oder aus',
    space: 'Sprechen, solange sie gedrückt ist, wenn Sie auf der Bühne stumm sind',
    h: 'Hand heben oder senken',
    c: 'Chat öffnen oder schließen',
    p: 'Teilnehmende öffnen oder schließen',
    arrows: 'Von Kachel zu Kachel, und durch die Leiste',
    escape: 'Schließen, was offen ist',
    help: 'Diese Liste',
  },
}
