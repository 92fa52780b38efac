import type { FaultsText } from '../en/faults.ts'

/** What is wrong with a device, and what helps. */
export const faults: FaultsText = {
  fault: {
    gone: {
      camera: 'Esa cámara ya no está. Se usa otra.',
      microphone: 'Ese micrófono ya no está. Se usa otro.',
    },
    silenced: {
      camera: 'Su cámara no da imagen: la detiene su propio interruptor o su sistema. Enciéndala allí.',
      microphone: 'Su micrófono no da sonido: lo silencia su propio interruptor o su sistema. Enciéndalo allí.',
    },
    interrupted: {
      camera: 'Se había ausentado, así que su cámara está apagada. Enciéndala cuando quiera.',
      microphone: 'Se había ausentado, así que su micrófono está apagado. Enciéndalo cuando quiera.',
    },
    refused: {
      camera: 'El navegador no puede usar su cámara.',
      microphone: 'El navegador no puede usar su micrófono.',
    },
    dismissed: {
      camera: 'Se cerró la pregunta del navegador sobre su cámara. Pulse «Intentar de nuevo» y respóndala.',
      microphone: 'Se cerró la pregunta del navegador sobre su micrófono. Pulse «Intentar de nuevo» y respóndala.',
    },
    system: {
      camera:
        'Su sistema no deja que el navegador use la cámara. Permítalo en los ajustes de privacidad e inténtelo de nuevo.',
      microphone:
        'Su sistema no deja que el navegador use el micrófono. Permítalo en los ajustes de privacidad e inténtelo de nuevo.',
    },
    framed: {
      camera: 'La página que contiene esta sala no cede la cámara. Abra la sala en una pestaña propia.',
      microphone: 'La página que contiene esta sala no cede el micrófono. Abra la sala en una pestaña propia.',
    },
    none: {
      camera: 'No hay ninguna cámara conectada. Conecte una e inténtelo de nuevo.',
      microphone: 'No hay ningún micrófono conectado. Conecte uno e inténtelo de nuevo.',
    },
    busy: {
      camera: 'Otro programa está usando su cámara. Ciérrelo e inténtelo de nuevo.',
      microphone: 'Otro programa está usando su micrófono. Ciérrelo e inténtelo de nuevo.',
    },
    insecure: {
      camera: 'Los navegadores solo ceden la cámara por HTTPS. Pida la dirección segura a quien dirige la sala.',
      microphone: 'Los navegadores solo ceden el micrófono por HTTPS. Pida la dirección segura a quien dirige la sala.',
    },
    unsupported: {
      camera: 'Este navegador no puede usar una cámara aquí. Pruebe con un Chrome, Edge, Firefox o Safari actual.',
      microphone:
        'Este navegador no puede usar un micrófono aquí. Pruebe con un Chrome, Edge, Firefox o Safari actual.',
    },
    unplugged: {
      camera: 'Su cámara se ha desconectado y ahora está apagada.',
      microphone: 'Su micrófono se ha desconectado y ahora está apagado.',
    },
    failed: {
      camera: 'Su cámara no se ha iniciado. Desconéctela, vuelva a conectarla e inténtelo de nuevo.',
      microphone: 'Su micrófono no se ha iniciado. Desconéctelo, vuelva a conectarlo e inténtelo de nuevo.',
    },
  },
  allow: {
    chromium: 'Pulse el símbolo delante de la dirección, permita la cámara y el micrófono e inténtelo de nuevo.',
    firefox: 'Pulse el símbolo tachado de la barra de direcciones, quite el bloqueo e inténtelo de nuevo.',
    safari:
      'Elija «Ajustes para este sitio web» en el menú Safari, permita la cámara y el micrófono e inténtelo de nuevo.',
    other: 'Permita la cámara y el micrófono en los ajustes del navegador para esta página e inténtelo de nuevo.',
  },
  backgroundOff: {
    slow: 'El dispositivo es demasiado lento para el fondo. Está desactivado, y su cámara sigue.',
    failed: 'El fondo no se ha podido iniciar. Está desactivado, y su cámara sigue.',
  },
  replaced: (name) => ['Su micrófono se ha desconectado.', name ? `Ahora se usa ${name}.` : 'Ahora se usa otro.'],
  instead: (name) => `En su lugar puede usar ${name}.`,
  pluggedIn: (name) => [`${name} está conectado.`, ''],
  useIt: 'Usar',
  noiseReplaced: ['La reducción de ruido fuerte se ha detenido.', 'Ahora se usa la estándar.'],
}
