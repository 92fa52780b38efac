import { completed } from '../draft.ts'
import { core as english, type Text } from '../en/core.ts'

export const core: Text = completed(english, {
  language: 'Idioma',
  languageAway: 'No se pudo cargar este idioma. Se mantiene el anterior.',
})
