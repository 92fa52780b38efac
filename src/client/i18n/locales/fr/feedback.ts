import type { FeedbackText } from '../en/feedback.ts'
import { formatsOf } from '../../formats.ts'

const { number, count, day } = formatsOf('fr')

/** What people think of the room. */
export const feedback: FeedbackText = {
  help: (host) => `${host || 'L’hôte'} et la modération de cette salle le lisent, avec votre nom. Personne d’autre.`,
  mark: 'Comment était-ce ?',
  worst: 'Mauvais',
  best: 'Très bien',
  words: 'En quelques mots',
  send: 'Envoyer l’avis',
  chooseMark: 'Choisissez une note de 1 à 5.',
  away: 'Non envoyé : la connexion manque. Ce que vous avez écrit est gardé ; renvoyez-le dans un instant.',
  thanks: 'Merci.',
  thanksHelp: 'Qui anime la salle peut le lire maintenant.',

  outOf: (mark, most) => `${number(mark)} sur ${number(most)}`,
  average: (mean, n) =>
    count(n, {
      one: `# réponse, ${number(Math.round(mean * 10) / 10)}`,
      other: `# réponses, ${number(Math.round(mean * 10) / 10)} en moyenne`,
    }),
  none: 'Personne n’a encore donné son avis.',
  noneHelp: 'On le donne dans les réglages.',
  day,
}
