import type { DevicesText } from '../en/devices.ts'
import type { LinkVerdict } from '../../../call/media/link.ts'

const by = (who: string) => who || 'La modération'

/** The verdict on the connection, and what follows from it. */
function link(verdict: LinkVerdict): [string, string] {
  if (verdict.is === 'checking') return ['Vérification de la connexion…', '']
  if (verdict.is === 'sound-only')
    return ['Connexion faible.', 'Participez caméra coupée : le son seul atteint tout le monde.']
  if (verdict.is === 'good')
    return [
      'Connexion bonne.',
      verdict.over === 'udp'
        ? 'L’image et le son atteignent tout le monde.'
        : 'Votre réseau bloque UDP : l’image et le son passent par TCP et peuvent avoir un léger retard.',
    ]
  return ['Pas de connexion.', NONE[verdict.why]]
}

const NONE: Record<Extract<LinkVerdict, { is: 'none' }>['why'], string> = {
  signalling: 'Le serveur du son et de l’image ne répond pas. Un nouvel essai se fait de lui-même.',
  udp: 'UDP n’atteint pas le serveur, qui n’offre pas TCP. Essayez un autre réseau, ou prévenez l’hôte.',
  tcp: 'TCP n’atteint pas le serveur, qui n’offre pas UDP. Essayez un autre réseau, ou prévenez l’hôte.',
  both: 'Ni UDP ni TCP n’atteignent le serveur. Essayez un autre réseau, sans VPN, ou prévenez l’hôte.',
}

/** What comes with *Set devices*. */
export const devices: DevicesText = {
  link,
  notKept: 'Ce navigateur ne garde rien pour cette page : vos choix sont oubliés à la fermeture.',

  microphone: 'Micro',
  speaker: 'Haut-parleur',
  noDevice: 'Aucun',
  systemDefault: 'Par défaut du système',
  noise: 'Réduction du bruit',
  appearance: 'Apparence',
  appearanceKind: { system: 'Comme le système', light: 'Claire', dark: 'Sombre' },
  noiseKind: { off: 'Désactivée', standard: 'Standard', strong: 'Forte' },
  testSpeaker: 'Tester le haut-parleur',
  playing: 'Lecture',
  device: (n) => `Appareil ${n}`,
  level: 'Niveau du micro',
  opening: 'Le navigateur demande l’accès à votre caméra et à votre micro.',
  cameraIsOff: 'Votre caméra est coupée',
  beforePreview:
    '« Monter sur scène » ouvre d’abord la caméra et le micro, pour vous seul. Personne ne vous voit ni ne vous entend avant que vous n’appuyiez de nouveau.',
  previewHelp: 'Personne ne vous voit ni ne vous entend avant que vous n’appuyiez sur « Monter sur scène ».',
  getReady: 'Se préparer à monter sur scène',
  devicesLater: 'La caméra et le micro se règlent quand vous montez sur scène. Rien n’est ouvert pour l’instant.',
  invited: 'Vous êtes invité sur scène',
  invitedHeld: (who) =>
    `${by(who)} souhaite que vous attendiez en coulisses. La modération vous y voit et vous y entend, et vous fait entrer quand c’est votre tour.`,
  invitedBy: (who) => `${by(who)} vous demande de parler. Vous entendez la salle pendant que vous vous préparez.`,
  joinStageInvited: 'Monter sur scène',
  declineInvitation: 'Refuser l’invitation',
}
