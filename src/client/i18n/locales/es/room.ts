import type { RoomText } from '../en/room.ts'
import { formatsOf } from '../../formats.ts'

const { number } = formatsOf('es')

/** The room’s frame: toolbar, sheet, keys. */
export const room: RoomText = {
  more: 'Más',
  skipToControls: 'Ir a los controles de la sala',
  skipToPanel: 'Ir al panel',
  portraitHint: 'Sujete el teléfono en vertical para ver más de la sala.',
  shortcuts: 'Atajos de teclado',
  seeLess: 'Ver menos',
  quoted: (words) => `«${words}»`,
  nobodyInQueue: 'No hay nadie en la cola.',
  alone: 'Todavía no hay nadie más',
  aloneHelp: 'Quien entre aparece en esta lista.',
  nobodyFoundHelp: 'Pruebe con menos letras; ni las mayúsculas ni los acentos cuentan.',
  panelFull: 'Ampliar el panel',
  shareScreen: 'Compartir pantalla',
  stopSharing: 'Dejar de compartir',
  panelHalf: 'Reducir el panel',
  bell: (unread) => (unread === 0 ? 'Avisos' : `Avisos, ${number(unread)} sin leer`),
  giveFeedback: 'Dar su opinión',
}
