import type { LineText } from '../en/line.ts'

/** Sa propre connexion. */
export const line: LineText = {
  title: 'Votre connexion',
  weak: ['Votre connexion est faible.', 'Le son seul en demande bien moins.'],
  soundOnly: 'Son seul',
  soundOnlyMeans: 'Vous entendez tout le monde, et aucune image ne vous parvient.',
  noPictures: 'Aucune image ne vous parvient.',
  showPictures: 'Afficher les images',
  saveData: 'Économiser les données',
  saveDataMeans: 'Les caméras arrivent plus petites, et un écran partagé avec moins d’images. Retenu sur cet appareil.',
}
