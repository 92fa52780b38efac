import type { Millis } from '../../../../protocol/types.ts'
import type { EndsText } from '../en/ends.ts'
import { formatsOf } from '../../formats.ts'
import { lengthsOf } from '../../lengths.ts'

const { number, clock, day } = formatsOf('fr')

const when = (at: Millis, isToday: boolean) => (isToday ? `à ${clock(at)}` : `le ${day(at)}`)

/** Where one stands outside a room: the waiting room, the end, and every page that leads nowhere. */
export const ends: EndsText = {
  roomIsLocked: 'La salle est verrouillée',
  waiting: 'Vous êtes dans la salle d’attente',
  waitingHelp: (name) =>
    `Qui anime la salle voit que vous êtes là, ${name}. Vous entrez automatiquement dès qu’on vous admet.`,
  atDoor: (place) => (place === null ? 'Vous êtes à la porte' : `Vous êtes ${place} à la porte`),
  waitingFor: (length) => `Vous attendez depuis ${length}. Votre caméra et votre micro sont coupés.`,
  stopWaiting: 'Ne plus attendre',
  notLetIn: 'On ne vous a pas laissé entrer',
  askAgain: 'Redemander',
  askAgainHelp: 'Vous pourrez redemander dans une demi-minute.',
  removedYou: 'Vous avez été exclu de cette salle',
  removedHelp:
    'Cela vaut pour cette session, ou jusqu’à ce que quelqu’un qui anime la salle vous laisse revenir ; cette page ouvre alors la porte toute seule.',

  ended: 'Cette session est terminée',
  endedBy: (name, at, isToday) =>
    `${name} a mis fin à la session pour tout le monde ${when(at, isToday)}. Merci d’avoir été là.`,
  endedByYou: (at, isToday) => `Vous avez mis fin à la session pour tout le monde ${when(at, isToday)}.`,
  endedUnattended: (at, isToday) =>
    `Il n’y avait plus personne pour animer la salle. La session a pris fin ${when(at, isToday)}. Merci d’avoir été là.`,
  endedAt: (at, isToday) => `La session a pris fin ${when(at, isToday)}.`,
  wereInside: 'Vous étiez dans la salle',
  atOnce: 'Personnes en même temps',
  wereOnStage: 'Vous étiez sur scène',
  number,
  length: lengthsOf('fr'),
  rejoin: 'Revenir dans la session',
  endedRunner: 'La suivante commence dès que vous entrez.',
  endedOther: (host) => `${host}, hôte de cette salle, ou la modération peut commencer la suivante.`,
  opensItself: 'Cette page ouvre la porte toute seule dès qu’elle commence.',
  toSession: 'Vers la page de la salle',
  youLeft: 'Vous avez quitté la session',
  youLeftHelp: 'Elle continue sans vous. Vous pouvez revenir dans le public.',

  replaced: 'Vous avez ouvert cette salle dans une autre fenêtre',
  replacedHelp: 'Vous êtes dans la salle là-bas. Ici, vous ne voyez et n’entendez rien.',
  useHere: 'Utiliser ici',
  outdated: 'Rostrum a été mis à jour',
  outdatedHelp: 'Rechargez la page pour continuer. Votre place est gardée.',
  cannotEnter: 'Vous ne pouvez pas entrer ici',

  nothingHere: 'Il n’y a rien ici',
  nothingHereHelp: 'Cette adresse ne mène nulle part. Vérifiez-la, ou demandez à la personne qui vous l’a envoyée.',
  noRoomHelp: 'Il n’y a pas de salle à cette adresse. Demandez à la personne qui vous l’a envoyée.',
  linkBroken: 'Ce lien ne fonctionne pas',
  linkRevoked: 'Ce lien a été retiré',
  linkBrokenHelp: (host) =>
    host ? `Demandez-en un nouveau à ${host}.` : 'Demandez-en un nouveau à la personne qui vous l’a envoyé.',
}
