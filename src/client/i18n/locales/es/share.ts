import type { ShareText } from '../en/share.ts'

/** What comes with a shared screen, or with the question before it. */
export const share: ShareText = {
  insteadOf: (name) => `¿Compartir en lugar de ${name}?`,
  insteadHelp: (name) => `${name} comparte la pantalla. Eso termina en cuanto usted elija qué compartir.`,
  isSharing: (name) => `${name} comparte la pantalla`,
  sharerFirst: 'No se interrumpe a quien dirige la sala. Pídale primero que pare.',
  screenOf: (name) => `Pantalla de ${name}`,
  shares: 'comparte la pantalla',
  stopShareOf: (name) => `Detener la pantalla de ${name}`,
  makeLarge: 'Ver la pantalla en grande',
  fullScreen: 'Pantalla completa',
  leaveFullScreen: 'Salir de la pantalla completa',
  everyoneSees: 'Todos en la sala la ven, y oyen su sonido si usted lo ha permitido.',
}
