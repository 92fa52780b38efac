import type { PortalText } from '../en/portal.ts'
import { formatsOf } from '../formats.ts'

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
  watching: (n) => count(n, { one: '# personne regarde', other: '# personnes regardent' }),
  stageAndHands: (stage, size, hands) =>
    `${number(stage)} sur ${number(size)} sur scène, ${count(hands, { one: '# main levée', other: '# mains levées' })}`,
  notLive: 'Pas encore en direct. Cela commence quand la première personne entre.',
  needLink: (host) => `Il vous faut un lien d’invitation pour entrer. Demandez-le à ${host}, hôte de cette salle.`,
}
