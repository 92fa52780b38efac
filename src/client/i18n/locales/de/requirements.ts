import type { RequirementsText } from '../en/requirements.ts'

/** What works where. */
export const requirements: RequirementsText = {
  title: 'Was wo funktioniert',
  parts: [
    {
      heading: 'Zum Zusehen und Zuhören',
      lines: [
        'Ein Browser der letzten zwei Jahre: Chrome oder Edge ab 123, Firefox ab 120, Safari ab 17.5. In jedem Test erprobt: Chromium unter Linux, und Firefox ESR unter Linux beim Zuschauen, auf der Bühne und bei der Wahl des Lautsprechers. Für die anderen ist es gebaut, aber noch nicht erprobt.',
        'Keine Kamera, kein Mikrofon, keine Erlaubnis, nichts zu installieren.',
        'Höchstens 280 kB Skript. Wo ein Browser den Ton zurückhält, genügt ein Druck auf „Ton starten“.',
        'Ein zu alter Browser sagt das, statt eine leere Seite zu zeigen.',
      ],
    },
    {
      heading: 'Um auf die Bühne zu kommen',
      lines: [
        'Eine Kamera oder ein Mikrofon; eines davon genügt.',
        'Was nicht geht, wird genannt, mit dem, was in diesem Browser hilft; wer zusehen will, wird davon nie aufgehalten.',
        'Eine Seite über HTTPS oder auf localhost: Browser geben die Geräte keiner anderen.',
        'Steht die Seite in einem Rahmen, muss die Seite darum Kamera und Mikrofon weitergeben.',
      ],
    },
    {
      heading: 'Um den Bildschirm zu teilen',
      lines: [
        'Ein Computer: Die Browser von Telefonen teilen keinen Bildschirm und zeigen keinen Knopf dafür.',
        'Der Ton des Geteilten geht mit, wo der Browser das in seiner Frage anbietet: Chrome und Edge.',
      ],
    },
    {
      heading: 'Rauschunterdrückung und Lautsprecher',
      lines: [
        'Die Standard-Rauschunterdrückung ist die des Browsers. Die starke braucht WebAssembly und Audio-Worklets, die all diese Browser haben; wo sie nicht startet oder stehen bleibt, tritt die normale an ihre Stelle.',
        'Ein anderer Lautsprecher lässt sich wählen, wo der Browser eine Seite wählen lässt: Chrome, Edge und Firefox.',
      ],
    },
    {
      heading: 'Hintergründe',
      lines: [
        'Unschärfe, Szenen und eigene Bilder brauchen WebGL 2, WebAssembly und Bilder, an denen eine Seite arbeiten kann: Chrome und Edge, und auf langsamerem Weg Safari und Firefox ab 130. In jedem Test erprobt: Chromium unter Linux ohne Grafikkarte. Für die anderen ist es gebaut, aber noch nicht erprobt.',
        'Wo Browser oder Gerät es nicht können, und auf dem Telefon, gibt es dieses Menü nicht. Dauert ein Bild länger als 40 ms, geht der Hintergrund von selbst aus, und die Kamera läuft weiter. Eine andere Grenze in ms lässt sich im lokalen Speicher der Seite unter rostrum.picture-limit setzen.',
        'Der erste Hintergrund lädt einmal etwa 2,7 MB vom Server des Raums. Ein eigenes Bild darf 20 MB und 64 Megapixel haben; es bleibt auf Ihrem Gerät.',
      ],
    },
    {
      heading: 'Auf dem Telefon',
      lines: [
        'Ein Telefon tritt ins Publikum ein und kommt aus dem Raum auf die Bühne, mit jeder seiner Kameras.',
        'Es gibt keine Wahl der Geräte, keinen Hintergrund und keine starke Rauschunterdrückung.',
        'Ein Anruf, ein gesperrter Bildschirm oder eine andere App schaltet Mikrofon und Kamera aus. Sie bleiben aus, bis Sie sie einschalten.',
      ],
    },
    {
      heading: 'Netz',
      lines: [
        'Die Seite, der Raum und die Signalisierung gehen über die eine Adresse, die Sie geöffnet haben.',
        'Ton und Bild gehen an den UDP-Port 7882 des Servers, und an den TCP-Port 7881, wo UDP gesperrt ist.',
        '„Geräte einstellen“ sagt binnen drei Sekunden, was von der Verbindung zu erwarten ist: gut, besser nur Ton, oder keine, und was nicht durchkommt.',
      ],
    },
  ],
}
