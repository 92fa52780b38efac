import type { StageText } from '../en/stage.ts'
import { formatsOf } from '../../formats.ts'

const { number } = formatsOf('fr')

/** Tiles, and what their menus do. */
export const stage: StageText = {
  setMain: 'Mettre en caméra principale',
  unsetMain: 'Retirer de la caméra principale',
  setMainForAll: 'Mettre en caméra principale pour tous',
  unsetMainForAll: 'Retirer de la caméra principale pour tous',
  isMainForAll: 'Caméra principale pour tous',
  fit: 'Ajuster au cadre',
  fill: 'Remplir le cadre',
  pictureInPicture: 'Image dans l’image',
  fullScreen: 'Plein écran',
  stageFullScreen: 'Scène en plein écran',
  leaveFullScreen: 'Quitter le plein écran',
  mirror: 'Voir mon image en miroir',
  unmirror: 'Voir mon image comme les autres',
  hideSelf: 'Masquer ma vignette pour moi',
  showSelf: 'Afficher ma vignette',
  selfHidden: 'Votre vignette est masquée pour vous. Les autres vous voient.',
  youAreMuted: 'Votre micro est coupé',
  youAnd: (role) => `Vous, ${role.toLowerCase()}`,
  weak: 'Connexion faible',
  lost: 'Pas de connexion',
  pages: 'Pages de la scène',
  page: (n, of) => `${number(n)} sur ${number(of)}`,
  previousPage: 'Page précédente',
  nextPage: 'Page suivante',
  speaksElsewhere: (names) => `${names} sur une autre page`,
  speaksOutOfSight: (names) => `${names}, hors de vue`,
}
