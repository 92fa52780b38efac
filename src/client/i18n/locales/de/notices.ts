import type { NoticesText } from '../en/notices.ts'
import type { GivenRole, Reaction, Source } from '../../../../protocol/types.ts'
import { formatsOf } from '../../formats.ts'
import type { NoticeWords } from '../en/notices.ts'

const { number, count, clock, nth, minutes } = formatsOf('de')
const by = (who: string) => who || 'Die Moderation'

/** One by name, two by name, or one and how many others. */
function names(all: readonly string[]): string {
  const [first = '', second = ''] = all
  if (all.length < 3) return all.length === 2 ? `${first} und ${second}` : first
  return `${first} und ${number(all.length - 1)} andere`
}

const role: Record<GivenRole, NoticeWords> = {
  cohost: ['hat Sie zum Co-Host gemacht.', 'Sie leiten den Raum mit.'],
  moderator: ['hat Ihnen die Moderation gegeben.', 'Sie leiten den Raum mit.'],
  speaker: ['hat Sie zum Speaker gemacht.', 'Sie können jederzeit auf die Bühne.'],
  participant: ['hat Ihre Rolle zurückgesetzt. Sie nehmen einfach teil.', ''],
}
const reacted: Record<Reaction, string> = {
  clap: 'Sie haben geklatscht',
  heart: 'Sie haben ein Herz geschickt',
  think: 'Sie haben gezeigt, dass Sie nachdenken',
  wow: 'Sie haben gestaunt',
  smile: 'Sie haben gelächelt',
}
const device: Record<Source, string> = { microphone: 'Ihr Mikrofon', camera: 'Ihre Kamera' }

