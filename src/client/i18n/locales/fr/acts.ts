import type { ActsText } from '../en/acts.ts'
import type { Act } from '../../../../protocol/queries.ts'
import type { GivenRole, RoomMode, Source, StageAccess } from '../../../../protocol/types.ts'
import { formatsOf } from '../../formats.ts'

const { number, count } = formatsOf('fr')

const SOURCE: Record<Source, string> = { microphone: 'le micro', camera: 'la caméra' }
const SOURCES: Record<Source, string> = { microphone: 'tous les micros', camera: 'toutes les caméras' }
const ROLE: Record<GivenRole, string> = {
  cohost: 'co-hôte',
  moderator: 'modération',
  speaker: 'intervention',
  participant: 'participant',
}
const ACCESS: Record<StageAccess, string> = {
  everyone: 'Tout le monde sur scène',
  request: 'Sur demande',
  invite: 'Sur invitation',
}
const MODE: Record<RoomMode, string> = { interactive: 'Interactive', webinar: 'Webinaire' }

/** One line of what was done to whom. */
function lineOf({ by, about, event }: Act): string {
  switch (event.type) {
    case 'invited':
      return event.hold ? `${by} a invité ${about} en coulisses` : `${by} a invité ${about} sur scène`
    case 'cameOnStage':
      return `${by} a fait entrer ${about} en scène`
    case 'invitationClosed':
      return `${by} a retiré l’invitation de ${about}`
    case 'handLowered':
      return event.why === 'declined' ? `${by} a refusé la demande de ${about}` : `${by} a baissé la main de ${about}`
    case 'microphoneTurned':
      return `${by} a coupé le micro de ${about}`
    case 'cameraTurned':
      return `${by} a coupé la caméra de ${about}`
    case 'leftStage':
      return `${by} a fait quitter la scène à ${about}`
    case 'shareEnded':
      return event.why === 'taken'
        ? `${by} a partagé l’écran à la place de ${about}`
        : `${by} a arrêté le partage de ${about}`
    case 'lockSet':
      return `${by} a ${event.lock === 'locked' ? 'verrouillé' : 'déverrouillé'} ${SOURCE[event.source]} de ${about}`
    case 'allLockSet':
      return `${by} a ${event.on ? 'verrouillé' : 'déverrouillé'} ${SOURCES[event.source]}`
    case 'askedToUnmute':
      return `${by} a demandé à ${about} d’activer son micro`
    case 'removed':
      return `${by} a exclu ${about} de la salle${event.lasting ? ' jusqu’à nouvel ordre' : ''}`
    case 'removalLifted':
      return `${by} a laissé revenir ${about}`
    case 'roleSet':
      return `${by} a donné un rôle à ${about} : ${ROLE[event.role]}`
    case 'chatModeratorSet':
      return event.on
        ? `${by} a confié à ${about} la modération du chat`
        : `${by} a retiré à ${about} la modération du chat`
    case 'permissionsSet':
      return `${by} a modifié les autorisations de ${about}`
    case 'handMoved':
      return `${by} a déplacé la main de ${about}`
    case 'handsCleared':
      return `${by} a baissé toutes les mains`
    case 'modeSet':
      return `${by} a réglé le type de salle sur « ${MODE[event.mode]} »`
    case 'stageSizeSet':
      return `${by} a réglé la taille de la scène sur ${number(event.size)}`
    case 'mainCameraSet':
      return event.on ? `${by} a mis ${about} en caméra principale` : `${by} a retiré ${about} de la caméra principale`
    case 'reactionsSet':
      return `${by} a ${event.on ? 'activé' : 'désactivé'} les réactions`
    case 'roomLocked':
      return `${by} a ${event.on ? 'verrouillé' : 'déverrouillé'} la salle`
    case 'admitted':
      return `${by} a laissé entrer ${about}`
    case 'entryDeclined':
      return `${by} n’a pas laissé entrer ${about}`
    case 'messageDeleted':
      return `${by} a supprimé un message${about && ` de ${about}`}`
    case 'messagePinned':
      return `${by} a épinglé un message${about && ` de ${about}`}`
    case 'messageUnpinned':
      return `${by} a détaché le message`
    case 'chatBlocked':
      return `${by} a bloqué ${about} dans le chat`
    case 'chatUnblocked':
      return `${by} a laissé ${about} revenir dans le chat`
    case 'chatCleared':
      return `${by} a vidé le chat`
    case 'chatPaused':
      return `${by} a ${event.on ? 'mis le chat en pause' : 'rouvert le chat'}`
    case 'slowModeSet':
      return event.seconds === 0
        ? `${by} a arrêté le mode lent`
        : `${by} a réglé le mode lent sur ${number(event.seconds)} secondes`
    case 'privateChatSet':
      return `${by} a ${event.on ? 'activé' : 'désactivé'} les messages privés`
    case 'accessSet':
      return `${by} a réglé l’accès à la scène sur « ${ACCESS[event.access]} »`
    default:
      return by
  }
}

