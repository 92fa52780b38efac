import type { Slowness } from '../../../../protocol/messages.ts'
import type { ChatText } from '../en/chat.ts'
import { formatsOf } from '../../formats.ts'

const { number, count, clock, list } = formatsOf('de')
const by = (who: string) => who || 'Die Moderation'

/** A time in ms, in the unit in which a person would count it; never shorter than it is. */
function time(ms: number): string {
  const seconds = Math.ceil(ms / 1_000)
  return seconds < 60
    ? count(seconds, { one: '# Sekunde', other: '# Sekunden' })
    : count(Math.ceil(seconds / 60), { one: '# Minute', other: '# Minuten' })
}

const slowness: Record<Slowness, { name: string; means: string }> = {
  0: { name: 'Aus', means: 'Alle schreiben, so oft sie möchten.' },
  5: { name: '5 Sekunden', means: 'Ein lebhafter Raum bleibt lesbar.' },
  10: { name: '10 Sekunden', means: 'Zeit genug, um zu lesen, was andere schreiben.' },
  30: { name: '30 Sekunden', means: 'Für ein großes Publikum.' },
  60: { name: '1 Minute', means: 'Geschrieben wird, wenn es wichtig ist.' },
  300: { name: '5 Minuten', means: 'Für jeden eine Frage.' },
}

/** The chat; it comes with it. */
export const chat: ChatText = {
  messages: 'Nachrichten',
  noMessages: 'Noch keine Nachrichten',
  noMessagesHelp: 'Sagen Sie Hallo, oder fragen Sie etwas. Alle im Raum können es lesen.',
  noPrivate: (name) => `Noch nichts geschrieben. Nur Sie und ${name} lesen es.`,
  loading: 'Nachrichten werden geladen…',
  loadingOlder: 'Ältere Nachrichten werden geladen…',

  writeToAll: 'An alle schreiben',
  writeTo: (name) => `An ${name} schreiben`,
  send: 'Senden',
  emoji: 'Emoji',
  newMessages: (n) => count(n, { one: '# neue Nachricht', other: '# neue Nachrichten' }),
  toNewest: 'Zu den neuesten Nachrichten',
  says: (name, text) => `${name}: ${text}`,
  answers: 'Antwort auf',
  replyTo: (name) => `Antwort an ${name}`,
  noReply: 'Nicht antworten',
  optionsFor: (name) => `Optionen für die Nachricht von ${name}`,

  reply: 'Antworten',
  like: 'Gefällt mir',
  unlike: 'Gefällt mir nicht mehr',
  likes: (n) => count(n, { one: '# Gefällt mir', other: '# Gefällt mir' }),
  likedToo: (n) => count(n, { one: '# Gefällt mir, Ihres', other: '# Gefällt mir, eines von Ihnen' }),
  pin: 'Anheften',
  unpin: 'Lösen',
  pinnedBy: (name) => `Angeheftete Nachricht von ${name}`,
  delete: 'Löschen',
  block: 'Im Chat sperren',
  letBack: 'Wieder in den Chat lassen',
  letBackIn: 'Wieder einlassen',
  writePrivately: 'Privat schreiben',

  pausedForOthers: 'Der Chat ruht. Schreiben kann nur, wer ihn moderiert.',
  notPermitted: 'Sie können den Chat hier lesen, aber nicht schreiben.',
  slow: (seconds) => `Langsamer Modus: eine Nachricht alle ${time(seconds * 1_000)}`,
  onWay: 'Wird gesendet:',
  away: 'Nicht gesendet: Die Verbindung ist weg. Ihr Text bleibt; senden Sie ihn gleich noch einmal.',
  writeIn: (ms) => `In ${time(ms)} können Sie wieder schreiben.`,
  writeNow: 'Sie können jetzt wieder schreiben.',

  chatOptions: 'Optionen für den Chat',
  pauseChat: 'Chat anhalten',
  openChat: 'Chat wieder öffnen',
  slowMode: 'Langsamer Modus',
  slowHelp: 'So viel Zeit liegt zwischen zwei Nachrichten einer Person. Für die Moderation des Chats gilt das nicht.',
  slowness,
  clearChat: 'Chatverlauf leeren',
  clearSure: 'Chat für alle leeren?',
  clearHelp: 'Alle Nachrichten an alle sind aus dem Raum verschwunden. Private Nachrichten bleiben.',
  blockedPeople: 'Gesperrte Personen',
  nobodyBlocked: 'Niemand ist im Chat gesperrt.',
  nobodyBlockedHelp: 'In den Optionen einer Nachricht lässt sich sperren, wer sie geschrieben hat.',
  privateOn: 'Private Nachrichten einschalten',
  privateOffAct: 'Private Nachrichten ausschalten',

  privateMessages: 'Private Nachrichten',
  privateWith: (name) => `Privat: Nur Sie und ${name} lesen das`,
  noThreads: 'Noch keine privaten Nachrichten',
  noThreadsHelp: 'Öffnen Sie die Optionen einer Nachricht oder einer Person und wählen Sie „Privat schreiben“.',
  unreadFrom: (name) => `${name}, ungelesen`,
  back: 'Zurück zum Chat',

  cameOn: (who) => `${list(who)} ${who.length > 1 ? 'sind' : 'ist'} auf die Bühne gekommen`,
  leftStage: (who) => `${list(who)} ${who.length > 1 ? 'haben' : 'hat'} die Bühne verlassen`,
  pausedBy: (who) => `${by(who)} hat den Chat angehalten`,
  openedBy: (who) => `${by(who)} hat den Chat wieder geöffnet`,
  clearedBy: (who) => `${by(who)} hat den Chat geleert`,
  slowBy: (who, seconds) =>
    seconds === 0
      ? `${by(who)} hat den langsamen Modus beendet`
      : `${by(who)} hat den langsamen Modus eingeschaltet: eine Nachricht alle ${time(seconds * 1_000)}`,
  clock,
  number,
}
