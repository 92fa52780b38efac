import type { BackgroundText } from '../en/background.ts'

/** The menu of backgrounds, and a picture of one’s own as one. */
export const background: BackgroundText = {
  background: 'Fondo',
  kind: {
    none: 'Ninguno',
    'slight-blur': 'Un poco borroso',
    blur: 'Borroso',
    study: 'Estudio',
    window: 'Ventana',
    shelves: 'Estanterías',
    curtain: 'Cortina',
    hills: 'Colinas',
    dusk: 'Atardecer',
    own: 'Su imagen',
  },
  fault: {
    'too-large': 'Esa imagen es demasiado grande. Elija una de 20 MB y 64 megapíxeles como máximo.',
    'no-picture': 'Ese archivo no es una imagen que este navegador pueda mostrar. Elija PNG, JPEG o WebP.',
  },
  upload: 'Usar una imagen propia',
  uploadHelp: 'Se queda en este dispositivo: a la sala solo va la imagen de su cámara.',
  notKept: 'Este navegador no guarda imágenes, así que la suya dura hasta que se cierre esta página.',
}
