import { completed } from '../draft.ts'
import { requirements as english, type RequirementsText } from '../en/requirements.ts'

/** What works where. */
export const requirements: RequirementsText = completed(english, {
  title: 'Qué funciona y dónde',
  parts: [
    {
      heading: 'Para ver y oír',
      lines: [
        'Un navegador de los dos últimos años: Chrome o Edge desde la 123, Firefox desde la 120, Safari desde la 17.5. Probado en cada prueba: Chromium en Linux. Los demás están previstos, pero aún no probados.',
        'Sin cámara, sin micrófono, sin permisos y sin instalar nada.',
        'Unos 225 kB de código. Si el navegador retiene el sonido, basta con pulsar una vez «Activar el sonido».',
      ],
    },
    {
      heading: 'Para subir al escenario',
      lines: [
        'Una cámara o un micrófono; basta con uno de los dos.',
        'Una página por HTTPS, o en localhost: los navegadores no ceden los dispositivos a ninguna otra.',
        'Si la página está dentro de un marco, la página que la contiene tiene que ceder la cámara y el micrófono.',
      ],
    },
    {
      heading: 'Reducción de ruido y altavoces',
      lines: [
        'La reducción de ruido estándar es la del navegador. La fuerte necesita WebAssembly y audio worklets, que todos estos navegadores tienen; si no puede iniciarse, el micrófono sigue sin ella.',
        'Se puede elegir otro altavoz donde el navegador deja elegir a la página: Chrome, Edge y Firefox.',
      ],
    },
    {
      heading: 'En un teléfono',
      lines: [
        'Un teléfono entra como público, y sube al escenario desde dentro de la sala, con cualquiera de sus cámaras.',
        'No hay elección de dispositivos ni reducción de ruido fuerte.',
      ],
    },
    {
      heading: 'Red',
      lines: [
        'La página, la sala y la señalización van por la única dirección que usted ha abierto.',
        'El sonido y la imagen van al puerto UDP 7882 del servidor, y al puerto TCP 7881 donde UDP está bloqueado.',
      ],
    },
  ],
})
