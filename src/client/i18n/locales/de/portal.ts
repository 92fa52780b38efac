import type { PortalText } from '../en/portal.ts'
import { formatsOf } from '../../formats.ts'

const { number, count } = formatsOf('de')

/** The start page, and a room’s page before it is entered. */
export const portal: PortalText = {
  lead: 'Ein Raum mit Bühne und Publikum. Öffnen Sie einen, geben Sie einen Link weiter und entscheiden Sie, wer das Wort bekommt.',
  roomName: 'Name des Raums',
  createRoom: 'Raum öffnen',
  whoCreates: 'Wer einen Raum öffnet, ist sein Host. Ein Konto ist nicht nötig.',
  joinNow: 'Jetzt teilnehmen',
  invitePeople: 'Menschen einladen',
  inviteHelp: 'Wer einen Link hat, darf mit seiner Rolle herein.',
  handOn: 'Geben Sie diesen Link weiter: Wer ihn öffnet, kommt ins Publikum.',
  links: {
    viewer: { name: 'Link fürs Publikum', means: 'sehen, hören, Hand heben' },
    speaker: { name: 'Link für Speaker', means: 'darf jederzeit auf die Bühne' },
    moderator: { name: 'Link zur Moderation', means: 'leitet den Raum mit Ihnen' },
  },
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyBy: {
    ctrl: 'Mit Strg+C kopieren Sie es.',
    cmd: 'Mit ⌘C kopieren Sie es.',
    touch: 'Halten Sie den Finger darauf, dann wählen Sie „Kopieren“.',
  },
  changeNameHelp: 'Alle sehen den neuen Namen sofort. Was Sie vorher geschrieben haben, behält den alten.',
  notYouSure: (name) => `Sie sind nicht ${name}?`,
  notYouHelp:
    'Dieser Browser vergisst dann, wer vorher hier war, in jedem Raum, und Sie kommen unter Ihrem eigenen Namen herein.',
  notYouHost: 'Räume, die in diesem Browser angelegt wurden, lassen sich von ihm aus dann nicht mehr leiten.',
  goOnAsOther: 'Als jemand anderes weiter',
  revoke: (link) => `${link} zurückziehen`,
  revokeSure: (link) => `${link} zurückziehen?`,
  revokeHelp:
    'Die Adresse, die Sie weitergegeben haben, lässt niemanden mehr ein, und eine neue tritt an ihre Stelle. Wer darüber gekommen ist, bleibt, in seiner Rolle.',
  revokeNow: 'Zurückziehen und neu anlegen',
  watching: (n) => count(n, { one: '# Person sieht zu', other: '# sehen zu' }),
  stageAndHands: (stage, size, hands) =>
    `${number(stage)} von ${number(size)} auf der Bühne, ${count(hands, { one: '# gehobene Hand', other: '# gehobene Hände' })}`,
  notLive: 'Noch nicht live. Es beginnt, wenn die erste Person teilnimmt.',
  needLink: (host) => `Für den Eintritt brauchen Sie einen Einladungslink. Fragen Sie ${host}, Host dieses Raums.`,
}
