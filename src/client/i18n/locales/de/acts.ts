import type { ActsText } from '../en/acts.ts'
import type { Act } from '../../../../protocol/queries.ts'
import type { GivenRole, RoomMode, Source, StageAccess } from '../../../../protocol/types.ts'
import { formatsOf } from '../../formats.ts'

const { number, count } = formatsOf('de')

const SOURCE: Record<Source, string> = { microphone: 'das Mikrofon', camera: 'die Kamera' }
const SOURCES: Record<Source, string> = { microphone: 'Mikrofone', camera: 'Kameras' }
const ROLE: Record<GivenRole, string> = {
  cohost: 'Co-Host',
  moderator: 'Moderation',
  speaker: 'Speaker',
  participant: 'Teilnahme',
}
const ACCESS: Record<StageAccess, string> = {
  everyone: 'Alle auf die Bühne',
  request: 'Auf Anfrage',
  invite: 'Nur auf Einladung',
}
const MODE: Record<RoomMode, string> = { interactive: 'Interaktiv', webinar: 'Webinar' }

/** One line of what was done to whom. */
function lineOf({ by, about, event }: Act): string {
  switch (event.type) {
    case 'invited':
      return `${by} hat ${about} ${event.hold ? 'hinter die Bühne gebeten' : 'auf die Bühne eingeladen'}`
    case 'cameOnStage':
      return `${by} hat ${about} auf die Bühne geholt`
    case 'invitationClosed':
      return `${by} hat die Einladung von ${about} zurückgenommen`
    case 'handLowered':
      return event.why === 'declined'
        ? `${by} hat die Anfrage von ${about} abgelehnt`
        : `${by} hat die Hand von ${about} gesenkt`
    case 'microphoneTurned':
      return `${by} hat ${about} stummgeschaltet`
    case 'cameraTurned':
      return `${by} hat die Kamera von ${about} ausgeschaltet`
    case 'leftStage':
      return `${by} hat ${about} von der Bühne genommen`
    case 'shareEnded':
      return event.why === 'taken'
        ? `${by} hat an Stelle von ${about} den Bildschirm geteilt`
        : `${by} hat das Teilen von ${about} beendet`
    case 'lockSet':
      return `${by} hat ${SOURCE[event.source]} von ${about} ${event.lock === 'locked' ? 'gesperrt' : 'freigegeben'}`
    case 'allLockSet':
      return `${by} hat alle ${SOURCES[event.source]} ${event.on ? 'gesperrt' : 'freigegeben'}`
    case 'askedToUnmute':
      return `${by} hat ${about} gebeten, das Mikrofon einzuschalten`
    case 'removed':
      return `${by} hat ${about} aus dem Raum entfernt${event.lasting ? ', bis auf Widerruf' : ''}`
    case 'removalLifted':
      return `${by} hat ${about} wieder eingelassen`
    case 'roleSet':
      return `${by} hat ${about} eine Rolle gegeben: ${ROLE[event.role]}`
    case 'chatModeratorSet':
      return `${by} hat ${about} die Chatmoderation ${event.on ? 'gegeben' : 'genommen'}`
    case 'permissionsSet':
      return `${by} hat die Berechtigungen von ${about} bearbeitet`
    case 'handMoved':
      return `${by} hat die Hand von ${about} verschoben`
    case 'handsCleared':
      return `${by} hat alle Hände gesenkt`
    case 'modeSet':
      return `${by} hat die Art des Raums auf „${MODE[event.mode]}“ gestellt`
    case 'stageSizeSet':
      return `${by} hat die Größe der Bühne auf ${number(event.size)} gestellt`
    case 'mainCameraSet':
      return event.on
        ? `${by} hat ${about} als Hauptkamera gezeigt`
        : `${by} hat ${about} nicht mehr als Hauptkamera gezeigt`
    case 'reactionsSet':
      return `${by} hat die Reaktionen ${event.on ? 'eingeschaltet' : 'ausgeschaltet'}`
    case 'roomLocked':
      return `${by} hat den Raum ${event.on ? 'abgeschlossen' : 'aufgeschlossen'}`
    case 'admitted':
      return `${by} hat ${about} eingelassen`
    case 'entryDeclined':
      return `${by} hat ${about} nicht eingelassen`
    case 'messageDeleted':
      return `${by} hat eine Nachricht${about && ` von ${about}`} gelöscht`
    case 'messagePinned':
      return `${by} hat eine Nachricht${about && ` von ${about}`} angeheftet`
    case 'messageUnpinned':
      return `${by} hat die Nachricht gelöst`
    case 'chatBlocked':
      return `${by} hat ${about} im Chat gesperrt`
    case 'chatUnblocked':
      return `${by} hat ${about} wieder in den Chat gelassen`
    case 'chatCleared':
      return `${by} hat den Chat geleert`
    case 'chatPaused':
      return `${by} hat den Chat ${event.on ? 'angehalten' : 'wieder geöffnet'}`
    case 'slowModeSet':
      return event.seconds === 0
        ? `${by} hat den langsamen Modus beendet`
        : `${by} hat den langsamen Modus auf ${number(event.seconds)} Sekunden gestellt`
    case 'privateChatSet':
      return `${by} hat private Nachrichten ${event.on ? 'eingeschaltet' : 'ausgeschaltet'}`
    case 'accessSet':
      return `${by} hat den Zugang zur Bühne auf „${ACCESS[event.access]}“ gestellt`
    default:
      return by
  }
}

