import type { KeysText } from '../en/keys.ts'

/** The list of the keys. */
export const keys: KeysText = {
  title: 'Raccourcis clavier',
  on: 'Utiliser les raccourcis à une lettre',
  help: 'Ils ne font rien pendant que vous écrivez.',
  space: 'Espace',
  arrows: 'Flèches',
  keys: {
    m: 'Activer ou couper le micro',
    v: 'Activer ou couper la caméra',
    space: 'Parler tant qu’elle est enfoncée, micro coupé sur scène',
    h: 'Lever ou baisser la main',
    c: 'Ouvrir ou fermer le chat',
    p: 'Ouvrir ou fermer les participants',
    arrows: 'Aller de vignette en vignette, et dans la barre',
    escape: 'Fermer ce qui est ouvert',
    help: 'Cette liste',
  },
}
