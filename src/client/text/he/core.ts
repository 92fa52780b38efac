import { completed } from '../draft.ts'
import { core as english, type Text } from '../en/core.ts'

export const core: Text = completed(english, {
  language: 'שפה',
  languageAway: 'לא ניתן לטעון את השפה הזו. השפה הקודמת נשארת.',
})
