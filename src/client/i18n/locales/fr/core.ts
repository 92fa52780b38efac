import type { Refusal } from '../../../../protocol/refusals.ts'
import type { Role, RoomMode, StageAccess } from '../../../../protocol/types.ts'
import type { Text } from '../en/core.ts'
import { formatsOf } from '../../formats.ts'

// stage: scène · viewer: public · backstage: en coulisses · hand: main · room: salle · session: session · host: hôte
// moderator: modération · speaker: intervenant → « Intervention » · participant: participant · panel: panneau
// invite link: lien d’invitation · Vous; présent; sans genre quand c’est possible; espace insécable devant : ? et dans « ».

const { number, count, clock, minutes, nth: ordinal } = formatsOf('fr')

const nth = (n: number) => ordinal(n, { one: '#er', other: '#e' })

const role: Record<Role, string> = {
  host: 'Hôte',
  cohost: 'Co-hôte',
  moderator: 'Modération',
  speaker: 'Intervention',
  participant: '',
}
const mode: Record<RoomMode, { name: string; means: string }> = {
  interactive: { name: 'Interactive', means: 'Tout le monde peut monter sur scène, 25 à la fois.' },
  webinar: { name: 'Webinaire', means: 'Vous appelez des personnes sur scène, 10 à la fois.' },
}
const access: Record<StageAccess, { name: string; means: string }> = {
  everyone: { name: 'Tout le monde sur scène', means: 'Qui le souhaite monte sur scène, sans demander.' },
  request: { name: 'Sur demande', means: 'Le public demande, et vous faites monter sur scène ou refusez.' },
  invite: {
    name: 'Sur invitation',
    means: 'Seules les personnes invitées montent sur scène. On peut toujours lever la main.',
  },
}

const refusal: Record<Refusal, string> = {
  'not-allowed': 'Votre rôle ne permet pas cela.',
  'not-permitted': 'La modération ne vous a pas permis cela.',
  'microphone-locked': 'Le micro est verrouillé. La modération peut le déverrouiller.',
  'camera-locked': 'La caméra est verrouillée. La modération peut la déverrouiller.',
  removed: 'Vous avez été exclu de cette salle.',
  'not-in-room': 'Vous n’êtes plus dans la session.',
  'no-such-person': 'Cette personne n’est plus dans la session.',
  'session-ended': 'Cette session est terminée.',
  'not-started': 'Cette session n’a pas encore commencé.',
  'not-on-stage': 'C’est réservé aux personnes sur scène.',
  'not-a-viewer': 'Cette personne est déjà sur scène.',
  'stage-full':
    'La scène est pleine et personne ne peut laisser sa place. Votre main est levée, avant toutes les autres.',
  'ask-later': 'Votre demande vient d’être refusée. Vous pourrez redemander dans une demi-minute.',
  'reason-long': 'Un motif compte au plus 120 caractères.',
  'someone-shares': 'Une autre personne partage son écran.',
  'sharer-first': 'La personne qui partage l’écran anime la salle et doit d’abord s’arrêter.',
  'not-from-backstage': 'L’écran ne peut pas être partagé depuis les coulisses.',
  held: 'Vous êtes en coulisses. La modération vous fait entrer en scène.',
  'not-backstage': 'Cette personne n’est plus en coulisses.',
  'ask-first': 'On monte maintenant sur scène sur demande. Demandez, et la modération répond.',
  'invite-only': 'Seules les personnes invitées montent sur scène. Vous pouvez lever la main.',
  'reactions-off': 'Les réactions sont désactivées dans cette salle.',
  'no-need-to-ask': 'Inutile de demander. Vous pouvez monter sur scène directement.',
  'chat-paused': 'Le chat est en pause. Vous pouvez lire, et écrire de nouveau quand la modération l’ouvre.',
  'chat-blocked': 'La modération vous a bloqué dans le chat. Vous pouvez lire, mais pas écrire.',
  'private-off': 'Les messages privés sont désactivés dans cette salle.',
  'message-empty': 'Écrivez d’abord quelque chose.',
  'message-long': 'Un message compte au plus 2 000 caractères.',
  'no-such-message': 'Ce message n’existe plus.',
  'write-later': 'Vous venez d’écrire. Attendez un instant et renvoyez votre message.',
  'feedback-later': 'Vous venez de donner votre avis. Vous pourrez en donner un autre dans une minute.',
  'too-fast': 'C’était trop rapide. Attendez un instant et réessayez.',
  'name-empty': 'Saisissez un nom, pour que les autres sachent qui vous êtes.',
  'name-long': 'Un nom compte au plus 100 caractères.',
  'link-unknown': 'Ce lien ne fonctionne pas, ou plus.',
  'link-revoked': 'Ce lien a été retiré.',
  'room-unknown': 'Il n’y a pas de salle à cette adresse.',
  'no-entry': 'Il vous faut un lien d’invitation pour entrer.',
  'media-away': 'Le son et l’image ne sont pas disponibles pour l’instant.',
  'disk-full': 'Le disque du serveur est plein, rien n’a donc été modifié.',
  'bad-request': 'Le serveur n’a pas compris. Rechargez la page.',
  'server-fault': 'Le serveur n’a pas pu le faire. Réessayez dans un instant.',
}

