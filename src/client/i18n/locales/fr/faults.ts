import type { FaultsText } from '../en/faults.ts'

/** What is wrong with a device, and what helps. */
export const faults: FaultsText = {
  fault: {
    gone: {
      camera: 'Cette caméra n’est plus là. Une autre est utilisée.',
      microphone: 'Ce micro n’est plus là. Un autre est utilisé.',
    },
    silenced: {
      camera: 'Votre caméra ne donne pas d’image : son propre bouton ou votre système l’arrête. Activez-la là.',
      microphone: 'Votre micro ne donne pas de son : son propre bouton ou votre système le coupe. Activez-le là.',
    },
    interrupted: {
      camera: 'Vous étiez absent, votre caméra est donc coupée. Activez-la quand vous êtes prêt.',
      microphone: 'Vous étiez absent, votre micro est donc coupé. Activez-le quand vous êtes prêt.',
    },
    refused: {
      camera: 'Le navigateur ne peut pas utiliser votre caméra.',
      microphone: 'Le navigateur ne peut pas utiliser votre micro.',
    },
    dismissed: {
      camera: 'La question du navigateur sur votre caméra a été fermée. Appuyez sur « Réessayer » et répondez-y.',
      microphone: 'La question du navigateur sur votre micro a été fermée. Appuyez sur « Réessayer » et répondez-y.',
    },
    system: {
      camera:
        'Votre système empêche le navigateur d’utiliser la caméra. Autorisez-le dans les réglages de confidentialité, puis réessayez.',
      microphone:
        'Votre système empêche le navigateur d’utiliser le micro. Autorisez-le dans les réglages de confidentialité, puis réessayez.',
    },
    framed: {
      camera: 'La page qui contient cette salle ne transmet pas la caméra. Ouvrez la salle dans son propre onglet.',
      microphone: 'La page qui contient cette salle ne transmet pas le micro. Ouvrez la salle dans son propre onglet.',
    },
    none: {
      camera: 'Aucune caméra n’est branchée. Branchez-en une, puis réessayez.',
      microphone: 'Aucun micro n’est branché. Branchez-en un, puis réessayez.',
    },
    busy: {
      camera: 'Un autre programme utilise votre caméra. Fermez-le, puis réessayez.',
      microphone: 'Un autre programme utilise votre micro. Fermez-le, puis réessayez.',
    },
    insecure: {
      camera: 'Les navigateurs ne donnent la caméra qu’en HTTPS. Demandez l’adresse sécurisée à l’hôte.',
      microphone: 'Les navigateurs ne donnent le micro qu’en HTTPS. Demandez l’adresse sécurisée à l’hôte.',
    },
    unsupported: {
      camera: 'Ce navigateur ne peut pas utiliser de caméra ici. Essayez un Chrome, Edge, Firefox ou Safari récent.',
      microphone: 'Ce navigateur ne peut pas utiliser de micro ici. Essayez un Chrome, Edge, Firefox ou Safari récent.',
    },
    unplugged: {
      camera: 'Votre caméra a été débranchée et ne marche plus.',
      microphone: 'Votre micro a été débranché et ne marche plus.',
    },
    failed: {
      camera: 'Votre caméra n’a pas démarré. Débranchez-la, rebranchez-la, puis réessayez.',
      microphone: 'Votre micro n’a pas démarré. Débranchez-le, rebranchez-le, puis réessayez.',
    },
  },
  allow: {
    chromium: 'Appuyez sur le signe devant l’adresse, autorisez la caméra et le micro, puis réessayez.',
    firefox: 'Appuyez sur le signe barré dans la barre d’adresse, retirez le blocage, puis réessayez.',
    safari:
      'Choisissez « Réglages pour ce site web » dans le menu Safari, autorisez la caméra et le micro, puis réessayez.',
    other: 'Autorisez la caméra et le micro dans les réglages du navigateur pour cette page, puis réessayez.',
  },
  backgroundOff: {
    slow: 'L’appareil est trop lent pour l’arrière-plan. Il est désactivé, et votre caméra continue.',
    failed: 'L’arrière-plan n’a pas pu démarrer. Il est désactivé, et votre caméra continue.',
  },
  replaced: (name) => [
    'Votre micro a été débranché.',
    name ? `${name} est utilisé maintenant.` : 'Un autre est utilisé maintenant.',
  ],
  instead: (name) => `Vous pouvez utiliser ${name} à la place.`,
  pluggedIn: (name) => [`${name} est connecté.`, ''],
  useIt: 'Utiliser',
  noiseReplaced: ['La réduction du bruit forte s’est arrêtée.', 'La réduction standard est utilisée maintenant.'],
}
