import { completed } from '../draft.ts'
import { requirements as english, type RequirementsText } from '../en/requirements.ts'

/** What works where. */
export const requirements: RequirementsText = completed(english, {
  title: 'Was wo funktioniert',
  parts: [
    {
      heading: 'Zum Zusehen und Zuhören',
      lines: [
        'Ein Browser der letzten zwei Jahre: Chrome oder Edge ab 123, Firefox ab 120, Safari ab 17.5. In jedem Test erprobt: Chromium unter Linux. Für die anderen ist es gebaut, aber noch nicht erprobt.',
        'Keine Kamera, kein Mikrofon, keine Erlaubnis, nichts zu installieren.',
        'Etwa 225 kB Skript. Wo ein Browser den Ton zurückhält, genügt ein Druck auf „Ton starten“.',
      ],
    },
    {
      heading: 'Um auf die Bühne zu kommen',
      lines: [
        'Eine Kamera oder ein Mikrofon; eines davon genügt.',
        'Eine Seite über HTTPS oder auf localhost: Browser geben die Geräte keiner anderen.',
        'Steht die Seite in einem Rahmen, muss die Seite darum Kamera und Mikrofon weitergeben.',
      ],
    },
    {
      heading: 'Rauschunterdrückung und Lautsprecher',
      lines: [
        'Die Standard-Rauschunterdrückung ist die des Browsers. Die starke braucht WebAssembly und Audio-Worklets, die all diese Browser haben; wo sie nicht starten kann, läuft das Mikrofon ohne sie weiter.',
        'Ein anderer Lautsprecher lässt sich wählen, wo der Browser eine Seite wählen lässt: Chrome, Edge und Firefox.',
      ],
    },
    {
      heading: 'Auf dem Telefon',
      lines: [
        'Ein Telefon tritt ins Publikum ein und kommt aus dem Raum auf die Bühne, mit jeder seiner Kameras.',
        'Eine Wahl der Geräte und die starke Rauschunterdrückung gibt es nicht.',
      ],
    },
    {
      heading: 'Netz',
      lines: [
        'Die Seite, der Raum und die Signalisierung gehen über die eine Adresse, die Sie geöffnet haben.',
        'Ton und Bild gehen an den UDP-Port 7882 des Servers, und an den TCP-Port 7881, wo UDP gesperrt ist.',
      ],
    },
  ],
})
