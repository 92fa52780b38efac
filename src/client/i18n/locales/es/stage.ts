import type { StageText } from '../en/stage.ts'
import { formatsOf } from '../../formats.ts'

const { number } = formatsOf('es')

/** Tiles, and what their menus do. */
export const stage: StageText = {
  setMain: 'Poner como cámara principal',
  unsetMain: 'Quitar como cámara principal',
  setMainForAll: 'Poner como cámara principal para todos',
  unsetMainForAll: 'Quitar como cámara principal para todos',
  isMainForAll: 'Cámara principal para todos',
  fit: 'Ajustar al marco',
  fill: 'Llenar el marco',
  pictureInPicture: 'Imagen en imagen',
  fullScreen: 'Pantalla completa',
  stageFullScreen: 'Escenario a pantalla completa',
  leaveFullScreen: 'Salir de la pantalla completa',
  mirror: 'Ver mi imagen en espejo',
  unmirror: 'Ver mi imagen como la ven los demás',
  hideSelf: 'Ocultarme mi recuadro',
  showSelf: 'Mostrar mi recuadro',
  selfHidden: 'Su recuadro está oculto para usted. Los demás le ven.',
  youAreMuted: 'Su micrófono está apagado',
  youAnd: (role) => `Usted, ${role.toLowerCase()}`,
  weak: 'Conexión débil',
  lost: 'Sin conexión',
  pages: 'Páginas del escenario',
  page: (n, of) => `${number(n)} de ${number(of)}`,
  previousPage: 'Página anterior',
  nextPage: 'Página siguiente',
  speaksElsewhere: (names) => `${names} en otra página`,
  speaksOutOfSight: (names) => `${names}, fuera de la vista`,
}
