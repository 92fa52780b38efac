import type { RoomText } from '../en/room.ts'
import { formatsOf } from '../../formats.ts'

const { number } = formatsOf('fr')

/** The room’s frame: toolbar, sheet, keys. */
export const room: RoomText = {
  more: 'Plus',
  skipToControls: 'Aller aux commandes de la salle',
  skipToPanel: 'Aller au panneau',
  portraitHint: 'Tenez votre téléphone à la verticale pour mieux voir la salle.',
  shortcuts: 'Raccourcis clavier',
  seeLess: 'Voir moins',
  quoted: (words) => `« ${words} »`,
  nobodyInQueue: 'Personne n’est dans la file.',
  alone: 'Personne d’autre n’est encore là',
  aloneHelp: 'Qui entre apparaît dans cette liste.',
  nobodyFoundHelp: 'Essayez avec moins de lettres ; majuscules et accents ne comptent pas.',
  panelFull: 'Agrandir le panneau',
  shareScreen: 'Partager l’écran',
  stopSharing: 'Arrêter le partage',
  panelHalf: 'Réduire le panneau',
  bell: (unread) => (unread === 0 ? 'Avis' : `Avis, ${number(unread)} non lus`),
  giveFeedback: 'Donner votre avis',
}
