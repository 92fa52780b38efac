import type { Millis } from '../../../../protocol/types.ts'
import type { EndsText } from '../en/ends.ts'
import { formatsOf } from '../../formats.ts'
import { lengthsOf } from '../../lengths.ts'

const { number, clock, day } = formatsOf('de')

const when = (at: Millis, isToday: boolean) => (isToday ? `um ${clock(at)}` : `am ${day(at)}`)

/** Where one stands outside a room: the waiting room, the end, and every page that leads nowhere. */
export const ends: EndsText = {
  roomIsLocked: 'Der Raum ist abgeschlossen',
  waiting: 'Sie sind im Warteraum',
  waitingHelp: (name) =>
    `Wer den Raum leitet, sieht, dass Sie da sind, ${name}. Sie kommen von selbst herein, sobald Sie eingelassen werden.`,
  atDoor: (place) => (place === null ? 'Sie stehen vor der Tür' : `Sie sind ${place} in der Reihe`),
  waitingFor: (length) => `Sie warten seit ${length}. Kamera und Mikrofon sind aus.`,
  stopWaiting: 'Nicht mehr warten',
  notLetIn: 'Sie wurden nicht eingelassen',
  askAgain: 'Noch einmal fragen',
  askAgainHelp: 'Nach einer halben Minute können Sie noch einmal fragen.',
  removedYou: 'Sie wurden aus diesem Raum entfernt',
  removedHelp:
    'Das gilt für diese Sitzung, oder bis jemand, der den Raum leitet, Sie wieder hereinlässt; dann öffnet diese Seite von selbst die Tür.',

  ended: 'Diese Sitzung ist beendet',
  endedBy: (name, at, isToday) =>
    `${name} hat die Sitzung ${when(at, isToday)} für alle beendet. Danke, dass Sie dabei waren.`,
  endedByYou: (at, isToday) => `Sie haben die Sitzung ${when(at, isToday)} für alle beendet.`,
  endedUnattended: (at, isToday) =>
    `Es war niemand mehr hier, der den Raum leitet. Die Sitzung endete ${when(at, isToday)}. Danke, dass Sie dabei waren.`,
  endedAt: (at, isToday) => `Die Sitzung endete ${when(at, isToday)}.`,
  wereInside: 'Sie waren im Raum',
  atOnce: 'Personen gleichzeitig',
  wereOnStage: 'Sie waren auf der Bühne',
  number,
  length: lengthsOf('de'),
  rejoin: 'Wieder teilnehmen',
  endedRunner: 'Die nächste beginnt, sobald Sie teilnehmen.',
  endedOther: (host) => `${host}, Host dieses Raums, oder die Moderation kann die nächste beginnen.`,
  opensItself: 'Diese Seite öffnet die Tür von selbst, sobald sie beginnt.',
  toSession: 'Zur Seite des Raums',
  youLeft: 'Sie haben die Sitzung verlassen',
  youLeftHelp: 'Sie geht ohne Sie weiter. Sie können ins Publikum zurückkommen.',

  replaced: 'Sie haben diesen Raum in einem anderen Fenster geöffnet',
  replacedHelp: 'Dort sind Sie im Raum. Hier sehen und hören Sie nichts.',
  useHere: 'Hier verwenden',
  outdated: 'Rostrum wurde aktualisiert',
  outdatedHelp: 'Laden Sie die Seite neu, um fortzufahren. Ihr Platz bleibt erhalten.',
  cannotEnter: 'Sie können hier nicht eintreten',

  nothingHere: 'Hier ist nichts',
  nothingHereHelp: 'Diese Adresse führt nirgendwohin. Prüfen Sie sie, oder fragen Sie, wer sie Ihnen geschickt hat.',
  noRoomHelp: 'Unter dieser Adresse gibt es keinen Raum. Fragen Sie, wer sie Ihnen geschickt hat.',
  linkBroken: 'Dieser Link gilt nicht',
  linkRevoked: 'Dieser Link wurde zurückgezogen',
  linkBrokenHelp: (host) =>
    host ? `Bitten Sie ${host} um einen neuen.` : 'Bitten Sie die Person um einen neuen, die ihn Ihnen geschickt hat.',
}
