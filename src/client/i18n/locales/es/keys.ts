import type { KeysText } from '../en/keys.ts'

/** The list of the keys. */
export const keys: KeysText = {
  title: 'Atajos de teclado',
  on: 'Usar atajos de una sola letra',
  help: 'No hacen nada mientras escribe.',
  space: 'Espacio',
  arrows: 'Flechas',
  keys: {
    m: 'Encender o apagar el micrófono',
    v: 'Encender o apagar la cámara',
    space: 'Hablar mientras se mantiene pulsada, con el micrófono apagado en el escenario',
    h: 'Levantar o bajar la mano',
    c: 'Abrir o cerrar el chat',
    p: 'Abrir o cerrar los participantes',
    arrows: 'Ir de recuadro en recuadro, y por la barra',
    escape: 'Cerrar lo que está abierto',
    help: 'Esta lista',
  },
}