const span = (ms: number) => minutes(ms, { one: '# minute', other: '# minutes' })
const by = (who: string) => who || 'La modération'

/** What everybody may come to see, on every page. */
export const core: Text = {
  rostrum: 'Rostrum',
  role,
  participantMark: 'Participant',
  mode,
  access,
  refusal,
  nth,
  number,
  askWhom: (host) =>
    host ? `Adressez-vous à ${host}, hôte de cette salle.` : 'Adressez-vous à la personne qui vous a envoyé ici.',
  tryAgain: 'Réessayer',
  close: 'Fermer',
  cancel: 'Annuler',
  you: 'Vous',
  language: 'Langue',
  languageAway: 'Cette langue n’a pas pu être chargée. La précédente reste affichée.',

  cookiesBlocked:
    'Votre navigateur ne garde pas les cookies de cette page : la salle ne vous reconnaîtrait pas. Autorisez-les pour cette page dans les réglages du navigateur, ou ouvrez-la dans sa propre fenêtre, non privée, puis réessayez.',
  yourName: 'Votre nom',
  roomMode: 'Type de salle',
  unreachable: 'Le serveur est injoignable. Vérifiez votre connexion et réessayez.',

  live: (elapsed) => `En direct · ${elapsed}`,
  serverAway: 'Le serveur est injoignable',
  serverAwayHelp:
    'Un nouvel essai se fait tout seul toutes les quelques secondes, et rien n’est perdu. En attendant, vérifiez votre connexion.',
  home: 'Vers la page d’accueil',
  continue: 'Continuer',
  welcomeTo: 'Vous êtes invité à',
  entryHelp: 'Les autres personnes de la salle voient votre nom.',

  loading: 'Ouverture de la salle…',
  coming: 'Chargement…',
  longer: 'C’est plus long que d’habitude. Cela continue tout seul ; sinon, vérifiez votre connexion.',
  setDevices: 'Régler les appareils',
  youAreHere: ['Ici, vous êtes ', '.'],
  notYou: 'Ce n’est pas vous ?',
  changeName: 'Changer de nom',
  joinAsViewer: 'Rejoindre le public',
  joinStage: 'Monter sur scène',
  youAreOff: 'Votre caméra et votre micro sont coupés',
  asViewer: 'Dans le public',
  asViewerMeans:
    'Vous voyez et entendez aussitôt. Rien ne vous est demandé, personne ne vous voit ni ne vous entend. Vous pouvez lever la main, réagir et écrire.',
  onStageTitle: 'Sur scène',
  onStageMeans:
    'Le navigateur demandera la caméra et le micro. Vous vous voyez d’abord, et appuyez encore une fois pour que les autres vous voient.',
  doorHelp: 'Personne ne vous voit ni ne vous entend avant que vous n’appuyiez encore sur « Monter sur scène ».',
  camera: 'Caméra',
  microphoneShort: 'Micro',
  whatWorks: 'Ce qui fonctionne, et où',
  flipCamera: 'Changer de caméra',

  stage: 'Scène',
  controls: 'Commandes de la salle',
  panel: 'Chat et collaboration',
  tile: (name, mic, camera) => `${name}, micro : ${mic}, caméra : ${camera}`,
  mic: { on: 'oui', off: 'non', speaking: 'parle' },
  reconnectingTile: 'Reconnexion…',
  emptyStage: 'Personne n’est encore sur scène',
  emptyStageHelp: 'Vous verrez et entendrez la scène dès que quelqu’un y sera. Vous n’avez rien à faire.',
  emptyStageBy: (name) => `${name} est dans la salle et peut commencer à tout moment.`,
  emptyStageRunner: 'Montez sur scène, ou invitez quelqu’un de la liste.',
  viewers: (n) => count(n, { one: '# personne dans le public', other: '# dans le public' }),
  askToJoin: 'Demander à monter sur scène',
  cancelRequest: 'Retirer la demande',
  raiseHand: 'Lever la main',
  lowerHand: 'Baisser la main',
  settings: 'Réglages',
  leave: 'Quitter',
  leaveStage: 'Quitter la scène',
  turnMic: (on) => (on ? 'Couper le micro' : 'Activer le micro'),
  turnCamera: (on) => (on ? 'Couper la caméra' : 'Activer la caméra'),
  closePanel: 'Fermer le panneau',
  openPanel: 'Ouvrir le panneau',

  place: {
    backstage: ['Vous êtes en coulisses', 'La modération vous voit et vous entend, personne d’autre'],
    watching: ['Vous êtes dans le public', 'Personne ne vous voit ni ne vous entend'],
    onStage: ['Vous êtes sur scène', 'Tout le monde vous voit et vous entend'],
    onStageMuted: ['Vous êtes sur scène', 'Tout le monde vous voit. Votre micro est coupé'],
    onStageHeard: ['Vous êtes sur scène', 'Tout le monde vous entend. Votre caméra est coupée'],
    onStageQuiet: ['Vous êtes sur scène', 'Votre micro et votre caméra sont coupés'],
    hand: ['Votre main est levée', ''],
    sharing: ['Vous partagez votre écran', 'Tout le monde le voit. Personne ne vous voit ni ne vous entend'],
    sharingHeard: ['Vous êtes sur scène et partagez votre écran', 'Tout le monde le voit et vous entend'],
    sharingMuted: ['Vous êtes sur scène et partagez votre écran', 'Tout le monde le voit. Votre micro est coupé'],
  },
  youAreNth: (n, wait) => `Vous êtes ${nth(n)}${wait === null ? '' : `, environ ${span(wait)}`}`,
  giveReason: 'Donner un motif',
  changeReason: 'Changer le motif',
  handMoved: (who, whose) => `${by(who)} a déplacé ${whose}`,

  searchParticipants: 'Chercher des participants',
  allParticipants: 'Tous les participants',
  raisedHands: 'Mains levées',
  onStage: 'Sur scène',
  viewersGroup: 'Public',
  backstage: 'En coulisses',
  tileBackstage: (name, mic) => `${name}, en coulisses, micro : ${mic}`,
  leaveBackstage: 'Quitter les coulisses',
  more: (n) => `et ${number(n)} de plus`,
  seeMore: 'Voir plus',
  nobodyFound: 'Personne de ce nom n’est ici.',
  options: (name) => `Options pour ${name}`,
  bringToStage: 'Faire monter sur scène',
  dismiss: 'Masquer',
  decline: 'Refuser',
  chatModerator: 'Modération du chat',
  customPermissions: 'Autorisations particulières',
  micLocked: 'Micro verrouillé',
  cameraLocked: 'Caméra verrouillée',
  roomLocked: 'Salle verrouillée',
  doorLocked: 'Cette salle est verrouillée : vous attendez que quelqu’un vous laisse entrer.',
  clock,
  wantsToJoin: 'Demande à monter sur scène',
  isInvited: 'A reçu une invitation sur scène',
  stageAccess: 'Accès à la scène',
  ofStage: (on, size) => `${number(on)} sur ${number(size)}`,

  leaveSession: 'Quitter la session',
  endSession: 'Terminer la session pour tous',
  notDrawn:
    'Cette partie de la page ne peut plus être dessinée : quelque chose dans le navigateur l’a modifiée. Ce qui tourne continue, et ce que vous avez tapé est gardé.',
  drawAgain: 'Redessiner',
  notLoaded: 'Cette partie de la page n’a pas pu être chargée. Ce qui fonctionne continue.',
  reload: 'Recharger',
}