/** What only those who run the room see. */
export const acts: ActsText = {
  act: lineOf,
  permission: {
    shareScreen: 'Bildschirm teilen',
    presentContent: 'Inhalte zeigen',
    chat: 'Chat',
    react: 'Reaktionen',
    raiseHand: 'Hand heben',
    joinStage: 'Auf die Bühne gehen',
    seeParticipants: 'Teilnehmende sehen',
  },
  personAct: {
    invite: 'Auf die Bühne einladen',
    holdBackstage: 'Hinter der Bühne bereithalten',
    bringOn: 'Jetzt auf die Bühne holen',
    revokeInvitation: 'Einladung zurücknehmen',
    askToUnmute: 'Um das Mikrofon bitten',
    mute: 'Stummschalten',
    lockMicrophone: 'Mikrofon sperren',
    unlockMicrophone: 'Mikrofon freigeben',
    turnOffCamera: 'Kamera ausschalten',
    lockCamera: 'Kamera sperren',
    unlockCamera: 'Kamera freigeben',
    stopShare: 'Bildschirmteilen beenden',
    moveToFront: 'Nach vorne',
    moveUp: 'Nach oben',
    moveDown: 'Nach unten',
    lowerHand: 'Hand senken',
    setCohost: 'Zum Co-Host machen',
    setModerator: 'Moderation geben',
    setSpeaker: 'Zum Speaker machen',
    setParticipant: 'Rolle zurücksetzen',
    setChatModerator: 'Chatmoderation geben',
    unsetChatModerator: 'Chatmoderation beenden',
    editPermissions: 'Berechtigungen bearbeiten',
    removeFromStage: 'Von der Bühne nehmen',
    removeFromRoom: 'Aus dem Raum entfernen',
  },
  allOf: {
    microphone: {
      off: 'Alle Mikrofone stummschalten',
      lock: 'Alle Mikrofone stummschalten und sperren',
      unlock: 'Alle Mikrofone freigeben',
    },
    camera: {
      off: 'Alle Kameras ausschalten',
      lock: 'Alle Kameras ausschalten und sperren',
      unlock: 'Alle Kameras freigeben',
    },
  },

  clearHands: 'Alle Hände senken',
  optionsAll: 'Optionen für alle Teilnehmenden',
  permissionsOf: (name) => `Berechtigungen von ${name}`,
  lockRoom: 'Raum abschließen',
  unlockRoom: 'Raum aufschließen',
  lockSure: 'Raum abschließen?',
  lockHelp: 'Wer von jetzt an kommt, wartet, bis Sie einlassen. Wer drin ist, bleibt.',
  waitingCount: (n) => count(n, { one: '# Person wartet', other: '# Personen warten' }),
  nobodyWaits: 'Niemand wartet mehr',
  nobodyWaitsHelp: 'Solange der Raum abgeschlossen ist, wartet hier, wer neu kommt.',
  removeSure: (name) => `${name} aus dem Raum entfernen?`,
  removeHelp: 'Für diese Sitzung, oder bis jemand, der den Raum leitet, wieder einlässt.',
  removeForSession: 'Für diese Sitzung entfernen',
  removeLasting: 'Bis auf Widerruf entfernen',
  removedPeople: 'Entfernte Personen',
  removedBy: (who, lasting) => `von ${who || 'der Moderation'}, ${lasting ? 'bis auf Widerruf' : 'für diese Sitzung'}`,
  letBackIn: 'Wieder einlassen',
  nobodyRemoved: 'Niemand ist aus diesem Raum entfernt.',
  nobodyRemovedHelp: 'Wer entfernt wird, steht hier und kann wieder hereingelassen werden.',
  actLog: 'Was getan wurde',
  noActs: 'Noch hat niemand etwas getan.',
  noActsHelp: 'Was die Leitung des Raums mit anderen tut, steht hier.',
  isBackstage: (name) => `${name} ist hinter der Bühne`,
  seenByModerators: 'Nur von der Moderation zu sehen und zu hören.',
  bringOn: 'Jetzt auf die Bühne holen',
  listen: (name) => `${name} zuhören`,
  stopListening: (name) => `${name} nicht mehr zuhören`,
  quality: { good: 'Verbindung gut', weak: 'Verbindung schwach', lost: 'Verbindung verloren' },
  feedback: 'Feedback',
  stageSize: 'Größe der Bühne',
  stageSizeHelp: (most) => `Wie viele Menschen auf die Bühne passen, von 1 bis ${most}.`,
  endSure: 'Sitzung für alle beenden?',
  endHelp: (n) =>
    `${count(n, { one: '# Person ist', other: '# Personen sind' })} in der Sitzung. Sie endet für alle zugleich.`,
}
