import type { Refusal } from '../../../../protocol/refusals.ts'
import type { Role, RoomMode, StageAccess } from '../../../../protocol/types.ts'
import type { Text } from '../en/core.ts'
import { formatsOf } from '../../formats.ts'

// stage: Bühne · viewer: Publikum · backstage: hinter der Bühne · hand: Hand · room: Raum · session: Sitzung · host: Host
// moderator: Moderation · speaker: Speaker · participant: Teilnehmende · panel: Seitenbereich · invite link: Einladungslink
// Sie; Gegenwart; was Menschen tun, steht ohne Geschlecht.

const { number, count, clock, minutes, nth: ordinal } = formatsOf('de')

const nth = (n: number) => ordinal(n, { other: '#.' })

const role: Record<Role, string> = {
  host: 'Host',
  cohost: 'Co-Host',
  moderator: 'Moderation',
  speaker: 'Speaker',
  participant: '',
}
const mode: Record<RoomMode, { name: string; means: string }> = {
  interactive: { name: 'Interaktiv', means: 'Alle dürfen auf die Bühne, 25 zugleich.' },
  webinar: { name: 'Webinar', means: 'Sie rufen Menschen auf die Bühne, 10 zugleich.' },
}
const access: Record<StageAccess, { name: string; means: string }> = {
  everyone: { name: 'Alle auf die Bühne', means: 'Wer möchte, kommt auf die Bühne, ohne zu fragen.' },
  request: { name: 'Auf Anfrage', means: 'Das Publikum fragt an, und Sie holen auf die Bühne oder lehnen ab.' },
  invite: {
    name: 'Nur auf Einladung',
    means: 'Nur wen Sie einladen, kommt auf die Bühne. Hände lassen sich trotzdem heben.',
  },
}

const refusal: Record<Refusal, string> = {
  'not-allowed': 'Ihre Rolle erlaubt das nicht.',
  'not-permitted': 'Die Moderation hat Ihnen das nicht erlaubt.',
  'microphone-locked': 'Das Mikrofon ist gesperrt. Die Moderation kann es freigeben.',
  'camera-locked': 'Die Kamera ist gesperrt. Die Moderation kann sie freigeben.',
  removed: 'Sie wurden aus diesem Raum entfernt.',
  'not-in-room': 'Sie sind nicht mehr in der Sitzung.',
  'no-such-person': 'Diese Person ist nicht mehr in der Sitzung.',
  'session-ended': 'Diese Sitzung ist beendet.',
  'not-started': 'Diese Sitzung hat noch nicht begonnen.',
  'not-on-stage': 'Das geht nur auf der Bühne.',
  'not-a-viewer': 'Diese Person ist schon auf der Bühne.',
  'stage-full': 'Die Bühne ist voll, und niemand kann gerade Platz machen. Ihre Hand ist oben, vor allen anderen.',
  'ask-later': 'Ihre Anfrage wurde eben abgelehnt. In einer halben Minute können Sie wieder fragen.',
  'reason-long': 'Ein Grund hat höchstens 120 Zeichen.',
  'someone-shares': 'Jemand anderes teilt gerade den Bildschirm.',
  'sharer-first': 'Wer den Bildschirm teilt, leitet den Raum und muss zuerst aufhören.',
  'not-from-backstage': 'Hinter der Bühne lässt sich der Bildschirm nicht teilen.',
  held: 'Sie sind hinter der Bühne. Die Moderation holt Sie auf die Bühne.',
  'not-backstage': 'Diese Person ist nicht mehr hinter der Bühne.',
  'ask-first': 'Auf die Bühne geht es jetzt auf Anfrage. Fragen Sie an, und die Moderation antwortet.',
  'invite-only': 'Auf die Bühne kommt jetzt nur, wer eingeladen ist. Sie können die Hand heben.',
  'reactions-off': 'Reaktionen sind in diesem Raum ausgeschaltet.',
  'no-need-to-ask': 'Sie brauchen nicht zu fragen. Sie können selbst auf die Bühne gehen.',
  'chat-paused': 'Der Chat ruht. Sie können lesen, und wieder schreiben, sobald die Moderation ihn öffnet.',
  'chat-blocked': 'Die Moderation hat Sie im Chat gesperrt. Sie können lesen, aber nicht schreiben.',
  'private-off': 'Private Nachrichten sind in diesem Raum ausgeschaltet.',
  'message-empty': 'Schreiben Sie zuerst etwas.',
  'message-long': 'Eine Nachricht hat höchstens 2.000 Zeichen.',
  'no-such-message': 'Diese Nachricht gibt es nicht mehr.',
  'write-later': 'Sie haben gerade geschrieben. Warten Sie einen Moment und senden Sie erneut.',
  'feedback-later': 'Sie haben gerade Feedback gegeben. In einer Minute können Sie weiteres geben.',
  'too-fast': 'Das war zu schnell. Warten Sie einen Moment und versuchen Sie es noch einmal.',
  'name-empty': 'Geben Sie einen Namen ein, damit andere wissen, wer Sie sind.',
  'name-long': 'Ein Name hat höchstens 100 Zeichen.',
  'link-unknown': 'Dieser Link gilt nicht oder nicht mehr.',
  'link-revoked': 'Dieser Link wurde zurückgezogen.',
  'room-unknown': 'Unter dieser Adresse gibt es keinen Raum.',
  'no-entry': 'Für den Eintritt brauchen Sie einen Einladungslink.',
  'media-away': 'Ton und Bild sind gerade nicht verfügbar.',
  'disk-full': 'Der Speicher des Servers ist voll, deshalb wurde nichts geändert.',
  'bad-request': 'Der Server hat das nicht verstanden. Laden Sie die Seite neu.',
  'server-fault': 'Der Server konnte das nicht. Versuchen Sie es gleich noch einmal.',
}

