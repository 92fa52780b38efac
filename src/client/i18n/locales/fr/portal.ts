import type { PortalText } from '../en/portal.ts'
import { formatsOf } from '../../formats.ts'

const { number, count } = formatsOf('fr')

/** The start page, and a room’s page before it is entered. */
export const portal: PortalText = {
  lead: 'Une salle avec une scène et un public. Ouvrez-en une, transmettez un lien et décidez qui a la parole.',
  roomName: 'Nom de la salle',
  createRoom: 'Créer la salle',
  whoCreates: 'Qui crée une salle en est l’hôte. Aucun compte n’est nécessaire.',
  joinNow: 'Entrer maintenant',
  invitePeople: 'Inviter des personnes',
  inviteHelp: 'Qui a un lien peut entrer avec son rôle.',
  handOn: 'Transmettez ce lien : qui l’ouvre rejoint le public.',
  links: {
    viewer: { name: 'Lien du public', means: 'voir et entendre, lever la main' },
    speaker: { name: 'Lien des intervenants', means: 'peut toujours monter sur scène' },
    moderator: { name: 'Lien de la modération', means: 'anime la salle avec vous' },
  },
  copy: 'Copier',
  copied: 'Copié',
  copyBy: {
    ctrl: 'Appuyez sur Ctrl+C pour le copier.',
    cmd: 'Appuyez sur ⌘C pour le copier.',
    touch: 'Gardez le doigt dessus, puis choisissez « Copier ».',
  },
  changeNameHelp: 'Tout le monde voit aussitôt le nouveau nom. Ce que vous avez écrit avant garde l’ancien.',
  notYouSure: (name) => `Vous n’êtes pas ${name} ?`,
  notYouHelp:
    'Ce navigateur oublie alors qui était là avant, dans toutes les salles, et vous entrez sous votre propre nom.',
  notYouHost: 'Les salles créées dans ce navigateur ne pourront plus être animées depuis lui.',
  goOnAsOther: 'Continuer en tant que quelqu’un d’autre',
  revoke: (link) => `Retirer : ${link}`,
  revokeSure: (link) => `Retirer : ${link} ?`,
  revokeHelp:
    'L’adresse que vous avez transmise ne laisse plus entrer personne, et une nouvelle la remplace. Qui est venu par elle reste, avec son rôle.',
  revokeNow: 'Retirer et recréer',
  watching: (n) => count(n, { one: '# personne regarde', other: '# personnes regardent' }),
  stageAndHands: (stage, size, hands) =>
    `${number(stage)} sur ${number(size)} sur scène, ${count(hands, { one: '# main levée', other: '# mains levées' })}`,
  notLive: 'Pas encore en direct. Cela commence quand la première personne entre.',
  needLink: (host) => `Il vous faut un lien d’invitation pour entrer. Demandez-le à ${host}, hôte de cette salle.`,
}
