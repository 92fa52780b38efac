import type { NoticesText } from '../en/notices.ts'
import type { GivenRole, Reaction, Source } from '../../../../protocol/types.ts'
import type { NoticeWords } from '../en/notices.ts'
import { formatsOf } from '../../formats.ts'

const { number, count, clock, nth, minutes } = formatsOf('fr')
const by = (who: string) => who || 'La modération'

/** One by name, two by name, or one and how many others. */
function names(all: readonly string[]): string {
  const [first = '', second = ''] = all
  if (all.length < 3) return all.length === 2 ? `${first} et ${second}` : first
  return `${first} et ${number(all.length - 1)} autres`
}

const role: Record<GivenRole, NoticeWords> = {
  cohost: ['vous a nommé co-hôte.', 'Vous animez aussi la salle.'],
  moderator: ['vous a confié la modération.', 'Vous animez aussi la salle.'],
  speaker: ['vous a donné la parole pour intervenir.', 'Vous pouvez toujours monter sur scène.'],
  participant: ['vous a rendu le rôle de participant.', ''],
}
const reacted: Record<Reaction, string> = {
  clap: 'Vous avez applaudi',
  heart: 'Vous avez envoyé un cœur',
  think: 'Vous avez montré que vous réfléchissez',
  wow: 'Vous avez montré votre étonnement',
  smile: 'Vous avez souri',
}
const device: Record<Source, [own: string, off: string, on: string]> = {
  microphone: ['votre micro', 'Il reste coupé jusqu’à son déverrouillage.', 'Vous pouvez l’activer.'],
  camera: ['votre caméra', 'Elle reste coupée jusqu’à son déverrouillage.', 'Vous pouvez l’activer.'],
}