/** What is told and asked, and what is read out. */
export const notices: NoticesText = {
  muted: (who) => [`${by(who)} hat Sie stummgeschaltet.`, 'Sie können Ihr Mikrofon wieder einschalten.'],
  cameraOff: (who) => [`${by(who)} hat Ihre Kamera ausgeschaltet.`, 'Sie können sie wieder einschalten.'],
  removedFromStage: (who) => [`${by(who)} hat Sie von der Bühne genommen.`, 'Sie sind jetzt im Publikum.'],
  handLowered: (who) => [`${by(who)} hat Ihre Hand gesenkt.`, ''],
  requestDeclined: (who) => [
    `${by(who)} hat Ihre Anfrage abgelehnt.`,
    'In einer halben Minute können Sie wieder fragen.',
  ],
  invitationRevoked: (who) => [`${by(who)} hat die Einladung auf die Bühne zurückgenommen.`, ''],
  away: ['Sie verbinden sich neu, deshalb geschah das nicht.', 'Drücken Sie noch einmal, wenn Sie wieder da sind.'],
  wasAway: (ms, lost) => [
    minutes(ms, {
      one: 'Sie waren # Minute weg und sind wieder da, im Publikum.',
      other: 'Sie waren # Minuten weg und sind wieder da, im Publikum.',
    }),
    lost.hand && lost.stage
      ? 'Ihre Hand ist unten, und Sie sind nicht mehr auf der Bühne.'
      : lost.hand
        ? 'Ihre Hand ist unten.'
        : lost.stage
          ? 'Sie sind nicht mehr auf der Bühne.'
          : '',
  ],
  foul: ['Sie sind nicht mehr auf der Bühne, weil Ihr Browser etwas gesendet hat, was der Raum nicht erlaubt.', ''],
  broughtOn: (who) => [`${by(who)} hat Sie auf die Bühne geholt.`, 'Alle sehen und hören, was eingeschaltet ist.'],
  mutedVoice: ['Sie sind stummgeschaltet.', 'Niemand hört Sie. Halten Sie die Leertaste gedrückt, um zu sprechen.'],
  madeRoom: [
    'Die Bühne war voll, und Sie haben am längsten geschwiegen: Sie sind jetzt im Publikum.',
    'Sie können wiederkommen.',
  ],
  handMoved: (who) => [`${by(who)} hat Ihre Hand an eine andere Stelle gesetzt.`, ''],
  handsCleared: (who) => [`${by(who)} hat alle Hände gesenkt.`, ''],
  askedToUnmute: (who) => [
    `${by(who)} bittet Sie, Ihr Mikrofon einzuschalten.`,
    'Es bleibt aus, bis Sie es einschalten.',
  ],
  invited: (who) => [`${by(who)} hat Sie auf die Bühne eingeladen.`, ''],
  permissionsSet: (who) => [`${by(who)} hat geändert, was Sie hier dürfen.`, ''],
  roleSet: (who, to) => [`${by(who)} ${role[to][0]}`, role[to][1]],
  chatModerator: (who, isOne) =>
    isOne
      ? [`${by(who)} hat Ihnen die Chatmoderation gegeben.`, 'Sie moderieren den Chat.']
      : [`${by(who)} hat die Chatmoderation zurückgenommen.`, ''],
  locked: (who, source) => [`${by(who)} hat ${device[source]} gesperrt.`, 'Es bleibt aus, bis es freigegeben wird.'],
  unlocked: (who, source) => [`${by(who)} hat ${device[source]} freigegeben.`, 'Sie können es einschalten.'],
  shareTaken: (who) => `${by(who)} teilt jetzt den Bildschirm, an Ihrer Stelle.`,
  shareStopped: (who) => `${by(who)} hat Ihr Teilen beendet.`,
  shareFailed: [
    'Der Bildschirm ließ sich nicht teilen.',
    'Erlauben Sie diesem Browser die Aufnahme in den Einstellungen des Systems und versuchen Sie es noch einmal.',
  ],
  asksToJoin: (who) => `${names(who)} ${who.length > 1 ? 'möchten' : 'möchte'} auf die Bühne`,
  raisedHand: (who) => `${names(who)} ${who.length > 1 ? 'haben' : 'hat'} die Hand gehoben`,
  invitationDeclined: (who) => `${names(who)} ${who.length > 1 ? 'haben' : 'hat'} die Einladung abgelehnt.`,
  waits: (who) => (who.length > 1 ? `${names(who)} warten` : `${names(who)} wartet auf Einlass`),
  roomIsLocked: 'Der Raum ist abgeschlossen.',
  quoted: (words) => `„${words}“`,
  asking: (n) => count(n, { one: '# Person möchte auf die Bühne', other: '# Personen möchten auf die Bühne' }),
  nobodyAsks: 'Niemand fragt mehr',
  nobodyAsksHelp: 'Anfragen, auf die Bühne zu kommen, stehen hier in ihrer Reihenfolge.',
  notNow: 'Nicht jetzt',

  reconnecting: (isHeard, isRestart) => [
    isRestart
      ? 'Verbindet neu… der Server startet neu'
      : isHeard
        ? 'Verbindet neu… vielleicht hört man Sie gerade nicht'
        : 'Verbindet neu… Ihr Mikrofon bleibt aus',
    'Was Sie geschrieben haben, bleibt erhalten.',
  ],
  back: ['Sie sind wieder da', ''],
  mediaAway: ['Ton und Bild sind einen Moment weg.', 'Sie kommen von selbst zurück.'],
  endsSoon: (at) => [
    'Niemand ist hier, der den Raum leitet.',
    `Die Sitzung endet um ${clock(at)}, wenn niemand dazukommt.`,
  ],
  soundBlocked: ['Ihr Browser hält den Ton zurück', 'Einmal drücken, und Sie hören die Bühne.'],
  picturesBlocked: ['Ihr Browser hält die Bilder zurück', 'Einmal drücken, und Sie sehen die Bühne.'],

  notices: 'Mitteilungen',
  bellIsEmpty: 'Noch nichts. Was Ihnen mitgeteilt oder von Ihnen erbeten wird, bleibt hier.',
  unread: 'Ungelesen',

  cameOn: (who) => `${names(who)} ${who.length > 1 ? 'sind' : 'ist'} auf der Bühne`,
  leftStage: (who) => `${names(who)} ${who.length > 1 ? 'haben' : 'hat'} die Bühne verlassen`,
  sharesNoMore: (who) => `${who} teilt den Bildschirm nicht mehr`,
  way: {
    join: 'Sie können jetzt auf die Bühne gehen.',
    ask: 'Sie können jetzt um die Bühne bitten.',
    none: 'Auf die Bühne kommen Sie jetzt auf Einladung.',
  },
  roomIsOpen: 'Der Raum ist wieder offen.',
  chatIsPaused: 'Der Chat ruht.',
  chatIsOpen: 'Der Chat ist wieder offen.',
  wroteToYou: (name) => `Private Nachricht von ${name}.`,
  youAreBlocked: 'Sie sind im Chat gesperrt. Lesen können Sie ihn.',
  youMayWrite: 'Sie können wieder im Chat schreiben.',
  youAreMain: 'Sie sind für alle die Hauptkamera.',
  youAreNotMain: 'Sie sind nicht mehr die Hauptkamera.',
  turn: (place) =>
    place === 1 ? 'Sie sind als Nächstes dran' : `Sie sind ${nth(place, { other: '#.' })} in der Reihe`,
  reacted: (reaction) => reacted[reaction],

  leaveSure: 'Die Sitzung verlassen?',
  leaveUp: {
    stage: 'Sie sind auf der Bühne und verlassen auch sie.',
    backstage: 'Sie sind hinter der Bühne und verlassen auch diesen Platz.',
  },
  leaveUnsent: 'Was Sie getippt haben, ist nicht gesendet.',
  stay: 'Bleiben',
  turnItOn: 'Einschalten',
  startSound: 'Ton starten',
  startPictures: 'Bilder starten',
  shares: (who) => `${who} teilt den Bildschirm`,
  reasonTitle: 'Was möchten Sie sagen?',
  reason: 'Grund',
  reasonHelp: 'Wer den Raum leitet, liest ihn neben Ihrem Namen. Höchstens 120 Zeichen.',
  save: 'Speichern',
  waitingGroup: 'Wartend',
  admit: 'Einlassen',
  admitAll: 'Alle einlassen',
  seeAll: 'Alle ansehen',
}
