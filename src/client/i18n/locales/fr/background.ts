import type { BackgroundText } from '../en/background.ts'

/** The menu of backgrounds, and a picture of one’s own as one. */
export const background: BackgroundText = {
  background: 'Arrière-plan',
  kind: {
    none: 'Aucun',
    'slight-blur': 'Légèrement flou',
    blur: 'Flou',
    study: 'Bureau',
    window: 'Fenêtre',
    shelves: 'Bibliothèque',
    curtain: 'Rideau',
    hills: 'Collines',
    dusk: 'Crépuscule',
    own: 'Votre image',
  },
  fault: {
    'too-large': 'Cette image est trop grande. Choisissez-en une de 20 Mo et 64 mégapixels au plus.',
    'no-picture': 'Ce fichier n’est pas une image que ce navigateur peut afficher. Choisissez PNG, JPEG ou WebP.',
  },
  upload: 'Utiliser une image à vous',
  uploadHelp: 'Elle reste sur cet appareil : seule l’image de votre caméra va dans la salle.',
  notKept: 'Ce navigateur ne garde pas d’images : la vôtre est là jusqu’à la fermeture de cette page.',
}
