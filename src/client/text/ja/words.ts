import { words as english, type Words } from '../en/words.ts'
import { core } from './core.ts'
import { panel } from './panel.ts'

export const words: Words = {
  ...english,
  core,
  panel,
}
