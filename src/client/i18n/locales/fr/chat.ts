import type { Slowness } from '../../../../protocol/messages.ts'
import type { ChatText } from '../en/chat.ts'
import { formatsOf } from '../../formats.ts'

const { number, count, clock, list } = formatsOf('fr')
const by = (who: string) => who || 'La modération'

/** A time in ms, in the unit in which a person would count it; never shorter than it is. */
function time(ms: number): string {
  const seconds = Math.ceil(ms / 1_000)
  return seconds < 60
    ? count(seconds, { one: '# seconde', other: '# secondes' })
    : count(Math.ceil(seconds / 60), { one: '# minute', other: '# minutes' })
}

const slowness: Record<Slowness, { name: string; means: string }> = {
  0: { name: 'Désactivé', means: 'Chacun écrit autant qu’il le souhaite.' },
  5: { name: '5 secondes', means: 'Une salle animée reste lisible.' },
  10: { name: '10 secondes', means: 'Le temps de lire ce que les autres écrivent.' },
  30: { name: '30 secondes', means: 'Pour un grand public.' },
  60: { name: '1 minute', means: 'On écrit quand cela compte.' },
  300: { name: '5 minutes', means: 'Une question chacun.' },
}

/** The chat; it comes with it. */
export const chat: ChatText = {
  messages: 'Messages',
  noMessages: 'Pas encore de messages',
  noMessagesHelp: 'Dites bonjour, ou posez une question. Toute la salle peut lire.',
  noPrivate: (name) => `Rien d’écrit pour l’instant. Seuls vous et ${name} le lirez.`,
  loading: 'Chargement des messages…',
  loadingOlder: 'Chargement des messages précédents…',

  writeToAll: 'Écrire à tous',
  writeTo: (name) => `Écrire à ${name}`,
  send: 'Envoyer',
  emoji: 'Émoji',
  newMessages: (n) => count(n, { one: '# nouveau message', other: '# nouveaux messages' }),
  toNewest: 'Aux messages les plus récents',
  says: (name, text) => `${name} : ${text}`,
  answers: 'En réponse à',
  replyTo: (name) => `Réponse à ${name}`,
  noReply: 'Ne pas répondre',
  optionsFor: (name) => `Options pour le message de ${name}`,

  reply: 'Répondre',
  like: 'J’aime',
  unlike: 'Ne plus aimer',
  likes: (n) => count(n, { one: '# j’aime', other: '# j’aime' }),
  likedToo: (n) => count(n, { one: '# j’aime, le vôtre', other: '# j’aime, dont le vôtre' }),
  pin: 'Épingler',
  unpin: 'Détacher',
  pinnedBy: (name) => `Message épinglé de ${name}`,
  delete: 'Supprimer',
  block: 'Bloquer dans le chat',
  letBack: 'Laisser revenir dans le chat',
  letBackIn: 'Laisser revenir',
  writePrivately: 'Écrire en privé',

  pausedForOthers: 'Le chat est en pause. Seule sa modération peut écrire.',
  notPermitted: 'Vous pouvez lire le chat ici, mais pas écrire.',
  slow: (seconds) => `Mode lent : un message toutes les ${time(seconds * 1_000)}`,
  onWay: 'Envoi :',
  away: 'Non envoyé : la connexion manque. Votre texte est gardé ; renvoyez-le dans un instant.',
  writeIn: (ms) => `Vous pourrez écrire dans ${time(ms)}.`,
  writeNow: 'Vous pouvez écrire de nouveau.',

  chatOptions: 'Options du chat',
  pauseChat: 'Mettre le chat en pause',
  openChat: 'Rouvrir le chat',
  slowMode: 'Mode lent',
  slowHelp:
    'Le temps qui doit passer entre deux messages d’une personne. Il ne s’applique pas à la modération du chat.',
  slowness,
  clearChat: 'Vider le chat',
  clearSure: 'Vider le chat pour tous ?',
  clearHelp: 'Tous les messages à tous disparaissent de la salle. Les messages privés restent.',
  blockedPeople: 'Personnes bloquées',
  nobodyBlocked: 'Personne n’est bloqué dans le chat.',
  nobodyBlockedHelp: 'Les options d’un message bloquent qui l’a écrit.',
  privateOn: 'Activer les messages privés',
  privateOffAct: 'Désactiver les messages privés',

  privateMessages: 'Messages privés',
  privateWith: (name) => `Privé : seuls vous et ${name} pouvez lire ceci`,
  noThreads: 'Pas encore de messages privés',
  noThreadsHelp: 'Ouvrez les options d’un message ou d’une personne et choisissez « Écrire en privé ».',
  unreadFrom: (name) => `${name}, non lu`,
  back: 'Retour au chat',

  cameOn: (who) => `${list(who)} ${who.length > 1 ? 'ont' : 'a'} rejoint la scène`,
  leftStage: (who) => `${list(who)} ${who.length > 1 ? 'ont' : 'a'} quitté la scène`,
  pausedBy: (who) => `${by(who)} a mis le chat en pause`,
  openedBy: (who) => `${by(who)} a rouvert le chat`,
  clearedBy: (who) => `${by(who)} a vidé le chat`,
  slowBy: (who, seconds) =>
    seconds === 0
      ? `${by(who)} a arrêté le mode lent`
      : `${by(who)} a réglé le mode lent : un message toutes les ${time(seconds * 1_000)}`,
  clock,
  number,
}
