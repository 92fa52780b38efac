import type { DevicesText } from '../en/devices.ts'
import type { LinkVerdict } from '../../../call/media/link.ts'

const by = (who: string) => who || 'Die Moderation'

/** The verdict on the connection, and what follows from it. */
function link(verdict: LinkVerdict): [string, string] {
  if (verdict.is === 'checking') return ['Die Verbindung wird geprüft…', '']
  if (verdict.is === 'sound-only')
    return ['Verbindung schwach.', 'Lassen Sie Ihre Kamera aus: Der Ton allein erreicht alle.']
  if (verdict.is === 'good')
    return [
      'Verbindung gut.',
      verdict.over === 'udp'
        ? 'Bild und Ton erreichen alle.'
        : 'Ihr Netz sperrt UDP, deshalb gehen Bild und Ton über TCP und kommen vielleicht etwas später.',
    ]
  return ['Keine Verbindung.', NONE[verdict.why]]
}

const NONE: Record<Extract<LinkVerdict, { is: 'none' }>['why'], string> = {
  signalling: 'Der Server für Ton und Bild antwortet nicht. Es wird von selbst wieder versucht.',
  udp: 'UDP erreicht den Server nicht, und TCP bietet er nicht an. Versuchen Sie ein anderes Netz, oder sagen Sie es dem Host.',
  tcp: 'TCP erreicht den Server nicht, und UDP bietet er nicht an. Versuchen Sie ein anderes Netz, oder sagen Sie es dem Host.',
  both: 'Weder UDP noch TCP erreichen den Server. Versuchen Sie ein anderes Netz ohne VPN, oder sagen Sie es dem Host.',
}

/** What comes with *Set devices*. */
export const devices: DevicesText = {
  link,
  notKept: 'Dieser Browser behält nichts für diese Seite: Was Sie wählen, ist beim Schließen vergessen.',

  microphone: 'Mikrofon',
  speaker: 'Lautsprecher',
  noDevice: 'Keines',
  systemDefault: 'Standard des Systems',
  noise: 'Rauschunterdrückung',
  appearance: 'Darstellung',
  appearanceKind: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  noiseKind: { off: 'Aus', standard: 'Standard', strong: 'Stark' },
  testSpeaker: 'Lautsprecher testen',
  playing: 'Spielt',
  device: (n) => `Gerät ${n}`,
  level: 'Mikrofonpegel',
  opening: 'Der Browser fragt nach Ihrer Kamera und Ihrem Mikrofon.',
  cameraIsOff: 'Ihre Kamera ist aus',
  beforePreview:
    '„Auf die Bühne“ öffnet zuerst Kamera und Mikrofon, nur für Sie. Niemand sieht oder hört Sie, bevor Sie noch einmal drücken.',
  previewHelp: 'Niemand sieht oder hört Sie, bevor Sie „Auf die Bühne“ drücken.',
  getReady: 'Für die Bühne bereit machen',
  devicesLater: 'Kamera und Mikrofon stellen Sie ein, wenn Sie auf die Bühne gehen. Jetzt ist nichts offen.',
  invited: 'Sie sind auf die Bühne eingeladen',
  invitedHeld: (who) =>
    `${by(who)} möchte Sie hinter der Bühne bereithaben. Dort sieht und hört Sie die Moderation und holt Sie, wenn Sie an der Reihe sind.`,
  invitedBy: (who) => `${by(who)} bittet Sie zu sprechen. Sie hören den Raum weiter, während Sie sich bereit machen.`,
  joinStageInvited: 'Auf die Bühne',
  declineInvitation: 'Einladung ablehnen',
}
