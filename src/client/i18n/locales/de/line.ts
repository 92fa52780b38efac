import type { LineText } from '../en/line.ts'

/** Die eigene Verbindung. */
export const line: LineText = {
  title: 'Ihre Verbindung',
  weak: ['Ihre Verbindung ist schwach.', 'Nur mit Ton braucht sie viel weniger.'],
  noMedia: 'In diesem Browser kein Ton und kein Bild',
  noMediaMeans:
    'WebRTC fehlt oder ist ausgeschaltet, durch eine Erweiterung, eine Einstellung oder Ihre Organisation. Chat, Handzeichen und Liste gehen weiter; ein anderer Browser bringt Ton und Bild und den Weg auf die Bühne.',
  soundOnly: 'Nur Ton',
  soundOnlyMeans: 'Sie hören alle, und es kommen keine Bilder zu Ihnen.',
  noPictures: 'Es kommen keine Bilder zu Ihnen.',
  showPictures: 'Bilder zeigen',
  saveData: 'Daten sparen',
  saveDataMeans:
    'Kameras kommen kleiner und ein geteilter Bildschirm mit weniger Bildern. Wird auf diesem Gerät gemerkt.',
}
