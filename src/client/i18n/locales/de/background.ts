import type { BackgroundText } from '../en/background.ts'

/** The menu of backgrounds, and a picture of one’s own as one. */
export const background: BackgroundText = {
  background: 'Hintergrund',
  kind: {
    none: 'Keiner',
    'slight-blur': 'Leicht unscharf',
    blur: 'Unscharf',
    study: 'Arbeitszimmer',
    window: 'Fenster',
    shelves: 'Bücherregale',
    curtain: 'Vorhang',
    hills: 'Hügel',
    dusk: 'Dämmerung',
    own: 'Ihr Bild',
  },
  fault: {
    'too-large': 'Dieses Bild ist zu groß. Wählen Sie eines mit höchstens 20 MB und 64 Megapixeln.',
    'no-picture': 'Diese Datei ist kein Bild, das dieser Browser zeigen kann. Wählen Sie PNG, JPEG oder WebP.',
  },
  upload: 'Ein eigenes Bild verwenden',
  uploadHelp: 'Es bleibt auf diesem Gerät: Nur das Bild Ihrer Kamera geht in den Raum.',
  notKept: 'Dieser Browser behält keine Bilder, Ihres ist also da, bis diese Seite geschlossen wird.',
}
