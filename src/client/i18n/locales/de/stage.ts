import type { StageText } from '../en/stage.ts'
import { formatsOf } from '../../formats.ts'

const { number } = formatsOf('de')

/** Tiles, and what their menus do. */
export const stage: StageText = {
  setMain: 'Als Hauptkamera zeigen',
  unsetMain: 'Nicht mehr als Hauptkamera zeigen',
  setMainForAll: 'Für alle als Hauptkamera zeigen',
  unsetMainForAll: 'Für alle nicht mehr als Hauptkamera zeigen',
  isMainForAll: 'Hauptkamera für alle',
  fit: 'Ins Bild einpassen',
  fill: 'Bild ausfüllen',
  pictureInPicture: 'Bild im Bild',
  fullScreen: 'Vollbild',
  stageFullScreen: 'Bühne im Vollbild',
  leaveFullScreen: 'Vollbild verlassen',
  mirror: 'Mein Bild spiegeln',
  unmirror: 'Mein Bild zeigen, wie andere es sehen',
  hideSelf: 'Meine Kachel für mich ausblenden',
  showSelf: 'Meine Kachel zeigen',
  selfHidden: 'Ihre Kachel ist für Sie ausgeblendet. Andere sehen Sie.',
  youAreMuted: 'Sie sind stummgeschaltet',
  youAnd: (role) => `Sie, ${role}`,
  weak: 'Schwache Verbindung',
  lost: 'Keine Verbindung',
  pages: 'Seiten der Bühne',
  page: (n, of) => `${number(n)} von ${number(of)}`,
  previousPage: 'Vorige Seite',
  nextPage: 'Nächste Seite',
  speaksElsewhere: (names) => `${names} auf einer anderen Seite`,
  speaksOutOfSight: (names) => `${names}, gerade nicht im Bild`,
}
