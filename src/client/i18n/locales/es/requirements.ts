import type { RequirementsText } from '../en/requirements.ts'

/** What works where. */
export const requirements: RequirementsText = {
  title: 'Qué funciona y dónde',
  parts: [
    {
      heading: 'Para ver y oír',
      lines: [
        'Un navegador de los dos últimos años: Chrome o Edge desde la 123, Firefox desde la 120, Safari desde la 17.5. Probado en cada prueba: Chromium en Linux, y Firefox ESR en Linux para mirar, subir al escenario y elegir altavoz. Los demás están previstos, pero aún no probados.',
        'Sin cámara, sin micrófono, sin permisos y sin instalar nada.',
        'Como máximo 280 kB de código. Si el navegador retiene el sonido, basta con pulsar una vez «Activar el sonido».',
        'Un navegador demasiado antiguo lo dice, en lugar de mostrar una página vacía.',
      ],
    },
    {
      heading: 'Para subir al escenario',
      lines: [
        'Una cámara o un micrófono; basta con uno de los dos.',
        'Lo que falla se nombra, con lo que ayuda en ese navegador; a quien viene a mirar no lo detiene nunca.',
        'Una página por HTTPS, o en localhost: los navegadores no ceden los dispositivos a ninguna otra.',
        'Si la página está dentro de un marco, la página que la contiene tiene que ceder la cámara y el micrófono.',
      ],
    },
    {
      heading: 'Para compartir la pantalla',
      lines: [
        'Un ordenador: los navegadores de los teléfonos no comparten la pantalla y no muestran el botón.',
        'El sonido de lo que se comparte va incluido donde el navegador lo ofrece en su pregunta: Chrome y Edge.',
      ],
    },
    {
      heading: 'Reducción de ruido y altavoces',
      lines: [
        'La reducción de ruido estándar es la del navegador. La fuerte necesita WebAssembly y audio worklets, que todos estos navegadores tienen; si no se inicia o se detiene, la estándar ocupa su lugar.',
        'Se puede elegir otro altavoz donde el navegador deja elegir a la página: Chrome, Edge y Firefox.',
      ],
    },
    {
      heading: 'Fondos',
      lines: [
        'El desenfoque, las escenas y las imágenes propias necesitan WebGL 2, WebAssembly e imágenes en las que una página pueda trabajar: Chrome y Edge, y por un camino más lento Safari y Firefox desde la 130. Probado en cada prueba: Chromium en Linux sin tarjeta gráfica. Los demás están previstos, pero aún no probados.',
        'Donde el navegador o el dispositivo no pueden, y en un teléfono, no hay ese menú. Si una imagen tarda más de 40 ms, el fondo se desactiva solo y la cámara sigue. Se puede fijar otro límite en ms en el almacenamiento local de la página, en rostrum.picture-limit.',
        'El primer fondo carga una vez unos 2,7 MB del servidor de la sala. Una imagen propia puede tener 20 MB y 64 megapíxeles; se queda en su dispositivo.',
      ],
    },
    {
      heading: 'En un teléfono',
      lines: [
        'Un teléfono entra como público, y sube al escenario desde dentro de la sala, con cualquiera de sus cámaras.',
        'No hay elección de dispositivos, ni fondo, ni reducción de ruido fuerte.',
        'Una llamada, la pantalla bloqueada u otra aplicación apagan el micrófono y la cámara. Siguen apagados hasta que usted los encienda.',
      ],
    },
    {
      heading: 'Red',
      lines: [
        'La página, la sala y la señalización van por la única dirección que usted ha abierto.',
        'El sonido y la imagen van al puerto UDP 7882 del servidor, y al puerto TCP 7881 donde UDP está bloqueado.',
        '«Configurar dispositivos» dice en tres segundos qué se puede esperar de la conexión: buena, mejor solo sonido, o ninguna, y qué es lo que no pasa.',
      ],
    },
  ],
}
