import { completed } from '../draft.ts'
import { core as english, type Text } from '../en/core.ts'

export const core: Text = completed(english, {
  language: 'Langue',
  languageAway: 'Cette langue n’a pas pu être chargée. La précédente reste affichée.',
})
