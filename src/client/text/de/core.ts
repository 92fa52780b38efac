import { completed } from '../draft.ts'
import { core as english, type Text } from '../en/core.ts'

export const core: Text = completed(english, {
  language: 'Sprache',
  languageAway: 'Diese Sprache konnte nicht geladen werden. Die bisherige bleibt.',
})