const span = (ms: number) => minutes(ms, { one: '# Minute', other: '# Minuten' })
const by = (who: string) => who || 'Die Moderation'

/** What everybody may come to see, on every page. */
export const core: Text = {
  rostrum: 'Rostrum',
  role,
  participantMark: 'Teilnahme',
  mode,
  access,
  refusal,
  nth,
  number,
  askWhom: (host) =>
    host ? `Fragen Sie ${host}, Host dieses Raums.` : 'Fragen Sie die Person, die Sie hierher geschickt hat.',
  tryAgain: 'Noch einmal versuchen',
  close: 'Schließen',
  cancel: 'Abbrechen',
  you: 'Sie',
  language: 'Sprache',
  languageAway: 'Diese Sprache konnte nicht geladen werden. Die bisherige bleibt.',

  cookiesBlocked:
    'Ihr Browser behält für diese Seite keine Cookies; der Raum würde Sie nicht wiedererkennen. Erlauben Sie in den Einstellungen des Browsers Cookies für diese Seite, oder öffnen Sie sie in einem eigenen, nicht privaten Fenster, und versuchen Sie es noch einmal.',
  yourName: 'Ihr Name',
  roomMode: 'Art des Raums',
  unreachable: 'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',

  live: (elapsed) => `Live · ${elapsed}`,
  serverAway: 'Der Server ist nicht erreichbar',
  serverAwayHelp:
    'Es wird alle paar Sekunden von selbst noch einmal versucht, und nichts geht verloren. Prüfen Sie inzwischen Ihre Verbindung.',
  home: 'Zur Startseite',
  continue: 'Weiter',
  welcomeTo: 'Sie sind eingeladen zu',
  entryHelp: 'Ihr Name ist für die anderen im Raum zu sehen.',

  loading: 'Der Raum wird geöffnet…',
  coming: 'Wird geladen…',
  longer: 'Das dauert länger als sonst. Es geht von selbst weiter; wenn nicht, prüfen Sie Ihre Verbindung.',
  setDevices: 'Geräte einstellen',
  youAreHere: ['Sie sind hier als ', ' bekannt.'],
  notYou: 'Nicht Sie?',
  changeName: 'Namen ändern',
  joinAsViewer: 'Nur zusehen',
  joinStage: 'Auf die Bühne',
  youAreOff: 'Ihre Kamera und Ihr Mikrofon sind aus',
  asViewer: 'Im Publikum',
  asViewerMeans:
    'Sie sehen und hören sofort. Sie werden um nichts gebeten, niemand sieht oder hört Sie. Sie können die Hand heben, reagieren und chatten.',
  onStageTitle: 'Auf der Bühne',
  onStageMeans:
    'Der Browser fragt nach Kamera und Mikrofon. Zuerst sehen nur Sie sich; erst ein zweiter Druck zeigt Sie allen.',
  doorHelp: 'Niemand sieht oder hört Sie, bevor Sie noch einmal auf „Auf die Bühne“ drücken.',
  camera: 'Kamera',
  microphoneShort: 'Mikrofon',
  whatWorks: 'Was wo funktioniert',
  flipCamera: 'Kamera wechseln',

  stage: 'Bühne',
  controls: 'Steuerung des Raums',
  panel: 'Chat und Zusammenarbeit',
  tile: (name, mic, camera) => `${name}, Mikrofon ${mic}, Kamera ${camera}`,
  mic: { on: 'an', off: 'aus', speaking: 'spricht' },
  reconnectingTile: 'Verbindet neu…',
  emptyStage: 'Noch ist niemand auf der Bühne',
  emptyStageHelp: 'Sie sehen und hören die Bühne, sobald jemand darauf ist. Sie müssen nichts tun.',
  emptyStageBy: (name) => `${name} ist im Raum und kann jederzeit beginnen.`,
  emptyStageRunner: 'Gehen Sie selbst auf die Bühne, oder laden Sie jemanden aus der Liste ein.',
  viewers: (n) => count(n, { one: '# Person im Publikum', other: '# im Publikum' }),
  askToJoin: 'Um die Bühne bitten',
  cancelRequest: 'Anfrage zurückziehen',
  raiseHand: 'Hand heben',
  lowerHand: 'Hand senken',
  settings: 'Einstellungen',
  leave: 'Verlassen',
  leaveStage: 'Bühne verlassen',
  turnMic: (on) => (on ? 'Mikrofon ausschalten' : 'Mikrofon einschalten'),
  turnCamera: (on) => (on ? 'Kamera ausschalten' : 'Kamera einschalten'),
  closePanel: 'Seitenbereich schließen',
  openPanel: 'Seitenbereich öffnen',

  place: {
    backstage: ['Sie sind hinter der Bühne', 'Die Moderation sieht und hört Sie, sonst niemand'],
    watching: ['Sie sehen zu', 'Niemand sieht oder hört Sie'],
    onStage: ['Sie sind auf der Bühne', 'Alle sehen und hören Sie'],
    onStageMuted: ['Sie sind auf der Bühne', 'Alle sehen Sie. Sie sind stummgeschaltet'],
    onStageHeard: ['Sie sind auf der Bühne', 'Alle hören Sie. Ihre Kamera ist aus'],
    onStageQuiet: ['Sie sind auf der Bühne', 'Sie sind stummgeschaltet, und Ihre Kamera ist aus'],
    hand: ['Ihre Hand ist oben', ''],
    sharing: ['Sie teilen Ihren Bildschirm', 'Alle sehen ihn. Niemand sieht oder hört Sie'],
    sharingHeard: ['Sie sind auf der Bühne und teilen Ihren Bildschirm', 'Alle sehen ihn und hören Sie'],
    sharingMuted: ['Sie sind auf der Bühne und teilen Ihren Bildschirm', 'Alle sehen ihn. Sie sind stummgeschaltet'],
  },
  youAreNth: (n, wait) => `Sie sind ${nth(n)} in der Reihe${wait === null ? '' : `, etwa ${span(wait)}`}`,
  giveReason: 'Grund angeben',
  changeReason: 'Grund ändern',
  handMoved: (who, whose) => `${by(who)} hat ${whose} verschoben`,

  searchParticipants: 'Teilnehmende suchen',
  allParticipants: 'Alle Teilnehmenden',
  raisedHands: 'Gehobene Hände',
  onStage: 'Auf der Bühne',
  viewersGroup: 'Publikum',
  backstage: 'Hinter der Bühne',
  tileBackstage: (name, mic) => `${name}, hinter der Bühne, Mikrofon ${mic}`,
  leaveBackstage: 'Hinterbühne verlassen',
  more: (n) => `und ${number(n)} weitere`,
  seeMore: 'Mehr anzeigen',
  nobodyFound: 'Niemand mit diesem Namen ist hier.',
  options: (name) => `Optionen für ${name}`,
  bringToStage: 'Auf die Bühne holen',
  dismiss: 'Ausblenden',
  decline: 'Ablehnen',
  chatModerator: 'Chatmoderation',
  customPermissions: 'Eigene Berechtigungen',
  micLocked: 'Mikrofon gesperrt',
  cameraLocked: 'Kamera gesperrt',
  roomLocked: 'Raum abgeschlossen',
  doorLocked: 'Dieser Raum ist abgeschlossen: Sie warten, bis jemand Sie einlässt.',
  clock,
  wantsToJoin: 'Möchte auf die Bühne',
  isInvited: 'Auf die Bühne eingeladen',
  stageAccess: 'Zugang zur Bühne',
  ofStage: (on, size) => `${number(on)} von ${number(size)}`,

  leaveSession: 'Sitzung verlassen',
  endSession: 'Sitzung für alle beenden',
  notDrawn:
    'Dieser Teil der Seite lässt sich nicht mehr zeichnen: Etwas im Browser hat ihn verändert. Was läuft, läuft weiter, und was Sie getippt haben, bleibt.',
  drawAgain: 'Neu zeichnen',
  notLoaded: 'Dieser Teil der Seite konnte nicht geladen werden. Was läuft, läuft weiter.',
  reload: 'Neu laden',
}