/** What is told and asked, and what is read out. */
export const notices: NoticesText = {
  muted: (who) => [`${by(who)} a coupé votre micro.`, 'Vous pouvez le réactiver.'],
  cameraOff: (who) => [`${by(who)} a coupé votre caméra.`, 'Vous pouvez la réactiver.'],
  removedFromStage: (who) => [`${by(who)} vous a fait quitter la scène.`, 'Vous êtes maintenant dans le public.'],
  handLowered: (who) => [`${by(who)} a baissé votre main.`, ''],
  requestDeclined: (who) => [`${by(who)} a refusé votre demande.`, 'Vous pourrez redemander dans une demi-minute.'],
  invitationRevoked: (who) => [`${by(who)} a retiré l’invitation sur scène.`, ''],
  away: ['La reconnexion est en cours, rien n’a donc été fait.', 'Appuyez de nouveau une fois de retour.'],
  wasAway: (ms, lost) => [
    minutes(ms, {
      one: 'Après une absence de # minute, vous revoilà dans le public.',
      other: 'Après une absence de # minutes, vous revoilà dans le public.',
    }),
    lost.hand && lost.stage
      ? 'Votre main est baissée et vous n’êtes plus sur scène.'
      : lost.hand
        ? 'Votre main est baissée.'
        : lost.stage
          ? 'Vous n’êtes plus sur scène.'
          : '',
  ],
  foul: ['Vous n’êtes plus sur scène : votre navigateur a envoyé quelque chose que la salle n’autorise pas.', ''],
  broughtOn: (who) => [`${by(who)} vous a fait entrer en scène.`, 'Tout le monde voit et entend ce qui est activé.'],
  mutedVoice: ['Votre micro est coupé.', 'Personne ne vous entend. Maintenez la barre d’espace pour parler.'],
  madeRoom: [
    'La scène était pleine et vous étiez en silence depuis le plus longtemps : vous êtes dans le public.',
    'Vous pouvez revenir.',
  ],
  handMoved: (who) => [`${by(who)} a déplacé votre main.`, ''],
  handsCleared: (who) => [`${by(who)} a baissé toutes les mains.`, ''],
  askedToUnmute: (who) => [
    `${by(who)} vous demande d’activer votre micro.`,
    'Il reste coupé tant que vous ne l’activez pas.',
  ],
  invited: (who) => [`${by(who)} vous invite sur scène.`, ''],
  permissionsSet: (who) => [`${by(who)} a changé ce que vous pouvez faire ici.`, ''],
  roleSet: (who, to) => [`${by(who)} ${role[to][0]}`, role[to][1]],
  chatModerator: (who, isOne) =>
    isOne
      ? [`${by(who)} vous a confié la modération du chat.`, 'Vous modérez le chat.']
      : [`${by(who)} vous a retiré la modération du chat.`, ''],
  locked: (who, source) => [`${by(who)} a verrouillé ${device[source][0]}.`, device[source][1]],
  unlocked: (who, source) => [`${by(who)} a déverrouillé ${device[source][0]}.`, device[source][2]],
  shareTaken: (who) => `${by(who)} partage maintenant l’écran, à votre place.`,
  shareStopped: (who) => `${by(who)} a arrêté votre partage.`,
  shareFailed: [
    'L’écran n’a pas pu être partagé.',
    'Autorisez ce navigateur à l’enregistrer dans les réglages du système, puis réessayez.',
  ],
  asksToJoin: (who) => `${names(who)} ${who.length > 1 ? 'demandent' : 'demande'} à monter sur scène`,
  raisedHand: (who) => `${names(who)} ${who.length > 1 ? 'ont' : 'a'} levé la main`,
  invitationDeclined: (who) => `${names(who)} ${who.length > 1 ? 'ont' : 'a'} refusé l’invitation.`,
  waits: (who) => (who.length > 1 ? `${names(who)} attendent` : `${names(who)} attend pour entrer`),
  roomIsLocked: 'La salle est verrouillée.',
  quoted: (words) => `« ${words} »`,
  asking: (n) =>
    count(n, { one: '# personne demande à monter sur scène', other: '# personnes demandent à monter sur scène' }),
  nobodyAsks: 'Plus personne ne demande',
  nobodyAsksHelp: 'Les demandes de monter sur scène apparaissent ici dans l’ordre.',
  notNow: 'Pas maintenant',

  reconnecting: (isHeard, isRestart) => [
    isRestart
      ? 'Reconnexion… le serveur redémarre'
      : isHeard
        ? 'Reconnexion… on ne vous entend peut-être pas'
        : 'Reconnexion… votre micro reste coupé',
    'Ce que vous avez écrit est gardé.',
  ],
  back: ['Vous êtes de retour', ''],
  mediaAway: ['Le son et l’image manquent un instant.', 'Ils reviennent d’eux-mêmes.'],
  endsSoon: (at) => ['Personne n’anime la salle.', `La session se termine à ${clock(at)}, si personne ne vient.`],
  soundBlocked: ['Votre navigateur retient le son', 'Appuyez une fois pour entendre la scène.'],
  picturesBlocked: ['Votre navigateur retient les images', 'Appuyez une fois pour voir la scène.'],

  notices: 'Avis',
  bellIsEmpty: 'Rien encore. Ce qu’on vous dit ou vous demande est gardé ici.',
  unread: 'Non lu',

  cameOn: (who) => `${names(who)} ${who.length > 1 ? 'sont' : 'est'} sur scène`,
  leftStage: (who) => `${names(who)} ${who.length > 1 ? 'ont' : 'a'} quitté la scène`,
  sharesNoMore: (who) => `${who} ne partage plus l’écran`,
  way: {
    join: 'Vous pouvez maintenant monter sur scène.',
    ask: 'Vous pouvez maintenant demander à monter sur scène.',
    none: 'On monte maintenant sur scène sur invitation.',
  },
  roomIsOpen: 'La salle est de nouveau ouverte.',
  chatIsPaused: 'Le chat est en pause.',
  chatIsOpen: 'Le chat est de nouveau ouvert.',
  wroteToYou: (name) => `Message privé de ${name}.`,
  youAreBlocked: 'Vous ne pouvez plus écrire dans le chat, seulement le lire.',
  youMayWrite: 'Vous pouvez de nouveau écrire dans le chat.',
  youAreMain: 'Vous êtes la caméra principale pour tous.',
  youAreNotMain: 'Vous n’êtes plus la caméra principale.',
  turn: (place) => (place === 1 ? 'C’est bientôt à vous' : `Vous êtes ${nth(place, { one: '#er', other: '#e' })}`),
  reacted: (reaction) => reacted[reaction],

  leaveSure: 'Quitter la session ?',
  leaveUp: {
    stage: 'Vous êtes sur scène, et vous la quittez aussi.',
    backstage: 'Vous êtes en coulisses, et vous les quittez aussi.',
  },
  leaveUnsent: 'Ce que vous avez tapé n’est pas envoyé.',
  stay: 'Rester',
  turnItOn: 'Activer',
  startSound: 'Activer le son',
  startPictures: 'Activer les images',
  shares: (who) => `${who} partage l’écran`,
  reasonTitle: 'Que voulez-vous dire ?',
  reason: 'Motif',
  reasonHelp: 'Qui anime la salle le lit à côté de votre nom. 120 caractères au plus.',
  save: 'Enregistrer',
  waitingGroup: 'En attente',
  admit: 'Admettre',
  admitAll: 'Tout admettre',
  seeAll: 'Tout voir',
}
