import type { RoomText } from '../en/room.ts'
import { formatsOf } from '../../formats.ts'

const { number } = formatsOf('de')

/** The room’s frame: toolbar, sheet, keys. */
export const room: RoomText = {
  more: 'Mehr',
  skipToControls: 'Zur Steuerung des Raums springen',
  skipToPanel: 'Zum Seitenbereich springen',
  portraitHint: 'Halten Sie Ihr Telefon hochkant, um mehr vom Raum zu sehen.',
  shortcuts: 'Tastenkürzel',
  seeLess: 'Weniger anzeigen',
  quoted: (words) => `„${words}“`,
  nobodyInQueue: 'Niemand ist in der Reihe.',
  alone: 'Noch ist niemand sonst hier',
  aloneHelp: 'Wer hereinkommt, steht in dieser Liste.',
  nobodyFoundHelp: 'Versuchen Sie es mit weniger Buchstaben; Großschreibung und Akzente zählen nicht.',
  panelFull: 'Bereich vergrößern',
  shareScreen: 'Bildschirm teilen',
  stopSharing: 'Nicht mehr teilen',
  panelHalf: 'Bereich verkleinern',
  bell: (unread) => (unread === 0 ? 'Mitteilungen' : `Mitteilungen, ${number(unread)} ungelesen`),
  giveFeedback: 'Feedback geben',
}
