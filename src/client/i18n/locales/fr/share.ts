import type { ShareText } from '../en/share.ts'

/** What comes with a shared screen, or with the question before it. */
export const share: ShareText = {
  insteadOf: (name) => `Partager à la place de ${name} ?`,
  insteadHelp: (name) => `${name} partage l’écran. Cela s’arrête dès que vous avez choisi quoi partager.`,
  isSharing: (name) => `${name} partage l’écran`,
  sharerFirst: 'On n’interrompt pas qui anime la salle. Demandez d’abord l’arrêt du partage.',
  screenOf: (name) => `Écran de ${name}`,
  shares: 'partage l’écran',
  stopShareOf: (name) => `Arrêter le partage de ${name}`,
  makeLarge: 'Afficher l’écran en grand',
  fullScreen: 'Plein écran',
  leaveFullScreen: 'Quitter le plein écran',
  everyoneSees: 'Toute la salle le voit, et entend son son là où vous l’avez permis.',
}
