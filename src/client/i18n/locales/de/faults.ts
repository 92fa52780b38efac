import type { FaultsText } from '../en/faults.ts'

/** What is wrong with a device, and what helps. */
export const faults: FaultsText = {
  fault: {
    gone: {
      camera: 'Diese Kamera ist nicht mehr da. Eine andere wird verwendet.',
      microphone: 'Dieses Mikrofon ist nicht mehr da. Ein anderes wird verwendet.',
    },
    silenced: {
      camera:
        'Ihre Kamera gibt kein Bild: Ihr eigener Schalter oder Ihr System hält sie an. Schalten Sie sie dort ein.',
      microphone:
        'Ihr Mikrofon gibt keinen Ton: Sein eigener Schalter oder Ihr System hält es stumm. Schalten Sie es dort ein.',
    },
    interrupted: {
      camera: 'Sie waren weg, deshalb ist Ihre Kamera aus. Schalten Sie sie ein, wenn Sie so weit sind.',
      microphone:
        'Sie waren weg, deshalb sind Sie stummgeschaltet. Schalten Sie Ihr Mikrofon ein, wenn Sie so weit sind.',
    },
    refused: {
      camera: 'Der Browser darf Ihre Kamera nicht verwenden.',
      microphone: 'Der Browser darf Ihr Mikrofon nicht verwenden.',
    },
    dismissed: {
      camera:
        'Die Frage des Browsers nach Ihrer Kamera wurde geschlossen. Drücken Sie „Noch einmal versuchen“ und beantworten Sie sie.',
      microphone:
        'Die Frage des Browsers nach Ihrem Mikrofon wurde geschlossen. Drücken Sie „Noch einmal versuchen“ und beantworten Sie sie.',
    },
    system: {
      camera:
        'Ihr System lässt den Browser nicht an die Kamera. Erlauben Sie es in den Datenschutzeinstellungen und versuchen Sie es noch einmal.',
      microphone:
        'Ihr System lässt den Browser nicht an das Mikrofon. Erlauben Sie es in den Datenschutzeinstellungen und versuchen Sie es noch einmal.',
    },
    framed: {
      camera: 'Die Seite um diesen Raum gibt die Kamera nicht weiter. Öffnen Sie den Raum in einem eigenen Tab.',
      microphone: 'Die Seite um diesen Raum gibt das Mikrofon nicht weiter. Öffnen Sie den Raum in einem eigenen Tab.',
    },
    none: {
      camera: 'Es ist keine Kamera angeschlossen. Schließen Sie eine an und versuchen Sie es noch einmal.',
      microphone: 'Es ist kein Mikrofon angeschlossen. Schließen Sie eines an und versuchen Sie es noch einmal.',
    },
    busy: {
      camera: 'Ein anderes Programm verwendet Ihre Kamera. Schließen Sie es und versuchen Sie es noch einmal.',
      microphone: 'Ein anderes Programm verwendet Ihr Mikrofon. Schließen Sie es und versuchen Sie es noch einmal.',
    },
    insecure: {
      camera: 'Browser geben einer Seite die Kamera nur über HTTPS. Fragen Sie den Host nach der sicheren Adresse.',
      microphone:
        'Browser geben einer Seite das Mikrofon nur über HTTPS. Fragen Sie den Host nach der sicheren Adresse.',
    },
    unsupported: {
      camera:
        'Dieser Browser kann hier keine Kamera verwenden. Nehmen Sie ein aktuelles Chrome, Edge, Firefox oder Safari.',
      microphone:
        'Dieser Browser kann hier kein Mikrofon verwenden. Nehmen Sie ein aktuelles Chrome, Edge, Firefox oder Safari.',
    },
    unplugged: {
      camera: 'Ihre Kamera wurde getrennt und ist jetzt aus.',
      microphone: 'Ihr Mikrofon wurde getrennt und ist jetzt aus.',
    },
    failed: {
      camera: 'Ihre Kamera ist nicht gestartet. Stecken Sie sie aus und wieder ein und versuchen Sie es noch einmal.',
      microphone:
        'Ihr Mikrofon ist nicht gestartet. Stecken Sie es aus und wieder ein und versuchen Sie es noch einmal.',
    },
  },
  allow: {
    chromium:
      'Drücken Sie das Zeichen vor der Adresse, erlauben Sie Kamera und Mikrofon und versuchen Sie es noch einmal.',
    firefox:
      'Drücken Sie das durchgestrichene Zeichen in der Adressleiste, heben Sie die Sperre auf und versuchen Sie es noch einmal.',
    safari:
      'Wählen Sie im Safari-Menü „Einstellungen für diese Website“, erlauben Sie Kamera und Mikrofon und versuchen Sie es noch einmal.',
    other:
      'Erlauben Sie Kamera und Mikrofon in den Einstellungen des Browsers für diese Seite und versuchen Sie es noch einmal.',
  },
  backgroundOff: {
    slow: 'Das Gerät ist für den Hintergrund zu langsam. Er ist aus, und Ihre Kamera läuft weiter.',
    failed: 'Der Hintergrund ließ sich nicht starten. Er ist aus, und Ihre Kamera läuft weiter.',
  },
  replaced: (name) => [
    'Ihr Mikrofon wurde getrennt.',
    name ? `Jetzt wird ${name} verwendet.` : 'Jetzt wird ein anderes verwendet.',
  ],
  instead: (name) => `Stattdessen können Sie ${name} verwenden.`,
  pluggedIn: (name) => [`${name} ist angeschlossen.`, ''],
  useIt: 'Verwenden',
  noiseReplaced: ['Die starke Rauschunterdrückung läuft nicht weiter.', 'Jetzt wird Standard verwendet.'],
}