/** What only those who run the room see. */
export const acts: ActsText = {
  act: lineOf,
  permission: {
    shareScreen: 'Partager l’écran',
    presentContent: 'Présenter des contenus',
    chat: 'Chat',
    react: 'Réactions',
    raiseHand: 'Lever la main',
    joinStage: 'Monter sur scène',
    seeParticipants: 'Voir les participants',
  },
  personAct: {
    invite: 'Inviter sur scène',
    holdBackstage: 'Garder en coulisses',
    bringOn: 'Faire entrer maintenant',
    revokeInvitation: 'Retirer l’invitation sur scène',
    askToUnmute: 'Demander d’activer le micro',
    mute: 'Couper le micro',
    lockMicrophone: 'Verrouiller le micro',
    unlockMicrophone: 'Déverrouiller le micro',
    turnOffCamera: 'Couper la caméra',
    lockCamera: 'Verrouiller la caméra',
    unlockCamera: 'Déverrouiller la caméra',
    stopShare: 'Arrêter le partage d’écran',
    moveToFront: 'Mettre en tête',
    moveUp: 'Monter d’une place',
    moveDown: 'Descendre d’une place',
    lowerHand: 'Baisser la main',
    setCohost: 'Nommer co-hôte',
    setModerator: 'Confier la modération',
    setSpeaker: 'Donner le rôle d’intervenant',
    setParticipant: 'Rendre le rôle de participant',
    setChatModerator: 'Confier la modération du chat',
    unsetChatModerator: 'Retirer la modération du chat',
    editPermissions: 'Modifier les autorisations',
    removeFromStage: 'Faire quitter la scène',
    removeFromRoom: 'Exclure de la salle',
  },
  allOf: {
    microphone: {
      off: 'Couper tous les micros',
      lock: 'Couper et verrouiller tous les micros',
      unlock: 'Déverrouiller tous les micros',
    },
    camera: {
      off: 'Couper toutes les caméras',
      lock: 'Couper et verrouiller toutes les caméras',
      unlock: 'Déverrouiller toutes les caméras',
    },
  },

  clearHands: 'Baisser toutes les mains',
  optionsAll: 'Options pour tous les participants',
  permissionsOf: (name) => `Autorisations de ${name}`,
  lockRoom: 'Verrouiller la salle',
  unlockRoom: 'Déverrouiller la salle',
  lockSure: 'Verrouiller la salle ?',
  lockHelp: 'Qui arrive désormais attend que vous le laissiez entrer. Qui est dedans reste.',
  waitingCount: (n) => count(n, { one: '# personne attend', other: '# personnes attendent' }),
  nobodyWaits: 'Plus personne n’attend',
  nobodyWaitsHelp: 'Tant que la salle est verrouillée, qui arrive attend ici.',
  removeSure: (name) => `Exclure ${name} de la salle ?`,
  removeHelp: 'Pour cette session, ou jusqu’à ce que quelqu’un qui anime la salle autorise le retour.',
  removeForSession: 'Exclure pour cette session',
  removeLasting: 'Exclure jusqu’à nouvel ordre',
  removedPeople: 'Personnes exclues',
  removedBy: (who, lasting) =>
    `par ${who || 'la modération'}, ${lasting ? 'jusqu’à nouvel ordre' : 'pour cette session'}`,
  letBackIn: 'Laisser revenir',
  nobodyRemoved: 'Personne n’est exclu de cette salle.',
  nobodyRemovedHelp: 'Qui est exclu apparaît ici, et peut être réadmis.',
  actLog: 'Ce qui a été fait',
  noActs: 'Personne n’a encore rien fait.',
  noActsHelp: 'Ce que font les personnes qui animent la salle est gardé ici.',
  isBackstage: (name) => `${name} est en coulisses`,
  seenByModerators: 'Visible et audible pour la modération seulement.',
  bringOn: 'Faire entrer maintenant',
  listen: (name) => `Écouter ${name}`,
  stopListening: (name) => `Ne plus écouter ${name}`,
  quality: { good: 'Connexion bonne', weak: 'Connexion faible', lost: 'Connexion perdue' },
  feedback: 'Avis sur la salle',
  stageSize: 'Taille de la scène',
  stageSizeHelp: (most) => `Combien de personnes la scène accueille, de 1 à ${most}.`,
  endSure: 'Terminer la session pour tous ?',
  endHelp: (n) =>
    `${count(n, { one: '# personne est', other: '# personnes sont' })} dans la session. Elle se termine pour toutes à la fois.`,
}
