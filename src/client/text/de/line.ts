import type { LineText } from '../en/line.ts'

/** Die eigene Verbindung. */
export const line: LineText = {
  title: 'Ihre Verbindung',
  weak: ['Ihre Verbindung ist schwach.', 'Nur mit Ton braucht sie viel weniger.'],
  soundOnly: 'Nur Ton',
  soundOnlyMeans: 'Sie hören alle, und es kommen keine Bilder zu Ihnen.',
  noPictures: 'Es kommen keine Bilder zu Ihnen.',
  showPictures: 'Bilder zeigen',
  saveData: 'Daten sparen',
  saveDataMeans:
    'Kameras kommen kleiner und ein geteilter Bildschirm mit weniger Bildern. Wird auf diesem Gerät gemerkt.',
}
