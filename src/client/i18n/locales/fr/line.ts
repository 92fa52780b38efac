import type { LineText } from '../en/line.ts'

/** Sa propre connexion. */
export const line: LineText = {
  title: 'Votre connexion',
  weak: ['Votre connexion est faible.', 'Le son seul en demande bien moins.'],
  noMedia: 'Ni son ni image dans ce navigateur',
  noMediaMeans:
    'WebRTC y manque ou est désactivé, par une extension, un réglage ou votre organisation. Le chat, les mains et la liste continuent ; un autre navigateur apporte le son, l’image et l’accès à la scène.',
  soundOnly: 'Son seul',
  soundOnlyMeans: 'Vous entendez tout le monde, et aucune image ne vous parvient.',
  noPictures: 'Aucune image ne vous parvient.',
  showPictures: 'Afficher les images',
  saveData: 'Économiser les données',
  saveDataMeans: 'Les caméras arrivent plus petites, et un écran partagé avec moins d’images. Retenu sur cet appareil.',
}
