import type { RequirementsText } from '../en/requirements.ts'

/** What works where. */
export const requirements: RequirementsText = {
  title: 'Ce qui fonctionne, et où',
  parts: [
    {
      heading: 'Pour regarder et écouter',
      lines: [
        'Un navigateur des deux dernières années : Chrome ou Edge dès 123, Firefox dès 120, Safari dès 17.5. Essayé à chaque test : Chromium sous Linux, et Firefox ESR sous Linux pour regarder, monter sur scène et choisir un haut-parleur. Les autres sont prévus, mais pas encore essayés.',
        'Pas de caméra, pas de micro, pas d’autorisation, rien à installer.',
        'Au plus 280 ko de script. Si un navigateur retient le son, un appui sur « Activer le son » suffit.',
        'Un navigateur trop ancien le dit, au lieu d’afficher une page vide.',
      ],
    },
    {
      heading: 'Pour monter sur scène',
      lines: [
        'Une caméra ou un micro ; l’un des deux suffit.',
        'Ce qui échoue est nommé, avec ce qui aide dans ce navigateur ; qui vient regarder n’est jamais retenu.',
        'Une page en HTTPS, ou sur localhost : les navigateurs ne donnent les appareils à aucune autre.',
        'Si la page est dans un cadre, la page qui l’entoure doit transmettre la caméra et le micro.',
      ],
    },
    {
      heading: 'Pour partager l’écran',
      lines: [
        'Un ordinateur : les navigateurs des téléphones ne partagent pas l’écran et n’affichent pas de bouton.',
        'Le son de ce qui est partagé suit là où le navigateur le propose dans sa question : Chrome et Edge.',
      ],
    },
    {
      heading: 'Réduction du bruit et haut-parleurs',
      lines: [
        'La réduction standard est celle du navigateur. La forte demande WebAssembly et les audio worklets, que tous ces navigateurs ont ; si elle ne démarre pas ou s’arrête, la standard prend sa place.',
        'On peut choisir un autre haut-parleur là où le navigateur laisse une page choisir : Chrome, Edge et Firefox.',
      ],
    },
    {
      heading: 'Arrière-plans',
      lines: [
        'Le flou, les décors et vos images demandent WebGL 2, WebAssembly et des images sur lesquelles une page peut travailler : Chrome et Edge, et par une voie plus lente Safari et Firefox dès 130. Essayé à chaque test : Chromium sous Linux sans carte graphique. Les autres sont prévus, mais pas encore essayés.',
        'Là où le navigateur ou l’appareil ne peuvent pas, et sur un téléphone, ce menu n’existe pas. Si une image prend plus de 40 ms, l’arrière-plan se désactive de lui-même et la caméra continue. Une autre limite en ms se règle dans le stockage local de la page, sous rostrum.picture-limit.',
        'Le premier arrière-plan charge une fois environ 2,7 Mo depuis le serveur de la salle. Une image à vous peut avoir 20 Mo et 64 mégapixels ; elle reste sur votre appareil.',
      ],
    },
    {
      heading: 'Sur un téléphone',
      lines: [
        'Un téléphone entre dans le public, et monte sur scène depuis la salle, avec l’une ou l’autre de ses caméras.',
        'Il n’y a ni choix d’appareils, ni arrière-plan, ni forte réduction du bruit.',
        'Un appel, un écran verrouillé ou une autre application coupe le micro et la caméra. Ils restent coupés jusqu’à ce que vous les activiez.',
      ],
    },
    {
      heading: 'Réseau',
      lines: [
        'La page, la salle et la signalisation passent par la seule adresse que vous avez ouverte.',
        'Le son et l’image vont au port UDP 7882 du serveur, et au port TCP 7881 là où UDP est bloqué.',
        '« Régler les appareils » dit en trois secondes ce qu’on peut attendre de la connexion : bonne, plutôt le son seul, ou aucune, et ce qui ne passe pas.',
      ],
    },
  ],
}
