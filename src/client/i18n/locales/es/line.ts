import type { LineText } from '../en/line.ts'

/** La propia conexión. */
export const line: LineText = {
  title: 'Su conexión',
  weak: ['Su conexión es débil.', 'Solo el sonido necesita mucho menos.'],
  noMedia: 'Sin sonido ni imagen en este navegador',
  noMediaMeans:
    'Le falta WebRTC o está desactivado, por una extensión, un ajuste o su organización. El chat, las manos y la lista siguen; otro navegador trae sonido e imagen, y el camino al escenario.',
  soundOnly: 'Solo sonido',
  soundOnlyMeans: 'Oye a todos y no le llega ninguna imagen.',
  noPictures: 'No le llega ninguna imagen.',
  showPictures: 'Mostrar imágenes',
  saveData: 'Ahorrar datos',
  saveDataMeans:
    'Las cámaras llegan más pequeñas y la pantalla compartida con menos imágenes. Se recuerda en este dispositivo.',
}
