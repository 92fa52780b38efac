import { completed } from '../draft.ts'
import { core as english, type Text } from '../en/core.ts'

export const core: Text = completed(english, {
  language: '言語',
  languageAway: 'この言語を読み込めませんでした。今の言語のまま表示します。',
})
